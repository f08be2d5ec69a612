package io.eckart.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GrowthCurveTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void exponentIsThatOfAPowerLaw() {
        List<GrowthPoint> points = Stream.of(10, 20, 40, 70)
                .map(n -> new GrowthPoint("m", "n", n, 3 * Math.pow(n, 1.7), 5.0 / n))
                .toList();
        GrowthCurve curve = GrowthCurve.of(2, points);
        assertThat(curve.measured()).isCloseTo(1.7, within(ROUNDING));
        assertThat(curve.ofMemory()).isCloseTo(-1, within(ROUNDING));
        assertThat(curve.expected()).isEqualTo(2);
    }

    @Test
    void oneSizeHasNoExponent() {
        GrowthPoint point = new GrowthPoint("m", "n", 10, 1, 1);
        assertThat(GrowthCurve.of(1, List.of(point, point)).measured()).isNaN();
    }
}
