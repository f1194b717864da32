package org.kolsuite.platform.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a class in a JVM that has a fraction of the memory that a service has for everything: what then ends well holds no whole file. */
public final class SmallJvm {
    private SmallJvm() {}

    /**
     * Runs the class's {@code main} with the classes of this test.
     *
     * @param heap such as {@code -Xmx64m}
     * @return what it printed, on both streams: of a JVM that ran out of memory, its error
     */
    public static String run(String heap, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.onExit().join();
        return printed.strip();
    }
}
