package org.kolsuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./kol} on machines that we make up: folders that look like JDKs, programs that only tell a version. */
class KolScriptTest {
    @TempDir
    Path machine;

    @BeforeEach
    void aMachineWithMavenAndNode() throws IOException {
        program("bin/mvn", "echo 'Apache Maven 3.9.9 (made up)'");
        program("bin/node", "echo v22.1.0");
        program("bin/npm", "exit 0");
    }

    @Test
    void prefersTheJdkThatJavaHomeNames() throws Exception {
        // Given
        Path chosen = jdk("chosen", "25.0.1");
        jdk("jvm/temurin-25", "25");

        // Then
        assertThat(doctor(Map.of("JAVA_HOME", chosen.toString())).output()).contains("JDK       " + chosen + "\n");
    }

    @Test
    void looksFurtherWhenJavaHomeIsAnotherVersion() throws Exception {
        // Given
        Path old = jdk("old", "21.0.5");
        Path right = jdk("jvm/temurin-25", "25.0.1");

        // Then
        assertThat(doctor(Map.of("JAVA_HOME", old.toString())).output()).contains("JDK       " + right + "\n");
    }

    @Test
    void followsTheLinkOnThePath() throws Exception {
        // Given
        Path real = jdk("somewhere/jdk", "25.0.1");
        Files.createSymbolicLink(machine.resolve("bin/javac"), real.resolve("bin/javac"));

        // Then
        assertThat(doctor(Map.of()).output()).contains("JDK       " + real + "\n");
    }

    @Test
    void findsTheFolderInsideAMacBundle() throws Exception {
        // Given
        Path bundled = jdk("jvm/temurin-25.jdk/Contents/Home", "25.0.1");

        // Then
        assertThat(doctor(Map.of()).output()).contains("JDK       " + bundled + "\n");
    }

    @Test
    void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
        // Given
        Path runtime = jdk("jvm/jre-25", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));

        // Then
        assertThat(doctor(Map.of()).exitCode()).isEqualTo(1);
    }

    @Test
    void saysWhatToDoWhenThereIsNoJdk25AndWhichOthersWereSeen() throws Exception {
        // Given
        Path old = jdk("jvm/openjdk-17", "17.0.9");

        // When
        Result result = doctor(Map.of());

        // Then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output())
                .contains("needs a JDK 25")
                .contains("apt-get install")
                .contains("brew install")
                .contains("JAVA_HOME")
                .contains("17  " + old);
    }

    @Test
    void namesATooOldMavenOrNode() throws Exception {
        // Given
        jdk("jvm/temurin-25", "25");
        program("bin/mvn", "echo 'Apache Maven 3.6.3 (made up)'");

        // Then
        assertThat(doctor(Map.of()).output()).contains("Maven 3.8.7 or newer; this is 3.6.3");

        // Given
        program("bin/mvn", "echo 'Apache Maven 3.10.0 (made up)'");
        program("bin/node", "echo v18.20.1");

        // Then
        assertThat(doctor(Map.of()).output()).contains("Node 20 or newer; this is 18.20.1");
    }

    @Test
    void anUnknownCommandIsAnErrorThatPointsToTheHelp() throws Exception {
        // When
        Result result = kol(Map.of(), "fly");

        // Then
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.output()).contains("./kol help");
        assertThat(kol(Map.of(), "help").output())
                .contains("./kol up")
                .contains("./kol down")
                .contains("./kol test");
    }

    @Test
    void buildsWhatChangedAndNotForWhatTheBuildItselfWrote() throws Exception {
        // Given: a checkout that was packaged
        jdk("jvm/temurin-25", "25");
        program("jvm/temurin-25/bin/java", "echo started");
        Path checkout = machine.resolve("checkout");
        for (ServiceSpec service : ServiceSpec.values()) {
            older(checkout.resolve(service.module() + "/target/quarkus-app/quarkus-run.jar"));
        }
        Path source = older(checkout.resolve("payment-service/src/main/java/Fee.java"));
        older(checkout.resolve("launcher/target/packaged"));
        Files.copy(realRoot().resolve("kol"), checkout.resolve("kol"));
        newer(checkout.resolve("payment-service/src/main/openapi/openapi.json"));

        // When
        Result unchanged = kol(checkout, Map.of(), "up");
        newer(source);
        Result changed = kol(checkout, Map.of(), "up");

        // Then
        assertThat(unchanged.output()).contains("started").doesNotContain("Building");
        assertThat(changed.output()).contains("Building").contains("started");
    }

    private static Path older(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        return file;
    }

    private static void newer(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "changed");
    }

    private record Result(int exitCode, String output) {}

    private Result doctor(Map<String, String> environment) throws Exception {
        return kol(environment, "doctor");
    }

    private static Path realRoot() {
        return Path.of(System.getProperty("kol.root", "..")).toAbsolutePath().normalize();
    }

    private Result kol(Map<String, String> environment, String command) throws Exception {
        return kol(realRoot(), environment, command);
    }

    private Result kol(Path root, Map<String, String> environment, String command) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder("/bin/bash", root.resolve("kol").toString(), command).redirectErrorStream(true);
        Map<String, String> clean = new HashMap<>(environment);
        clean.put("HOME", machine.resolve("home").toString());
        clean.put("KOL_JDK_FOLDERS", machine.resolve("jvm").toString());
        clean.put("PATH", machine.resolve("bin") + ":" + systemTools());
        builder.environment().clear();
        builder.environment().putAll(clean);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** The few standard tools that the script uses; the machine's own JDK, Maven and Node stay out of sight. */
    private Path systemTools() throws IOException {
        for (String tool : List.of(
                "dirname",
                "readlink",
                "sed",
                "head",
                "sort",
                "tr",
                "cat",
                "grep",
                "id",
                "find",
                "mktemp",
                "mkdir",
                "mv",
                "rm",
                "tee",
                "awk")) {
            Path original = Files.exists(Path.of("/usr/bin", tool)) ? Path.of("/usr/bin", tool) : Path.of("/bin", tool);
            program("tools/" + tool, "exec " + original + " \"$@\"");
        }
        return machine.resolve("tools");
    }

    private Path jdk(String folder, String version) throws IOException {
        Path jdk = machine.resolve(folder);
        program(folder + "/bin/javac", "exit 0");
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"made up\"\nJAVA_VERSION=\"" + version + "\"\n");
        return jdk;
    }

    private void program(String path, String body) throws IOException {
        Path program = machine.resolve(path);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/bash\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
