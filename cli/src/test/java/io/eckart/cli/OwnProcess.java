package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The command line in a process of its own, watched line by line on standard error, which can be killed. */
final class OwnProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader err;
    private final List<String> lines = new ArrayList<>();

    private OwnProcess(Process process) {
        this.process = process;
        this.err = process.errorReader();
    }

    static OwnProcess start(Path folder, Object... args) throws IOException, InterruptedException {
        return start(Main.class, folder, args);
    }

    /** @param main the class whose main method is the program */
    static OwnProcess start(Class<?> main, Path folder, Object... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(interruptible());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        Arrays.stream(args).map(String::valueOf).forEach(command::add);
        return new OwnProcess(new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .start());
    }

    /** A process that was started in the background ignores Ctrl-C, and so do those it starts. */
    private static List<String> interruptible() throws IOException, InterruptedException {
        List<String> prefix = List.of("env", "--default-signal=INT");
        List<String> trial = new ArrayList<>(prefix);
        trial.add("true");
        Process process = new ProcessBuilder(trial).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0 ? prefix : List.of();
    }

    /** The next line on standard error, or null at its end. */
    @Nullable
    String line() throws IOException {
        String line = err.readLine();
        if (line != null) {
            lines.add(line);
        }
        return line;
    }

    /** Waits until so many epochs have been told of. */
    void awaitEpochs(int count) throws IOException {
        for (int seen = 0; seen < count; seen++) {
            assertThat(line()).as("epoch, after " + lines).startsWith("{\"epoch\"");
        }
    }

    /** Waits until a file is being written in the folder. */
    void awaitHalf(Path folder) throws IOException {
        while (process.isAlive()) {
            if (Files.isDirectory(folder)) {
                try (var halves = Files.newDirectoryStream(folder, ".*.tmp")) {
                    if (halves.iterator().hasNext()) {
                        return;
                    }
                }
            }
            Thread.onSpinWait();
        }
    }

    /** SIGKILL: the process does nothing more. */
    void kill() throws InterruptedException {
        assertThat(process.isAlive()).as("still running when killed, " + lines).isTrue();
        process.destroyForcibly().waitFor();
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /** @param names such as TERM, one after the other */
    void signal(String... names) throws IOException, InterruptedException {
        String command = Arrays.stream(names)
                .map(name -> "kill -" + name + " " + process.pid())
                .collect(Collectors.joining("; "));
        new ProcessBuilder("sh", "-c", command).start().waitFor();
    }

    /** Everything it still says; returns its exit code. */
    int end() throws IOException, InterruptedException {
        while (line() != null) {
            // Kept by line().
        }
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("ended, " + lines).isTrue();
        return process.exitValue();
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        err.close();
    }
}
