package io.eckart.task.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinctValuesTest {
    private static DistinctValues of(int capacity, double... values) {
        DistinctValues counted = new DistinctValues(capacity);
        for (double value : values) {
            counted.add(value);
        }
        return counted;
    }

    @Test
    void fewValuesAreCountedExactly() {
        DistinctValues counted = of(100, 3, 1, 0.0, -0.0, 3, Double.NaN, 2, 3);
        assertThat(counted.isExact()).isTrue();
        assertThat(counted.distinct()).isEqualTo(4);
        SortedCounts sorted = counted.sorted();
        assertThat(sorted.values()).containsExactly(0, 1, 2, 3);
        assertThat(sorted.ends()).containsExactly(2, 3, 4, 7);
        assertThat(sorted.quantile(0.5)).isEqualTo(2);
        assertThat(sorted.quantile(0)).isZero();
        assertThat(sorted.quantile(1)).isEqualTo(3);
    }

    /** numpy 2.3: {@code np.quantile([1, 2, 2, 7, 9, 12], [.25, .5, .75])}. */
    @Test
    void quantilesAreThoseOfNumpy() {
        SortedCounts sorted = of(9, 12, 2, 9, 7, 2, 1).sorted();
        assertThat(new double[] {sorted.quantile(.25), sorted.quantile(.5), sorted.quantile(.75)})
                .containsExactly(2, 4.5, 8.5);
        assertThat(SortedCounts.of(new double[] {Double.NaN}).quantile(.5)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {1025, 5000, 200_000})
    void manyAreEstimated(int different) {
        SplittableRandom random = new SplittableRandom(11);
        DistinctValues counted = new DistinctValues(1024);
        for (int i = 0; i < different; i++) {
            double value = random.nextDouble();
            counted.add(value);
            counted.add(value);
        }
        assertThat(counted.isExact()).isFalse();
        // Three standard errors of sqrt(2 / 1024).
        assertThat((double) counted.distinct()).isCloseTo(different, within(0.133 * different));
        assertThatThrownBy(counted::sorted).isInstanceOf(IllegalStateException.class);
    }
}
