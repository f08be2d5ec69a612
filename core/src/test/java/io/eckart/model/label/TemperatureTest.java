package io.eckart.model.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemperatureTest {
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final FloatMatrix ROWS = new FloatMatrix(3, 2, new float[] {1, -2, 0.5f, 3, -4, 0.1f});

    @Test
    void itIsThePowerOfEachProbabilityOverTheirSum() {
        FloatMatrix given = new FloatMatrix(1, 3, new float[] {0.5f, 0.3f, 0.2f});
        float[] found = Temperature.apply(given, 0.5).values();
        double sum = 0.25 + 0.09 + 0.04;
        assertThat(found[0]).isCloseTo((float) (0.25 / sum), within(1e-6f));
        assertThat(found[1]).isCloseTo((float) (0.09 / sum), within(1e-6f));
        assertThat(found[2]).isCloseTo((float) (0.04 / sum), within(1e-6f));
    }

    @Test
    void aRowWithoutProbabilitiesStaysOne() {
        FloatMatrix given = new FloatMatrix(2, 2, new float[] {Float.NaN, Float.NaN, 1, 0});
        assertThat(Temperature.apply(given, 3).values()).containsExactly(Float.NaN, Float.NaN, 1, 0);
    }

    private static Stream<ClassificationRule> rules() {
        DoubleMatrix weights = new DoubleMatrix(3, 2, new double[] {1, 2, -1, 0.5, 0.3, -2});
        return Stream.of(
                new SoftmaxRule(NAMES, weights, new double[] {0.1, 0.2, -0.3}),
                new NeighbourVote(NAMES, ROWS, new int[] {0, 2, 1}, 2));
    }

    /** A rule at a temperature gives its probabilities at that temperature, and of two temperatures their product counts. */
    @ParameterizedTest
    @MethodSource("rules")
    void aRuleAtATemperatureGivesItsProbabilitiesAtIt(ClassificationRule rule) {
        try (Workers workers = Workers.of(1)) {
            FloatMatrix plain = rule.probabilities(ROWS, workers);
            assertClose(rule.withTemperature(2.5).probabilities(ROWS, workers), Temperature.apply(plain, 2.5));
            assertClose(
                    rule.withTemperature(5).withTemperature(0.5).probabilities(ROWS, workers),
                    Temperature.apply(plain, 2.5));
            assertThat(rule.withTemperature(1).probabilities(ROWS, workers).values())
                    .isEqualTo(plain.values());
        }
    }

    private static void assertClose(FloatMatrix found, FloatMatrix expected) {
        // Probabilities are float32, and a power of 1/2.5 does not enlarge their relative rounding.
        assertThat(found.values()).containsExactly(expected.values(), within(1e-6f));
    }
}
