package io.eckart.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.study.VarianceShare;
import io.eckart.study.analysis.AnalysisOfVariance.Observation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisOfVarianceTest {
    private static final AnalysisOfVariance TWO = new AnalysisOfVariance(List.of("a", "b"));

    private static List<Observation> square(int seed, double... values) {
        return List.of(
                new Observation(seed, List.of("0", "0"), values[0]),
                new Observation(seed, List.of("0", "1"), values[1]),
                new Observation(seed, List.of("1", "0"), values[2]),
                new Observation(seed, List.of("1", "1"), values[3]));
    }

    private static double share(List<VarianceShare> shares, String source) {
        return shares.stream()
                .filter(share -> share.source().equals(source))
                .findFirst()
                .orElseThrow()
                .share()
                .mean();
    }

    /** Means of rows 1 and 7, of columns 2 and 6, of all 4: sums of squares 36, 16, 4, together 56. */
    @Test
    void agreesWithASumByHand() {
        List<VarianceShare> shares = TWO.shares("y", "all", square(0, 0, 2, 4, 10));
        assertThat(share(shares, "a")).isCloseTo(36 / 56.0, within(1e-12));
        assertThat(share(shares, "b")).isCloseTo(16 / 56.0, within(1e-12));
        assertThat(share(shares, "a x b")).isCloseTo(4 / 56.0, within(1e-12));
        assertThat(share(shares, AnalysisOfVariance.REST)).isCloseTo(0, within(1e-12));
    }

    @Test
    void whatThreeDoTogetherIsTheRest() {
        List<Observation> cube = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<String> levels = List.of(String.valueOf(i & 1), String.valueOf(i & 2), String.valueOf(i & 4));
            cube.add(new Observation(0, levels, Integer.bitCount(i) % 2));
        }
        List<VarianceShare> shares = new AnalysisOfVariance(List.of("a", "b", "c")).shares("y", "all", cube);
        assertThat(share(shares, AnalysisOfVariance.REST)).isCloseTo(1, within(1e-12));
        assertThat(shares).hasSize(3 + 3 + 1);
    }

    @Test
    void seedsGiveAnIntervalAndOnesWithGapsAreLeftOut() {
        List<Observation> all = new ArrayList<>(square(0, 0, 2, 4, 10));
        all.addAll(square(1, 0, 1, 1, 2));
        all.addAll(square(2, 0, Double.NaN, 1, 2));
        all.addAll(square(3, 0, 1, 1, 2).subList(0, 3));
        VarianceShare first = TWO.shares("y", "all", all).getFirst();
        assertThat(first.share().seeds()).isEqualTo(2);
        assertThat(first.share().mean()).isCloseTo((36 / 56.0 + .5) / 2, within(1e-12));
        assertThat(first.share().halfWidth()).isPositive();
        assertThat(TWO.shares("y", "all", square(0, 0, Double.NaN, 1, 2))).isEmpty();
    }
}
