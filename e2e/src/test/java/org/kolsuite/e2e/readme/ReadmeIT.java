package org.kolsuite.e2e.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kolsuite.e2e.suite.RunningSuite;

/** Runs each block of commands that the README marks as executed, on the running suite's ports. */
class ReadmeIT {
    private static final Pattern EXECUTED =
            Pattern.compile("<!-- executed: shows (?<shows>.+?) -->\\s*```bash\\n(?<commands>.*?)```", Pattern.DOTALL);

    private record Block(String commands, String shows) {}

    static List<Block> blocks() throws IOException {
        return EXECUTED.matcher(Files.readString(RunningSuite.root().resolve("README.md")))
                .results()
                .map(block -> new Block(block.group("commands"), block.group("shows")))
                .toList();
    }

    @Test
    void theReadmeHasBlocksToRun() throws IOException {
        assertThat(blocks()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void whatTheReadmeSaysWorks(Block block) throws IOException, InterruptedException {
        String commands = block.commands()
                .replace("http://localhost:8085", RunningSuite.keycloak())
                .replace("http://localhost:8080", RunningSuite.address());

        Process shell = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(shell.waitFor()).as("%s%nsaid%n%s", commands, output).isZero();
        assertThat(output).contains(block.shows());
    }
}
