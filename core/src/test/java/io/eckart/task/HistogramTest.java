package io.eckart.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramTest {
    private static List<Double> edges(Histogram histogram) {
        List<Double> edges = new ArrayList<>(
                histogram.bins().stream().map(Histogram.Bin::from).toList());
        edges.add(histogram.bins().getLast().to());
        return edges;
    }

    @Test
    void everyFiniteValueIsInItsBin() {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = random.doubles(1000, -2, 5).toArray();
        values[7] = Double.NaN;
        Histogram histogram = Histogram.of(values);
        assertThat(histogram.values()).isEqualTo(999);
        for (Histogram.Bin bin : histogram.bins()) {
            boolean isLast = bin.equals(histogram.bins().getLast());
            assertThat(bin.count())
                    .isEqualTo(Arrays.stream(values)
                            .filter(v -> v >= bin.from() && (v < bin.to() || (isLast && v == bin.to())))
                            .count());
        }
        assertThat(histogram.bins().stream().mapToLong(Histogram.Bin::count).sum())
                .isEqualTo(999);
    }

    @Test
    void binsBeginAtRoundNumbers() {
        double[] values = {-1.5024, -0.565, 0.1, 0.3, 0.30000000000000004, 0.7, 1.2};
        assertThat(edges(Histogram.of(values))).containsExactly(-2.0, -1.0, 0.0, 1.0, 2.0);
        double[] tenths = {0, 0.1, 0.2, 0.3, 0.4, 0.5};
        assertThat(edges(Histogram.of(tenths))).containsExactly(0.0, 0.1, 0.2, 0.3, 0.4, 0.5);
        assertThat(Histogram.of(tenths).bins()).extracting(Histogram.Bin::count).containsExactly(1L, 1L, 1L, 1L, 2L);
    }

    @Test
    void wholeNumbersAreInTheMiddleOfBinsOrBeginThem() {
        Histogram few = Histogram.of(new double[] {3, 4, 4, 6});
        assertThat(few.bins()).extracting(Histogram.Bin::at).containsExactly(3.0, 4.0, 5.0, 6.0);
        assertThat(few.bins()).extracting(Histogram.Bin::count).containsExactly(1L, 2L, 0L, 1L);
        Histogram many = Histogram.of(new double[] {0, 20, 40, 60, 80, 100});
        assertThat(edges(many)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0, 120.0);
        assertThat(many.bins()).extracting(Histogram.Bin::count).containsOnly(1L);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1e-320",
        "1e-300, 1.5e-300",
        "-1e308, 1e308",
        "1e15, 1000000000000001.5",
        "0.1, 0.10000000000000002",
        "-3e9, 7"
    })
    void rangesOfAnySizeHaveBins(double least, double most) {
        double[] values = {least, most, least / 2 + most / 2, most};
        Histogram histogram = Histogram.of(values);
        List<Double> edges = edges(histogram);
        assertThat(edges).isSorted().doesNotContain(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(edges.getFirst()).isLessThanOrEqualTo(least);
        assertThat(edges.getLast()).isGreaterThanOrEqualTo(most);
        assertThat(edges).hasSizeLessThan(9);
        assertThat(histogram.bins().stream().mapToLong(Histogram.Bin::count).sum())
                .isEqualTo(4);
    }

    @Test
    void equalValuesShareOneBinAndNoneHaveNone() {
        assertThat(Histogram.of(new double[] {0.3, 0.3}).bins()).containsExactly(new Histogram.Bin(0.3, 0.3, 0.3, 2));
        assertThat(Histogram.of(new double[] {Double.NaN}).bins()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new HistogramBins(1, Double.POSITIVE_INFINITY, false, 5));
    }
}
