package org.kolsuite.e2e.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk with little room, in memory; only root can have one, and not on every system. */
final class SmallDisk {
    private static final int MEGABYTES = 700;

    private final Path place;
    private final boolean mounted;

    private SmallDisk(Path place, boolean mounted) {
        this.place = place;
        this.mounted = mounted;
    }

    static SmallDisk mountedOn(Path place) throws IOException {
        Files.createDirectories(place);
        boolean mounted =
                FaultySuite.run("mount -t tmpfs -o size=" + MEGABYTES + "m tmpfs '" + place + "' 2>/dev/null") == 0;
        return new SmallDisk(place, mounted);
    }

    boolean isMounted() {
        return mounted;
    }

    /** Moves a folder here; where it was, a link leads to it. */
    void takeOver(Path folder) {
        Path there = place.resolve("data");
        shell("cp -a '%s' '%s' && rm -r '%s' && ln -s '%s' '%s'".formatted(folder, there, folder, there, folder));
    }

    /** Moves the folder back to where it was, and is gone. */
    void giveBack(Path folder) {
        Path there = place.resolve("data");
        shell("rm '%s' && cp -a '%s' '%s' && umount '%s'".formatted(folder, there, folder, place));
    }

    private static void shell(String command) {
        if (FaultySuite.run(command) != 0) {
            throw new IllegalStateException("failed: " + command);
        }
    }

    /** To the last byte. */
    void fill() {
        FaultySuite.run("cat /dev/zero > '" + place.resolve("ballast") + "' 2>/dev/null");
    }

    void free() {
        shell("rm '" + place.resolve("ballast") + "'");
    }
}
