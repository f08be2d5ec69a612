package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Cholesky;
import io.eckart.numerics.statistics.ConditionalNormal;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditional means and deviations against the formula with the covariance of the observed cells. */
class GaussianTest {
    private static final long SEED = 31;

    /** Loadings on three factors and noise of another size for each feature. */
    private static DoubleMatrix covariance(int d, SplittableRandom random) {
        DoubleMatrix loadings = PlainMath.gaussian(d, 3, random);
        DoubleMatrix covariance = PlainMath.product(loadings, loadings.transpose());
        for (int j = 0; j < d; j++) {
            covariance.values()[j * d + j] += 0.5 + 0.1 * j;
        }
        return covariance;
    }

    private static DoubleMatrix part(DoubleMatrix matrix, int[] rows, int[] columns) {
        DoubleMatrix part = DoubleMatrix.zeros(rows.length, columns.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                part.values()[i * columns.length + j] = matrix.get(rows[i], columns[j]);
            }
        }
        return part;
    }

    /** Up to 48 missing cells go through plain loops, more through the provider. */
    @ParameterizedTest
    @CsvSource({"2, 1", "6, 2", "7, 6", "60, 3", "60, 48", "60, 49", "60, 57"})
    void missingCellsGetTheirConditionalMomentsByTheFormula(int d, int holes) {
        SplittableRandom random = new SplittableRandom(SEED);
        DoubleMatrix covariance = covariance(d, random);
        double[] means = PlainMath.gaussian(1, d, random).values();
        FloatMatrix row = PlainMath.gaussian(1, d, random).toFloat();
        int[] missing = IntStream.range(0, d).filter(j -> (11 * j) % d < holes).toArray();
        assertThat(missing).hasSize(holes);
        int[] observed =
                IntStream.range(0, d).filter(j -> (11 * j) % d >= holes).toArray();
        DoubleMatrix difference = DoubleMatrix.zeros(observed.length, 1);
        for (int i = 0; i < observed.length; i++) {
            difference.values()[i] = row.values()[observed[i]] - means[observed[i]];
        }
        for (int j : missing) {
            row.values()[j] = Float.NaN;
        }
        Cholesky known = Cholesky.of(part(covariance, observed, observed));
        DoubleMatrix cross = part(covariance, missing, observed);
        DoubleMatrix shift = PlainMath.product(cross, known.solve(difference));
        DoubleMatrix explained = PlainMath.product(cross, known.solve(cross.transpose()));
        Gaussian model = new Gaussian(means, covariance, 100);
        try (Workers workers = Workers.of(1)) {
            FloatMatrix filled = model.fill(row, workers);
            FloatMatrix deviations = model.deviations(row, workers);
            for (int i = 0; i < holes; i++) {
                int j = missing[i];
                String what = "cell " + j + ", seed " + SEED;
                double variance = covariance.get(j, j) - explained.get(i, i);
                assertThat((double) filled.get(0, j)).as(what).isCloseTo(means[j] + shift.get(i, 0), within(1e-5));
                assertThat((double) deviations.get(0, j)).as(what).isCloseTo(Math.sqrt(variance), within(1e-5));
            }
            for (int j : observed) {
                assertThat(filled.get(0, j)).isEqualTo(row.get(0, j));
                assertThat(deviations.get(0, j)).isNaN();
            }
        }
        assertThat(model.ridge()).isZero();
    }

    @Test
    void determinantsAreThoseOfTheCorrelations() {
        ConditionalNormal normal =
                new ConditionalNormal(new double[2], new DoubleMatrix(2, 2, new double[] {4, 3, 3, 9}));
        assertThat(normal.logDeterminant()).isCloseTo(Math.log(0.75), within(1e-14));
        assertThat(normal.spread(1)).isEqualTo(3);
        // The inverse of (1 .5; .5 1) is (1 -.5; -.5 1) / .75.
        assertThat(normal.traceWithPrecision(new double[] {1, 2, 3, 4})).isCloseTo(2.5 / 0.75, within(1e-13));
        ConditionalNormal.Workspace space = normal.workspace();
        space.condition(new float[] {Float.NaN, Float.NaN}, 0);
        assertThat(space.logDeterminantOfMissing()).isCloseTo(-Math.log(0.75), within(1e-14));
        assertThat(space.covariance(0, 1)).isCloseTo(0.5, within(1e-14));
        space.condition(new float[] {9, 9, 2, Float.NaN}, 2);
        assertThat(space.missing()).isEqualTo(1);
        assertThat(space.mean(0)).as("3 * (.5 * 2 / 2)").isCloseTo(1.5, within(1e-14));
        assertThat(space.deviation(0)).isCloseTo(3 * Math.sqrt(0.75), within(1e-13));
    }

    @Test
    void aFeatureThatDoesNotVaryTakesNoPart() {
        double[] means = {5, 1};
        DoubleMatrix covariance = new DoubleMatrix(2, 2, new double[] {0, 0, 0, 4});
        Gaussian model = new Gaussian(means, covariance, 10);
        FloatMatrix rows = new FloatMatrix(2, 2, new float[] {Float.NaN, 3, 7, Float.NaN});
        try (Workers workers = Workers.of(1)) {
            assertThat(model.fill(rows, workers).values()).containsExactly(5, 3, 7, 1);
            assertThat(model.deviations(rows, workers).values()).containsExactly(0, Float.NaN, Float.NaN, 2);
        }
        assertThat(new ConditionalNormal(means, covariance).unit(0)).isEqualTo(1);
        assertThat(new ConditionalNormal(means, covariance).spread(0)).isZero();
    }

    @Test
    void aColumnThatRepeatsAnotherNeedsARidge() {
        Gaussian model = new Gaussian(new double[2], new DoubleMatrix(2, 2, new double[] {1, 1, 1, 1}), 10);
        assertThat(model.ridge()).isCloseTo(ConditionalNormal.LEAST_EIGENVALUE, within(1e-12));
        try (Workers workers = Workers.of(1)) {
            FloatMatrix row = new FloatMatrix(1, 2, new float[] {3, Float.NaN});
            assertThat(model.fill(row, workers).get(0, 1)).isCloseTo(3, within(1e-4f));
        }
    }

    @Test
    void sizesAndVariancesOutOfRangeAreRefused() {
        DoubleMatrix identity = DoubleMatrix.identity(2);
        assertThatIllegalArgumentException().isThrownBy(() -> new Gaussian(new double[3], identity, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gaussian(new double[2], identity, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Gaussian(new double[2], DoubleMatrix.zeros(2, 3), 1));
        for (double variance : new double[] {-1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            new Gaussian(new double[2], new DoubleMatrix(2, 2, new double[] {1, 0, 0, variance}), 1))
                    .withMessageContaining("variance 1 must be at least 0, is " + variance);
        }
    }
}
