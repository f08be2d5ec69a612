package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The scripts around the command line, in the environments they may find. */
class LauncherTest {
    private static final Path SCRIPT = Path.of(System.getProperty("eckart.root", "."))
            .resolve("bin/jdk.sh")
            .toAbsolutePath();
    private static final String FIND = "set -euo pipefail; source \"$1\"; find_jdk; echo \"$jdk\"";

    @Test
    void aJdkIsFoundWithoutAHome() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash");
        ProcessBuilder builder =
                new ProcessBuilder("/bin/bash", "-c", FIND, "bash", SCRIPT.toString()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said.strip()).isEqualTo(System.getProperty("java.home"));
        assertThat(process.exitValue()).isZero();
    }
}
