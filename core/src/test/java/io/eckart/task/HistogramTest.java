package io.eckart.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void everyFiniteValueIsInItsBin() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = random.doubles(1000, -2, 5).toArray();
        values[7] = Double.NaN;
        Histogram histogram = Histogram.of(values);
        assertThat(histogram.values()).isEqualTo(999);
        assertThat(histogram.bins()).hasSize(20);
        for (Histogram.Bin bin : histogram.bins()) {
            boolean isLast = bin.equals(histogram.bins().getLast());
            long expected = java.util.Arrays.stream(values)
                    .filter(v -> v >= bin.from() && (v < bin.to() || (isLast && v == bin.to())))
                    .count();
            // A value on an edge may fall to either side by rounding.
            assertThat((double) bin.count()).isCloseTo((double) expected, within(1.0));
        }
        assertThat(histogram.bins().stream().mapToLong(Histogram.Bin::count).sum())
                .isEqualTo(999);
    }

    @Test
    void equalValuesShareOneBinAndNoneHaveNone() {
        assertThat(Histogram.of(new double[] {4, 4, 4}).bins()).containsExactly(new Histogram.Bin(4, 4, 4, 3));
        assertThat(Histogram.of(new double[] {Double.NaN}).bins()).isEmpty();
    }
}
