package org.kolsuite.platform.testing;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import org.kolsuite.platform.tabular.Limits;

/** A CSV file with as many lines as are accepted. */
public final class LargestFile {
    public static final int LINES = Limits.DEFAULT.maxRows();

    private LargestFile() {}

    /** @param line gives each line for its number, from 0, without its end */
    public static Path in(Path folder, String header, IntFunction<String> line) throws IOException {
        Path file = folder.resolve("largest.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(header + "\n");
            for (int i = 0; i < LINES; i++) {
                out.write(line.apply(i) + "\n");
            }
        }
        return file;
    }
}
