package io.eckart.cli;

import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shown while a model is trained. */
class ProgressTest {
    @TempDir
    Path folder;

    @Test
    void oneLineOfJsonForEachEpoch() {
        Path data = csv(folder, "data.csv", numbers(60, 4, 1));
        Console.Answer answer =
                Console.run("fit", data, "--model", "network", "-k", 2, "--epochs", 4, "--progress", "json", "--json");
        assertThat(answer.exitCode()).isZero();
        JsonNode fit = answer.json();
        List<String> lines = answer.err().lines().toList();
        assertThat(lines).hasSize(4);
        double before = 0;
        for (int i = 0; i < 4; i++) {
            JsonNode line = JsonMapper.builder().build().readTree(lines.get(i));
            JsonNode record = fit.path("history").path(i);
            assertThat(line.propertyNames())
                    .containsExactly("epoch", "epochs", "error", "held_out_error", "learning_rate", "gap", "seconds");
            for (String name : List.of("epoch", "error", "held_out_error", "learning_rate")) {
                assertThat(line.path(name)).as(name).isEqualTo(record.path(name));
            }
            assertThat(line.path("epochs").asInt()).isEqualTo(4);
            assertThat(line.path("gap").isNull()).isTrue();
            assertThat(line.path("seconds").asDouble()).isGreaterThanOrEqualTo(before);
            before = line.path("seconds").asDouble();
        }
    }

    @Test
    void linesOnMomentsHaveTheGap() {
        Path data = csv(folder, "data.csv", numbers(60, 4, 1));
        Console.Answer answer =
                Console.run("fit", data, "--model", "free", "-k", 2, "--held-out", 0, "--progress", "json", "--json");
        JsonNode fit = answer.json();
        JsonNode last = JsonMapper.builder()
                .build()
                .readTree(answer.err().lines().toList().getLast());
        assertThat(last.path("epoch").asInt()).isEqualTo(fit.path("epochs").asInt());
        assertThat(last.path("gap").asDouble(-1)).isNotNegative().isLessThan(1e-5);
        assertThat(last.path("learning_rate").isNull()).isTrue();
        assertThat(last.path("held_out_error").isNull()).isTrue();
    }

    /** Every job has its begin, its steps and its end as lines, and they say in which job they are. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "explore DATA",
                "compare DATA --models pca,kmeans -k 2",
                "fill DATA --repeat 1",
                "fit DATA --model masked --networks 1",
            })
    void oneLineOfJsonForEachStep(String command) {
        Path data = csv(folder, "data.csv", numbers(60, 4, 1));
        Object[] words = (command.replace("DATA", data.toString()) + " --progress json --json").split(" ", -1);
        Console.Answer answer = Console.run(words);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        List<JsonNode> events = answer.err()
                .lines()
                .filter(line -> line.startsWith("{"))
                .map(line -> JsonMapper.builder().build().readTree(line))
                .filter(line -> line.has("event"))
                .toList();
        String job = events.getFirst().path("job").asString();
        int steps = events.getFirst().path("steps").asInt();
        assertThat(events.getFirst().path("event").asString()).isEqualTo("job_started");
        List<JsonNode> own = events.stream()
                .filter(line -> line.path("job").asString().equals(job))
                .toList();
        for (int i = 1; i <= steps; i++) {
            JsonNode started = own.get(2 * i - 1);
            JsonNode ended = own.get(2 * i);
            assertThat(started.propertyNames()).containsExactly("event", "job", "step", "steps", "what", "seconds");
            assertThat(started.path("event").asString()).isEqualTo("step_started");
            assertThat(started.path("step").asInt()).isEqualTo(i);
            assertThat(ended.path("event").asString()).isEqualTo("step_ended");
            assertThat(ended.path("step").asInt()).isEqualTo(i);
        }
        JsonNode last = events.getLast();
        assertThat(own).hasSize(2 + 2 * steps).last().isEqualTo(last);
        assertThat(last.path("event").asString()).isEqualTo("job_ended");
        assertThat(last.path("complete").asBoolean()).isTrue();
    }

    @Test
    void iterationsAreLines() {
        Path data = csv(folder, "data.csv", numbers(60, 4, 1));
        Console.Answer answer =
                Console.run("fit", data, "--model", "kmeans", "-k", 3, "--restarts", 2, "--progress", "json");
        List<String> lines = answer.err().lines().toList();
        assertThat(lines).hasSizeGreaterThan(2).allMatch(line -> line.startsWith("{\"iteration\":"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "none"})
    void nothingIsShownWhereNobodyWatches(String style) {
        Path data = csv(folder, "data.csv", numbers(60, 4, 1));
        Console.done("fit", data, "--model", "network", "-k", 2, "--epochs", 2, "--progress", style);
        Console.done("fit", data, "-k", 2, "--progress", style);
    }
}
