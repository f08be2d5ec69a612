package io.eckart.cli;

import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.training.EpochRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is shown while a model is trained. */
class ProgressTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    @Test
    void theBarTellsTheTimeLeft() {
        AtomicLong clock = new AtomicLong(5 * SECOND);
        ProgressBars bars = new ProgressBars(clock::get);
        clock.addAndGet(10 * SECOND);
        assertThat(bars.epoch(new EpochRecord(1, 4, Double.NaN, 0.1), 8, Double.NaN))
                .isEqualTo("4.00000, at most 1:10 left");
        assertThat(new ProgressBars(clock::get).epoch(new EpochRecord(3, 4, 5, 0.1), 8, 0.25))
                .as("a resumed run whose first epoch took no time")
                .isEqualTo("4.00000, held out 5.00000, gap 0.25000, at most 0:00 left");
        AtomicLong slow = new AtomicLong();
        ProgressBars hours = new ProgressBars(slow::get);
        slow.addAndGet(1000 * SECOND);
        assertThat(hours.epoch(new EpochRecord(1, 4, Double.NaN, 0.1), 10, Double.NaN))
                .endsWith("at most 2:30:00 left");
    }

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
