package io.eckart.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.training.EpochRecord;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarsTest {
    private static final long SECOND = 1_000_000_000L;

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
}
