package io.eckart.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.model.label.Temperature;
import io.eckart.numerics.FloatMatrix;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes that are drawn from known probabilities: what a temperature should be is known, and so is what it should bring. */
class TemperatureFitTest {
    private static final int C = 4;
    private static final int FRESH = 20_000;
    private static final int SEEDS = 20;

    /** Rows drawn from softmax(z), and the probabilities softmax(z / t) that a model claims. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Drawn(FloatMatrix claimed, int[] classes) {
        static Drawn of(int n, double t, SplittableRandom random) {
            FloatMatrix right = FloatMatrix.zeros(n, C);
            int[] classes = new int[n];
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int c = 0; c < C; c++) {
                    right.values()[i * C + c] = (float) Math.exp(2 * random.nextGaussian());
                    sum += right.get(i, c);
                }
                double draw = random.nextDouble() * sum;
                for (double at = right.get(i, 0); draw > at && classes[i] < C - 1; at += right.get(i, classes[i])) {
                    classes[i]++;
                }
                for (int c = 0; c < C; c++) {
                    right.values()[i * C + c] /= (float) sum;
                }
            }
            return new Drawn(Temperature.apply(right, t), classes);
        }

        double logLoss(double temperature) {
            FloatMatrix scaled = Temperature.apply(claimed, temperature);
            double sum = 0;
            for (int i = 0; i < classes.length; i++) {
                sum -= Math.log(scaled.get(i, classes[i]));
            }
            return sum / classes.length;
        }
    }

    private static double fit(Drawn drawn) {
        return TemperatureFit.of(drawn.claimed, drawn.classes, drawn.classes.length);
    }

    /** The temperature that was applied is undone, and the log loss of fresh rows falls, for each of the seeds. */
    @ParameterizedTest
    @CsvSource({"0.25, 50", "0.25, 400", "3, 400"})
    void wrongProbabilitiesAreMendedOnFreshRows(double claimed, int n) {
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double fitted = fit(Drawn.of(n, claimed, random));
            Drawn fresh = Drawn.of(FRESH, claimed, random);
            assertThat(fresh.logLoss(fitted)).as("seed %d", seed).isLessThan(fresh.logLoss(1) - 0.05);
            if (n >= 400) {
                // Its standard error is about 0.08 with 400 rows.
                assertThat(Math.log(fitted * claimed)).as("seed %d", seed).isCloseTo(0, within(0.3));
            }
        }
    }

    /**
     * Where the probabilities are right already, one fitted number costs log loss on fresh rows: 2 n times the excess is about
     * chi-squared with one degree of freedom, whose mean is 1 and whose 99.9 % quantile is 10.8.
     */
    @ParameterizedTest
    @CsvSource({"50", "400"})
    void rightProbabilitiesLoseNoMoreThanChance(int n) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double fitted = fit(Drawn.of(n, 1, random));
            Drawn fresh = Drawn.of(FRESH, 1, random);
            double excess = fresh.logLoss(fitted) - fresh.logLoss(1);
            assertThat(excess).as("seed %d, %d rows", seed, n).isLessThan(10.8 / (2 * n));
            sum += excess;
        }
        // The mean of 20 such excesses has a standard deviation of sqrt(2 / 20) of the expected one.
        assertThat(sum / SEEDS).as("mean of %d seeds", SEEDS).isLessThan(2.0 / (2 * n));
    }

    /** 30 rows that are all right do not prove that an error is impossible: Laplace's rule gives 31/32. */
    @Test
    void rowsThatAreAllRightDoNotMakeCertain() {
        FloatMatrix probabilities = FloatMatrix.zeros(30, 2);
        for (int i = 0; i < 30; i++) {
            probabilities.values()[2 * i] = 0.75f;
            probabilities.values()[2 * i + 1] = 0.25f;
        }
        double temperature = TemperatureFit.of(probabilities, new int[30], 30);
        assertThat(Temperature.apply(probabilities, temperature).get(0, 0)).isCloseTo(31f / 32, within(1e-5f));
    }

    @Test
    void probabilitiesOfZeroAreNoObstacle() {
        FloatMatrix probabilities = new FloatMatrix(3, 2, new float[] {1, 0, 1, 0, 0, 1});
        double temperature = TemperatureFit.of(probabilities, new int[] {0, 1, 1}, 3);
        assertThat(temperature).isBetween(1.0, 100.0);
    }

    @Test
    void sizesThatDoNotGoTogetherAreRefused() {
        assertThatThrownBy(() -> TemperatureFit.of(FloatMatrix.zeros(2, 2), new int[3], 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 classes for 2 x 2");
        assertThatThrownBy(() -> Temperature.apply(FloatMatrix.zeros(2, 2), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("above 0");
    }
}
