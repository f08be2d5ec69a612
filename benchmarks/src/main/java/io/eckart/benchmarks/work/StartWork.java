package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line from its start to its end, as a user waits for it; the check is the size of what it writes. */
record StartWork(Path folder, String program) implements Work {
    /** The environment variable that says where the command is. */
    private static final String ROOT = "ECKART_ROOT";

    /** Fits the model that is used later, which also builds the program if need be. */
    static StartWork in(Path folder) {
        String root = System.getenv(ROOT);
        if (root == null) {
            throw new IllegalStateException("the environment variable " + ROOT + " must name the folder of Eckart");
        }
        StartWork work = new StartWork(folder, Path.of(root, "eckart").toString());
        work.run(List.of(
                "fit",
                work.file("rows.csv"),
                "--model=pca",
                "-k=8",
                "--force",
                "--progress=none",
                "-o=" + work.file("pca.eckart")));
        return work;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(0, 0, "version", "encode");
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.method()) {
            case "version" -> new Reply(run(List.of("--version")), Double.NaN, 0);
            case "encode" -> encode();
            default -> throw Work.unknown(request);
        };
    }

    private Reply encode() {
        double seconds = run(List.of(
                "encode",
                file("pca.eckart"),
                file("rows.csv"),
                "--plain",
                "--force",
                "-o=" + file("codes-eckart.csv")));
        try (var lines = Files.lines(folder.resolve("codes-eckart.csv"))) {
            return new Reply(seconds, lines.count(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        long start = System.nanoTime();
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(String.join(" ", command) + " ended with " + status);
            }
            return Reply.secondsSince(start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
