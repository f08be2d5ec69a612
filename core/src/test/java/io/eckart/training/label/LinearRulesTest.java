package io.eckart.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.model.label.LinearRule;
import io.eckart.model.label.SoftmaxRule;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals.Precision;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Softmax regression and linear regression with a ridge. */
class LinearRulesTest {
    private static final long SEED = 3;
    private static final List<String> NAMES = List.of("a", "b", "c");

    private final SplittableRandom random = new RandomStreams(SEED).stream("rules");

    private FloatMatrix rows(int n, int d) {
        FloatMatrix rows = FloatMatrix.zeros(n, d);
        for (int i = 0; i < n * d; i++) {
            rows.values()[i] = (float) random.nextGaussian();
        }
        return rows;
    }

    private int[] classes(FloatMatrix rows) {
        int[] classes = new int[rows.rows()];
        for (int i = 0; i < classes.length; i++) {
            double at = rows.get(i, 0) + 0.5 * random.nextGaussian();
            classes[i] = at < -0.5 ? 0 : at < 0.5 ? 1 : 2;
        }
        return classes;
    }

    /** Divided by their own deviation they would weigh as much as the others, and differ with the linear algebra library. */
    @Test
    void codesOfNothingButRoundingAreNotScaled() {
        FloatMatrix rows = rows(50, 3);
        for (int i = 0; i < 50; i++) {
            rows.values()[3 * i + 1] *= 3e-8f;
            rows.values()[3 * i + 2] *= 1e-4f;
        }
        double[] scale = Standardization.of(rows, true).scale();
        assertThat(scale[0]).isBetween(0.5, 2.0);
        assertThat(scale[1]).isEqualTo(1);
        assertThat(scale[2]).isBetween(0.5e-4, 2e-4);
    }

    @Test
    void theGradientIsThatOfCentralDifferences() {
        FloatMatrix rows = rows(1100, 4);
        try (Workers workers = Workers.of(2)) {
            SoftmaxObjective objective = new SoftmaxObjective(rows, classes(rows), 3, 2.5, Precision.FLOAT64, workers);
            double[] at = random.doubles(objective.size(), -1, 1).toArray();
            double[] gradient = new double[at.length];
            objective.evaluate(at, gradient);
            for (int i = 0; i < at.length; i++) {
                double[] moved = at.clone();
                moved[i] += 1e-5;
                double more = objective.evaluate(moved, new double[at.length]);
                moved[i] -= 2e-5;
                double less = objective.evaluate(moved, new double[at.length]);
                assertThat(gradient[i])
                        .as("parameter %d, seed %d", i, SEED)
                        .isCloseTo((more - less) / 2e-5, within(1e-6));
            }
        }
    }

    /** The minimum is where the gradient is zero; b moves with the rows and W does not, for it has no ridge. */
    @Test
    void theFitIsTheMinimumWhereverTheRowsAre() {
        FloatMatrix rows = rows(200, 4);
        int[] classes = classes(rows);
        FloatMatrix moved = new FloatMatrix(200, 4, rows.values().clone());
        for (int i = 0; i < moved.values().length; i++) {
            moved.values()[i] += 64;
        }
        try (Workers workers = Workers.of(2)) {
            SoftmaxRegression regression = new SoftmaxRegression(0.7, false, workers);
            SoftmaxRule rule = regression.fit(rows, classes, NAMES);
            double[] at = new double[15];
            System.arraycopy(rule.weights().values(), 0, at, 0, 12);
            System.arraycopy(rule.bias(), 0, at, 12, 3);
            double[] gradient = new double[15];
            new SoftmaxObjective(rows, classes, 3, 0.7, Precision.FLOAT64, workers).evaluate(at, gradient);
            // The run ends once an iteration gains less than 1e-9 of the value: a gradient of about its root.
            assertThat(gradient).containsExactly(new double[15], within(1e-4));
            double[] other = regression.fit(moved, classes, NAMES).weights().values();
            assertThat(other).containsExactly(rule.weights().values(), within(1e-3));
        }
    }

    @Test
    void float32GivesWhatFloat64Gives() {
        FloatMatrix rows = rows(2500, 6);
        int[] classes = classes(rows);
        try (Workers workers = Workers.of(2)) {
            SoftmaxObjective wide = new SoftmaxObjective(rows, classes, 3, 1, Precision.FLOAT64, workers);
            SoftmaxObjective narrow = new SoftmaxObjective(rows, classes, 3, 1, Precision.FLOAT32, workers);
            double[] at = random.doubles(wide.size(), -1, 1).toArray();
            double[] a = new double[at.length];
            double[] b = new double[at.length];
            // Sums over blocks of 1024 float32 terms of size one, divided by n.
            assertThat(narrow.evaluate(at, b)).isCloseTo(wide.evaluate(at, a), within(1e-5));
            assertThat(b).containsExactly(a, within(1e-5));
        }
    }

    @Test
    void theRidgeSolutionSolvesItsNormalEquationsOnBothSidesOfNEqualsD() {
        for (int n : new int[] {30, 5}) {
            FloatMatrix rows = rows(n, 8);
            double[] values = random.doubles(n, -3, 3).toArray();
            LinearRule rule = new RidgeRegression(0.3, false).fit(rows, values);
            double residuals = 0;
            double[] slopes = new double[8];
            for (int i = 0; i < n; i++) {
                double error = rule.bias() - values[i];
                for (int j = 0; j < 8; j++) {
                    error += rule.weights()[j] * rows.get(i, j);
                }
                residuals += error;
                for (int j = 0; j < 8; j++) {
                    slopes[j] += error * rows.get(i, j);
                }
            }
            // Rows are narrowed to float32 about their mean: 2^-24 of sums of some dozens.
            assertThat(residuals).as("n = %d", n).isCloseTo(0, within(1e-5));
            for (int j = 0; j < 8; j++) {
                assertThat(slopes[j] + 0.3 * rule.weights()[j]).as("n = %d", n).isCloseTo(0, within(1e-5));
            }
        }
    }

    @Test
    void standardisingUndoesTheScaleOfAFeature() {
        FloatMatrix rows = rows(60, 3);
        double[] values = random.doubles(60, -3, 3).toArray();
        LinearRule rule = new RidgeRegression(5, true).fit(rows, values);
        for (int i = 0; i < 60; i++) {
            rows.values()[3 * i + 1] *= 1024;
        }
        assertThat(new RidgeRegression(5, true).fit(rows, values).weights()[1] * 1024)
                .isCloseTo(rule.weights()[1], within(1e-6));
    }

    @Test
    void aRidgeOfZeroIsRefused() {
        assertThatThrownBy(() -> new RidgeRegression(0, false)).hasMessageContaining("above 0");
        try (Workers workers = Workers.of(1)) {
            assertThatThrownBy(() -> new SoftmaxRegression(Double.NaN, false, workers))
                    .hasMessageContaining("above 0");
        }
    }
}
