package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.cli.command.Eckart;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an interruption leaves behind, for every command and at several places: the best so far with a word on it, or nothing; never a part
 * of a file. The wish comes after a number of questions, so that the places are the same in every run.
 */
class InterruptionTest {
    private static final String NOTHING = "eckart: interrupted, and nothing was written";
    private static final String COMPLETE = "eckart: interrupted when all was done: what was written is complete";

    @TempDir
    Path folder;

    private final Map<String, Path> files = new HashMap<>();

    @BeforeEach
    void files() throws Exception {
        double[][] rows = numbers(150, 5, 3);
        files.put("DATA", csv(folder, "data.csv", rows));
        double[][] holes = numbers(150, 5, 3);
        for (int i = 0; i < 150; i++) {
            holes[i][i % 5] = i % 3 == 0 ? Double.NaN : holes[i][i % 5];
        }
        files.put("HOLES", csv(folder, "holes.csv", holes));
        StringBuilder labelled = new StringBuilder("x,z,y\n");
        for (int i = 0; i < 150; i++) {
            String label = i % 4 == 0 ? "" : rows[i][0] > 0 ? "a" : "b";
            labelled.append(rows[i][0])
                    .append(',')
                    .append(rows[i][1])
                    .append(',')
                    .append(label)
                    .append('\n');
        }
        files.put("LABELLED", Files.writeString(folder.resolve("labelled.csv"), labelled));
        files.put("PCA", folder.resolve("pca.safetensors"));
        files.put("NETWORK", folder.resolve("network.safetensors"));
        files.put("KMEANS", folder.resolve("kmeans.safetensors"));
        files.put("GAUSSIAN", folder.resolve("gaussian.safetensors"));
        files.put("OUT", folder.resolve("out.csv"));
        files.put("MODEL", folder.resolve("model.safetensors"));
        files.put("PAGE", folder.resolve("page.html"));
    }

    private void model(String name, Object... options) {
        Object[] fit = {"fit", files.get(name.equals("NETWORK") ? "LABELLED" : "DATA"), "-o", files.get(name)};
        done(Stream.concat(Arrays.stream(fit), Arrays.stream(options)).toArray());
    }

    private Console.Answer run(String line, Interruption interruption) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Arrays.stream(line.split(" ", -1))
                .map(word -> files.containsKey(word) ? String.valueOf(files.get(word)) : word)
                .toArray(String[]::new);
        Eckart eckart = new Eckart(new Output(new PrintWriter(out), new PrintWriter(err)), interruption);
        return new Console.Answer(eckart.run(words), out.toString(), err.toString());
    }

    /** The number of times the command asks when nobody interrupts it; what it wrote is removed. */
    private int questions(String line) throws Exception {
        Map<String, Integer> before = Console.contents(folder);
        AtomicInteger asked = new AtomicInteger();
        Console.Answer answer = run(line, new Interruption(() -> {
            asked.incrementAndGet();
            return false;
        }));
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        for (String name : Console.contents(folder).keySet()) {
            if (!before.containsKey(name)) {
                Files.delete(Path.of(name));
            }
        }
        return asked.get();
    }

    private Console.Answer interrupted(String line, int question) {
        AtomicInteger asked = new AtomicInteger();
        return run(line, new Interruption(() -> asked.incrementAndGet() >= question));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encode PCA DATA -o OUT",
                "reconstruct PCA DATA -o OUT",
                "denoise PCA DATA -o OUT",
                "predict KMEANS DATA -o OUT",
                "score PCA DATA -o OUT --report PAGE",
                "evaluate PCA DATA",
                "fill GAUSSIAN HOLES -o OUT",
                "fill HOLES -o OUT",
                "fill HOLES -o OUT --model gaussian --save MODEL",
                "fill HOLES --report PAGE",
                "explore DATA -o OUT --report PAGE",
                "label LABELLED --label y -o OUT --save MODEL --model pca-softmax",
                "label LABELLED --label y -o OUT --report PAGE --budget 0.01",
                "label LABELLED --label y --curve --levels 3 --seeds 2 --methods softmax,nearest -o OUT",
            })
    void nothingIsWritten(String line) throws Exception {
        if (line.contains("PCA")) {
            model("PCA", "-k", 2);
        }
        if (line.contains("KMEANS")) {
            model("KMEANS", "--model", "kmeans", "-k", 3);
        }
        if (line.contains("GAUSSIAN")) {
            model("GAUSSIAN", "--model", "gaussian");
        }
        int all = questions(line);
        assertThat(all).isPositive();
        Map<String, Integer> before = Console.contents(folder);
        for (int question : new int[] {1, Math.ceilDiv(all, 3), Math.ceilDiv(2 * all, 3), all}) {
            Console.Answer answer = interrupted(line, question);
            String place = question + " of " + all;
            assertThat(answer.exitCode()).as(place).isEqualTo(1);
            assertThat(answer.err().strip().lines().toList().getLast())
                    .as(place)
                    .isEqualTo(NOTHING);
            assertThat(answer.out()).as(place).isEmpty();
            assertThat(Console.contents(folder)).as(place).isEqualTo(before);
        }
    }

    /** From some place on there is a best so far; before, there is nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "fit DATA --model kmeans -k 4 -o MODEL",
                "fit HOLES --model gaussian -o MODEL",
                "fit HOLES --model masked --networks 2 -o MODEL",
                "fit HOLES -k 2 -o MODEL",
                "fit DATA --model network -k 2 --epochs 20 -o MODEL --report PAGE",
                "fit DATA --model free -k 2 -o MODEL",
                "fine-tune NETWORK LABELLED --label y --epochs 8 --frozen-epochs 4 -o MODEL",
                "compare LABELLED --label y --models free,network -k 1,2 -o OUT --report PAGE",
            })
    void theBestSoFarIsWritten(String line) throws Exception {
        if (line.contains("NETWORK")) {
            model("NETWORK", "--model", "network", "-k", 2, "--epochs", 3, "--ignore", "y");
        }
        int all = questions(line);
        Map<String, Integer> before = Console.contents(folder);
        int kept = 0;
        for (int question : new int[] {1, Math.ceilDiv(all, 3), Math.ceilDiv(2 * all, 3), all}) {
            Console.Answer answer = interrupted(line, question);
            String place = question + " of " + all + ": " + answer.err();
            assertThat(answer.exitCode()).as(place).isEqualTo(1);
            String last = answer.err().strip().lines().toList().getLast();
            if (last.equals(NOTHING)) {
                assertThat(Console.contents(folder)).as(place).isEqualTo(before);
            } else {
                kept++;
                assertThat(last).as(place).startsWith("eckart: interrupted").isNotEqualTo(COMPLETE);
                assertThat(files.get(line.contains("OUT") ? "OUT" : "MODEL"))
                        .as(place)
                        .isNotEmptyFile();
                if (line.contains("MODEL")) {
                    done("inspect", Objects.requireNonNull(files.get("MODEL")));
                }
                clear(before);
            }
        }
        assertThat(kept).as(line).isPositive();
    }

    private void clear(Map<String, Integer> before) throws Exception {
        for (String name : Console.contents(folder).keySet()) {
            if (!before.containsKey(name)) {
                assertThat(name).doesNotEndWith(".tmp");
                Files.delete(Path.of(name));
            }
        }
    }

    @Test
    void pcaOfCompleteRowsHasNothingToKeep() throws Exception {
        String line = "fit DATA -k 2 -o MODEL";
        Map<String, Integer> before = Console.contents(folder);
        Console.Answer answer = interrupted(line, Math.ceilDiv(questions(line), 2));
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err().strip()).isEqualTo(NOTHING);
        assertThat(Console.contents(folder)).isEqualTo(before);
    }

    /** SIGTERM is like Ctrl-C, and a second one ends at once. */
    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void signalsOfAProcess(String signal) throws Exception {
        Object[] run = {
            "fit",
            files.get("DATA"),
            "--model",
            "network",
            "-k",
            2,
            "--held-out",
            0,
            "--epochs",
            10_000_000,
            "-o",
            files.get("MODEL"),
            "--progress",
            "json"
        };
        try (OwnProcess process = OwnProcess.start(folder, run)) {
            process.awaitEpochs(3);
            process.signal(signal);
            assertThat(process.end()).isEqualTo(1);
            assertThat(process.lines().getLast()).startsWith("eckart: interrupted after ");
        }
        done("inspect", Objects.requireNonNull(files.get("MODEL")));
    }

    /** A command that works without asking: after it has asked once, or before. */
    static final class Deaf {
        private Deaf() {}

        static void main(String[] args) throws InterruptedException {
            Interruption interruption = Interruption.bySignals(Output.standard(), System::exit);
            if (args.length > 0) {
                interruption.getAsBoolean();
            }
            Output.standard().note("works");
            Thread.sleep(60_000);
        }
    }

    @Test
    void aSecondSignalEndsAtOnce() throws Exception {
        try (OwnProcess process = OwnProcess.start(Deaf.class, folder, "asks")) {
            assertThat(process.line()).isEqualTo("eckart: works");
            process.signal("TERM", "INT");
            assertThat(process.end()).isIn(128 + 2, 128 + 15);
            assertThat(process.lines()).hasSize(1);
        }
    }

    @Test
    void aProcessThatHasNotBegunEndsAtOnce() throws Exception {
        try (OwnProcess process = OwnProcess.start(Deaf.class, folder)) {
            assertThat(process.line()).isEqualTo("eckart: works");
            process.signal("TERM");
            assertThat(process.end()).isEqualTo(1);
            assertThat(process.lines()).endsWith(NOTHING).hasSize(2);
        }
    }
}
