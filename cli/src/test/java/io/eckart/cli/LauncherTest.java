package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts around the command line, in the environments they may find. */
class LauncherTest {
    private static final Path SCRIPT = Path.of(System.getProperty("eckart.root", "."))
            .resolve("bin/jdk.sh")
            .toAbsolutePath();
    private static final String FIND = "set -euo pipefail; source \"$1\"; find_jdk; echo \"$jdk\"";

    @TempDir
    Path folder;

    @Test
    void aJdkIsFoundWithoutAHome() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash");
        ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", FIND, "bash", SCRIPT.toString());
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        assertThat(said(builder).strip()).isEqualTo(System.getProperty("java.home"));
    }

    private static String said(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /** A folder as {@code package} makes it, whose Java prints its arguments. */
    private Path packaged() throws IOException {
        Path home = Files.createDirectories(folder.resolve("a b/eckart"));
        Files.createDirectories(home.resolve("runtime/bin"));
        Files.createDirectories(home.resolve("lib/native"));
        Files.writeString(home.resolve("lib/native/libopenblas.so.0"), "");
        Files.writeString(home.resolve("lib/eckart.aot"), "cache");
        String script = PageCommands.text("bin/packaged-eckart")
                .replace("@JARS@", "a.jar b.jar")
                .replace("@NATIVE@", "libopenblas.so.0");
        Path program = Files.createDirectories(home.resolve("bin")).resolve("eckart");
        executable(program, script);
        executable(home.resolve("runtime/bin/java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        return program;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aPackagedProgramIsFoundThroughLinksAndWithoutAHome() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no /bin/sh");
        Path program = packaged();
        Path link = Files.createSymbolicLink(folder.resolve("link"), program);
        Files.createSymbolicLink(folder.resolve("link-to-link"), link.getFileName());
        ProcessBuilder builder =
                new ProcessBuilder(folder.resolve("link-to-link").toString(), "fit", "my data.csv");
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("ECKART_OPTS", "-Xmx1g -XX:+UseSerialGC");
        String home = folder.toRealPath().resolve("a b/eckart").toString();
        assertThat(said(builder).lines())
                .contains(
                        "-XX:AOTCache=" + home + "/lib/eckart.aot",
                        "-Deckart.blas=" + home + "/lib/native/libopenblas.so.0",
                        home + "/lib/a.jar:" + home + "/lib/b.jar")
                .containsSubsequence("-Xmx1g", "-XX:+UseSerialGC", Main.class.getName(), "fit", "my data.csv")
                .doesNotContain("-XX:+UseParallelGC");
    }

    @Test
    void theBuildSaysWhatItIsDoing() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash");
        String script = PageCommands.text("eckart");
        String function = script.substring(script.indexOf("show_progress() {"), script.indexOf("\nbuild() {"));
        String maven = """
                [INFO] Building Eckart core 0.1.0-SNAPSHOT                               [2/5]
                [INFO] --- maven-compiler-plugin:3.16.0:compile (default-compile) @ eckart-core ---
                [INFO] Building jar: core.jar
                """;
        String run = "doing() { echo \"<$1>\"; }\n" + function + "printf '%s' \"$1\" | show_progress";
        assertThat(said(new ProcessBuilder("/bin/bash", "-c", run, "bash", maven))
                        .lines())
                .containsExactly("<building 2 of 5: Eckart core>", "<building 2 of 5: Eckart core, compiling>", "<>");
    }
}
