package org.kolsuite.bench.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a process holds: its proportional set size, in which a page that several share counts once over all of them. Linux tells it. */
final class Memory {
    private static final Pattern PSS = Pattern.compile("Pss:\\s+(\\d+) kB");
    private static final double KILOBYTES_PER_MEGABYTE = 1024;

    private Memory() {}

    /** Megabytes; nothing where the system does not tell. */
    static OptionalDouble of(ProcessHandle process) throws IOException {
        Path rollup = Path.of("/proc", String.valueOf(process.pid()), "smaps_rollup");
        return Files.exists(rollup) ? pss(Files.readAllLines(rollup)) : OptionalDouble.empty();
    }

    static OptionalDouble pss(List<String> rollup) {
        for (String line : rollup) {
            Matcher pss = PSS.matcher(line);
            if (pss.matches()) {
                return OptionalDouble.of(Double.parseDouble(pss.group(1)) / KILOBYTES_PER_MEGABYTE);
            }
        }
        return OptionalDouble.empty();
    }
}
