package io.eckart.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.training.JobStep;
import io.eckart.training.TrainingEvent.JobStarted;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarsTest {
    /** A line is written over the one before: what is left of a longer one would stay at the end. */
    @Test
    void aLineFillsTheWidth() {
        try (ProgressBars bars = new ProgressBars(() -> 0)) {
            bars.on(new JobStarted("fill", List.of(JobStep.of("mean", 1))));
            assertThat(bars.line(80)).hasSize(80).startsWith("fill 1 of 1: [");
            assertThat(bars.line(30)).hasSize(30);
        }
    }
}
