package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Training that does not come to its end by itself: processes that are killed or interrupted, and runs that diverge. */
class CutOffRunTest {
    private static final int EPOCHS = 60;

    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path model = Path.of("");
    private Path state = Path.of("");

    @BeforeEach
    void files() {
        data = csv(folder, "data.csv", numbers(1000, 8, 5));
        model = folder.resolve("model.safetensors");
        state = folder.resolve("state");
    }

    /** Killed after some epochs, killed again while a state is written, and gone on with: the same bits. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--model network --hidden 24 --corrupt gaussian:0.2",
                "--model unrolled --corrupt mask:0.3 --depth 4",
                "--model network --hidden 24 --optimizer sgd --held-out 0"
            })
    void aKilledRunGoesOn(String options) throws Exception {
        Object[] run = run(options, "--epochs", EPOCHS);
        done(with(run));
        String uninterrupted = checksum();
        Files.delete(model);
        Object[] kept = with(run, "--checkpoint", state, "--progress", "json");
        try (OwnProcess process = OwnProcess.start(folder, kept)) {
            process.awaitEpochs(7);
            process.awaitHalf(state);
            process.kill();
        }
        assertThat(model).doesNotExist();
        try (OwnProcess process = OwnProcess.start(folder, with(kept, "--resume"))) {
            process.awaitEpochs(1);
            assertThat(epoch(process.lines().getFirst())).isGreaterThanOrEqualTo(7);
            process.kill();
        }
        Console.Answer answer = Console.run(with(kept, "--resume"));
        assertThat(answer.exitCode()).isZero();
        assertThat(epoch(answer.err().lines().toList().getFirst())).isGreaterThanOrEqualTo(7);
        assertThat(checksum()).isEqualTo(uninterrupted);
        assertThat(Console.contents(state).keySet())
                .as("no half state is left")
                .containsExactlyInAnyOrder(
                        state.toString(), state.resolve("state.safetensors").toString());
        done(with(run, "--checkpoint", state, "--resume", "--force"));
        assertThat(checksum()).as("a run at its end stays there").isEqualTo(uninterrupted);
    }

    /** A run that has lost its patience does not train on when it is taken up again. */
    @Test
    void patienceIsKept() {
        Object[] run = run("--model network --learning-rate 0.05", "--patience", 2, "--epochs", EPOCHS);
        JsonNode first = json(with(run, "--checkpoint", state));
        String bits = checksum();
        assertThat(first.path("stopped_by").asString()).isEqualTo("patience");
        JsonNode again = json(with(run, "--checkpoint", state, "--resume", "--force"));
        assertThat(again.path("stopped_by").asString()).isEqualTo("patience");
        assertThat(again.path("epochs")).isEqualTo(first.path("epochs"));
        assertThat(again.path("history")).isEqualTo(first.path("history"));
        assertThat(checksum()).isEqualTo(bits);
    }

    /** Linear runs keep no state: begun anew they give the same bits. */
    @ParameterizedTest
    @ValueSource(strings = {"free", "pinv", "shared", "unrolled", "untied"})
    void aRunOnMomentsIsBegunAnew(String kind) {
        done(with(run("--model " + kind, "--epochs", 20)));
        String bits = checksum();
        done(with(run("--model " + kind, "--epochs", 20), "--force"));
        assertThat(checksum()).isEqualTo(bits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--model network --hidden 16 --held-out 0",
                "--model unrolled --optimizer gd --learning-rate 1e-9"
            })
    void anInterruptedRunWritesItsModel(String options) throws Exception {
        Object[] run = with(run(options, "--epochs", 10_000_000), "--progress", "json");
        try (OwnProcess process = OwnProcess.start(folder, run)) {
            process.awaitEpochs(3);
            process.interrupt();
            assertThat(process.end()).isEqualTo(1);
            assertThat(process.lines().getLast())
                    .startsWith("eckart: interrupted after ")
                    .contains(" epochs: the model is the best so far, of epoch ");
        }
        assertThat(Files.readString(folder.resolve("out"))).contains("interrupted", "written");
        JsonNode evaluation = json("evaluate", model, data);
        assertThat(evaluation.path("error_per_cell").asDouble(-1)).isNotNegative();
        assertThat(json("inspect", model)
                        .path("provenance")
                        .path("findings")
                        .path("stopped_by")
                        .asString())
                .isEqualTo("interrupted");
    }

    @Test
    void anInterruptedCurveOfLabelsWritesNothing() throws Exception {
        Path curve = folder.resolve("curve.csv");
        Object[] run = {
            "label",
            data,
            "--label",
            "c1",
            "--curve",
            "--levels",
            20,
            "--seeds",
            1_000_000,
            "--methods",
            "softmax",
            "-o",
            curve,
            "--progress",
            "bar"
        };
        try (OwnProcess process = OwnProcess.start(folder, run)) {
            awaitDraw(process);
            process.interrupt();
            assertThat(process.end()).isEqualTo(1);
            assertThat(process.lines().getLast()).endsWith("eckart: interrupted, and nothing was written");
        }
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("data.csv", "out");
        }
    }

    private static void awaitDraw(OwnProcess process) throws IOException {
        String line = process.line();
        while (line != null && !line.contains("20 labels, draw")) {
            line = process.line();
        }
        assertThat(line).as("the run has begun, after %s", process.lines()).isNotNull();
    }

    /** The checkpoint and the model are written while the process is already ending. */
    @Test
    void anInterruptedRunWithStateCanGoOn() throws Exception {
        Object[] run = run("--model network --hidden 24 --threads 2", "--epochs", EPOCHS);
        done(with(run));
        String uninterrupted = checksum();
        Files.delete(model);
        Object[] kept = with(run, "--checkpoint", state, "--progress", "json");
        try (OwnProcess process = OwnProcess.start(folder, kept)) {
            process.awaitEpochs(2);
            process.interrupt();
            assertThat(process.end()).isEqualTo(1);
            assertThat(process.lines().getLast()).contains("; --resume goes on from the last whole epoch");
        }
        assertThat(model).exists();
        done(with(run, "--checkpoint", state, "--resume", "--force"));
        assertThat(checksum()).isEqualTo(uninterrupted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--model network --optimizer sgd --learning-rate 1e6",
                "--model network --optimizer sgd --learning-rate 1e6 --held-out 0",
                "--model network --optimizer sgd --learning-rate 1e30 --epochs 1 --batch 1000 --held-out 0",
                "--model unrolled --objective batches --optimizer sgd --step 100 --learning-rate 10",
                "--model free --optimizer gd --learning-rate 1e6",
            })
    void aDivergingRunWritesTheLastGoodModel(String options) {
        Console.Answer answer = Console.run(run(options));
        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.err().strip())
                .hasLineCount(1)
                .startsWith("eckart: diverged: ")
                .contains("take a ", "learning rate", "; the model is the last good one, ");
        JsonNode evaluation = json("evaluate", model, data);
        // A random start may be somewhat worse than the mean; what has diverged is worse by orders of magnitude.
        assertThat(evaluation.path("error_per_cell").asDouble(1e300))
                .isLessThan(10 * evaluation.path("column_mean_error_per_cell").asDouble());
    }

    private Object[] run(String options, Object... more) {
        List<Object> args = new ArrayList<>(List.of("fit", data, "-k", 3, "-o", model));
        args.addAll(List.of(options.split(" ", -1)));
        args.addAll(List.of(more));
        return args.toArray();
    }

    private static Object[] with(Object[] args, Object... more) {
        List<Object> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(more));
        return all.toArray();
    }

    private static int epoch(String line) {
        return tools.jackson.databind.json.JsonMapper.builder()
                .build()
                .readTree(line)
                .path("epoch")
                .asInt();
    }

    private String checksum() {
        return json("inspect", model).path("tensors_sha256").asString();
    }
}
