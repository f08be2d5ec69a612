package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eckart.cli.command.Eckart;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A result that cannot be printed is lost, and that is a failure; a reader that has seen enough is none. */
class StandardOutputTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    Path folder;

    /** Fails as the standard output of a full disk does. */
    private static final class FullWriter extends Writer {
        @Override
        public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explore DATA",
                "explore DATA --json",
                "fit DATA -k 1",
                "inspect MODEL",
                "--help",
                "--version",
                "fit --help"
            })
    void whatCannotBePrintedIsAFailure(String command) {
        Path data = SampleFiles.text(folder, "data.csv", "a,b", "1,2", "3,5", "5,6");
        Path model = folder.resolve("model");
        Console.done("fit", data, "-k", 1, "-o", model);
        StringWriter err = new StringWriter();
        Eckart eckart = new Eckart(new Output(new PrintWriter(new FullWriter()), new PrintWriter(err)));
        String[] words = command.replace("DATA", data.toString())
                .replace("MODEL", model.toString())
                .split(" ", -1);
        assertThat(eckart.run(words)).as(command).isEqualTo(1);
        assertThat(err.toString().strip()).hasLineCount(1).startsWith("eckart: standard output could not be written");
    }

    /** @return what a shell says at the end of a command line, in which ECKART is the program */
    private String shell(String line) throws IOException, InterruptedException {
        List<String> java = List.of(
                "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                "'" + System.getProperty("java.class.path") + "'",
                Main.class.getName());
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder("/bin/bash", "-c", line.replace("ECKART", String.join(" ", java)))
                .redirectError(err.toFile())
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return out + Files.readString(err);
    }

    @Test
    void aFullDevice() throws IOException, InterruptedException {
        assumeTrue(Files.exists(FULL) && Files.isExecutable(Path.of("/bin/bash")), "no /dev/full, no /bin/bash");
        assertThat(shell("ECKART --version > /dev/full; echo $?"))
                .startsWith("1\neckart: standard output could not be written")
                .satisfies(said -> assertThat(said.strip()).hasLineCount(2));
    }

    @Test
    void aClosedPipe() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no /bin/bash");
        assertThat(shell("set -o pipefail; ECKART --help | true; echo $?").strip())
                .isEqualTo("0");
    }
}
