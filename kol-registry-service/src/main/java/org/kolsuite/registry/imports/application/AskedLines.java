package org.kolsuite.registry.imports.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Function;
import org.kolsuite.platform.file.WorkFolder;
import org.kolsuite.registry.imports.application.LineReader.LineRead;
import org.kolsuite.registry.imports.model.FileReview.Member;
import org.kolsuite.registry.imports.model.FileReview.Verdicts;
import org.kolsuite.registry.imports.model.ProfileLine;

/**
 * The lines that people are asked about, as JSON in a temporary file: a question is raised with its first line, its others may come much
 * later, and all of them may be more than fits into memory. Blocking; close it.
 */
final class AskedLines implements AutoCloseable {
    private static final int LINES_AT_ONCE = 500;

    private final Path file;
    private final int[] places;
    private final long[] ends;
    private final RandomAccessFile content;

    private AskedLines(Path file, int[] places, long[] ends) throws IOException {
        this.file = file;
        this.places = places;
        this.ends = ends;
        this.content = new RandomAccessFile(file.toFile(), "r");
    }

    /** @param perPart is told after each part of the file that was read */
    static AskedLines of(Verdicts verdicts, LineReader lines, Function<ProfileLine, String> json, Runnable perPart) {
        try {
            Path file = Files.createTempFile(WorkFolder.path(), "import", ".asked");
            try {
                return write(file, verdicts, lines, json, perPart);
            } catch (IOException | RuntimeException failure) {
                Files.deleteIfExists(file);
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static AskedLines write(
            Path file, Verdicts verdicts, LineReader lines, Function<ProfileLine, String> json, Runnable perPart)
            throws IOException {
        int[] places = new int[verdicts.asked()];
        long[] ends = new long[verdicts.asked()];
        int count = 0;
        long end = 0;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (List<LineRead> part = lines.next(LINES_AT_ONCE); !part.isEmpty(); part = lines.next(LINES_AT_ONCE)) {
                for (LineRead line : part) {
                    ProfileLine profile = line.profile();
                    if (profile != null && verdicts.isAsked(line.place())) {
                        byte[] bytes = json.apply(profile).getBytes(UTF_8);
                        out.write(bytes);
                        end += bytes.length;
                        places[count] = line.place();
                        ends[count] = end;
                        count++;
                    }
                }
                perPart.run();
            }
        }
        return new AskedLines(file, places, ends);
    }

    /** The lines of one question, as a JSON array. */
    synchronized String of(List<Member> members) {
        StringJoiner lines = new StringJoiner(",", "[", "]");
        try {
            for (Member member : members) {
                int index = Arrays.binarySearch(places, member.place());
                long start = index == 0 ? 0 : ends[index - 1];
                byte[] bytes = new byte[Math.toIntExact(ends[index] - start)];
                content.seek(start);
                content.readFully(bytes);
                lines.add(new String(bytes, UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return lines.toString();
    }

    @Override
    public void close() {
        try {
            content.close();
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
