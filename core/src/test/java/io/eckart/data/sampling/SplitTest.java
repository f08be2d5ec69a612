package io.eckart.data.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.numerics.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SplitTest {
    private static final RandomStreams STREAMS = new RandomStreams(42);

    /** 60 of class a, 30 of b, 10 without a label, mixed up. */
    private static @Nullable String[] labels() {
        @Nullable String[] labels = new String[100];
        Arrays.setAll(labels, i -> i * 37 % 100 < 60 ? "a" : i * 37 % 100 < 90 ? "b" : null);
        return labels;
    }

    private static long count(int[] rows, @Nullable String label) {
        return Arrays.stream(rows)
                .filter(row -> java.util.Objects.equals(labels()[row], label))
                .count();
    }

    @Test
    void holdOutSharesOutAllRows() {
        for (int rows : new int[] {2, 3, 10, 101}) {
            for (double fraction : new double[] {0.01, 0.2, 0.5, 0.99}) {
                Split split = Split.holdOut(rows, null, fraction, STREAMS);
                long wanted = Math.clamp(Math.round(rows * fraction), 1, rows - 1);
                assertThat(split.test())
                        .as("%d rows, %s", rows, fraction)
                        .hasSize((int) wanted)
                        .isSorted();
                assertThat(split.train()).isSorted();
                assertThat(IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test()))
                                .sorted())
                        .containsExactly(IntStream.range(0, rows).boxed().toArray(Integer[]::new));
            }
        }
    }

    @Test
    void holdOutKeepsTheProportionsOfTheClasses() {
        Split split = Split.holdOut(100, labels(), 0.2, STREAMS);
        assertThat(split.test()).hasSize(20);
        assertThat(count(split.test(), "a")).isEqualTo(12);
        assertThat(count(split.test(), "b")).isEqualTo(6);
        assertThat(count(split.test(), null)).isEqualTo(2);
    }

    @Test
    void foldsShareOutAllRowsAndClasses() {
        for (int folds : new int[] {2, 7, 10, 100}) {
            List<Split> splits = Split.folds(100, labels(), folds, STREAMS);
            assertThat(splits).hasSize(folds);
            assertThat(splits.stream()
                            .flatMapToInt(s -> Arrays.stream(s.test()))
                            .sorted())
                    .containsExactly(IntStream.range(0, 100).boxed().toArray(Integer[]::new));
            for (String label : new String[] {"a", "b"}) {
                long all = label.equals("a") ? 60 : 30;
                for (Split split : splits) {
                    assertThat(count(split.test(), label))
                            .as("%d folds", folds)
                            .isBetween(all / folds, all / folds + 1);
                    assertThat(split.train().length + split.test().length).isEqualTo(100);
                }
            }
            assertThat(splits).allSatisfy(s -> assertThat(s.test().length).isBetween(100 / folds, 100 / folds + 1));
        }
    }

    @Test
    void theSeedDecides() {
        int[] first = Split.holdOut(1000, null, 0.5, STREAMS).test();
        assertThat(Split.holdOut(1000, null, 0.5, new RandomStreams(42)).test()).isEqualTo(first);
        assertThat(Split.holdOut(1000, null, 0.5, new RandomStreams(43)).test()).isNotEqualTo(first);
    }

    @Test
    void numbersOutOfRangeAreErrors() {
        assertThatThrownBy(() -> Split.holdOut(10, null, 0, STREAMS))
                .hasMessageContaining("above 0 and below 1, got 0.0");
        assertThatThrownBy(() -> Split.holdOut(10, null, Double.NaN, STREAMS)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> Split.holdOut(1, null, 0.5, STREAMS)).hasMessageContaining("at least 2 rows, got 1");
        assertThatThrownBy(() -> Split.folds(10, null, 11, STREAMS)).hasMessageContaining("2 to 10 (rows), got 11");
        assertThatThrownBy(() -> Split.folds(10, null, 1, STREAMS)).hasMessageContaining("got 1");
        assertThatThrownBy(() -> Split.folds(10, new String[3], 2, STREAMS))
                .hasMessageContaining("3 labels for 10 rows");
    }
}
