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

    @ParameterizedTest
    @ValueSource(strings = {"auto", "none"})
    void nothingIsShownWhereNobodyWatches(String style) {
        Path data = csv(folder, "data.csv", numbers(60, 4, 1));
        Console.done("fit", data, "--model", "network", "-k", 2, "--epochs", 2, "--progress", style);
        Console.done("fit", data, "-k", 2, "--progress", style);
    }
}
