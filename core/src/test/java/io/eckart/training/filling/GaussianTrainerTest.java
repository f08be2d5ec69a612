package io.eckart.training.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.DataException;
import io.eckart.data.Features;
import io.eckart.model.Gaussian;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Cholesky;
import io.eckart.training.GaussianConfig;
import io.eckart.training.GaussianFit;
import io.eckart.training.Rows;
import io.eckart.training.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expectation-maximisation and the conditional means, against the plain formulas of Little and Rubin, section 11.2. */
class GaussianTrainerTest {
    private static final long SEED = 7;

    static FloatMatrix holed(int n, int d, double holes, long seed) {
        FloatMatrix rows = Rows.draw(n, d, seed);
        SplittableRandom random = new RandomStreams(seed).stream("holes");
        for (int i = d; i < rows.values().length; i++) {
            rows.values()[i] = random.nextDouble() < holes ? Float.NaN : rows.values()[i];
        }
        return rows;
    }

    private static GaussianFit fit(FloatMatrix rows, GaussianConfig config, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return new GaussianTrainer(config, workers, TrainingListener.SILENT).fit(Features.of(rows));
        }
    }

    private static int[] where(FloatMatrix rows, int row, boolean missing) {
        int d = rows.columns();
        return java.util.stream.IntStream.range(0, d)
                .filter(j -> Float.isNaN(rows.get(row, j)) == missing)
                .toArray();
    }

    private static DoubleMatrix part(DoubleMatrix of, int[] rows, int[] columns) {
        DoubleMatrix part = DoubleMatrix.zeros(rows.length, columns.length);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                part.values()[i * columns.length + j] = of.get(rows[i], columns[j]);
            }
        }
        return part;
    }

    /** {@code mu_m + S_mo S_oo^-1 (x_o - mu_o)} and {@code S_mm - S_mo S_oo^-1 S_om}, by solving for the observed cells. */
    private static DoubleMatrix plain(FloatMatrix rows, int row, double[] mean, DoubleMatrix sigma, double[] filled) {
        int[] o = where(rows, row, false);
        int[] m = where(rows, row, true);
        DoubleMatrix om = part(sigma, o, m);
        DoubleMatrix weights =
                o.length == 0 ? om : Cholesky.of(part(sigma, o, o)).solve(om);
        DoubleMatrix covariance = part(sigma, m, m);
        Arrays.setAll(filled, j -> rows.get(row, j));
        for (int i = 0; i < m.length; i++) {
            filled[m[i]] = mean[m[i]];
            for (int k = 0; k < o.length; k++) {
                filled[m[i]] += weights.get(k, i) * (rows.get(row, o[k]) - mean[o[k]]);
                for (int j = 0; j < m.length; j++) {
                    covariance.values()[i * m.length + j] -= weights.get(k, i) * om.get(k, j);
                }
            }
        }
        return covariance;
    }

    @Test
    void oneIterationIsThePlainFormula() {
        int d = 5;
        FloatMatrix rows = holed(400, d, 0.3, SEED);
        Gaussian before = fit(rows, new GaussianConfig(3, 0), 1).model();
        Gaussian after = fit(rows, new GaussianConfig(4, 0), 2).model();
        double[] mean = new double[d];
        double[][] filled = new double[400][d];
        double[] sigma = new double[d * d];
        for (int i = 0; i < 400; i++) {
            DoubleMatrix covariance = plain(rows, i, before.means(), before.covariance(), filled[i]);
            int[] m = where(rows, i, true);
            for (int a = 0; a < m.length; a++) {
                for (int b = 0; b < m.length; b++) {
                    sigma[m[a] * d + m[b]] += covariance.get(a, b) / 400;
                }
            }
            for (int j = 0; j < d; j++) {
                mean[j] += filled[i][j] / 400;
            }
        }
        for (double[] row : filled) {
            for (int a = 0; a < d * d; a++) {
                sigma[a] += (row[a / d] - mean[a / d]) * (row[a % d] - mean[a % d]) / 400;
            }
        }
        for (int a = 0; a < d * d; a++) {
            // Sums of 400 float64 products of numbers near 1, and a solution of a 5 x 5 system.
            assertThat(after.covariance().values()[a]).as("seed %d", SEED).isCloseTo(sigma[a], within(1e-9));
        }
        assertThat(after.means()).containsExactly(mean, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 13, 120})
    void filledCellsAndDeviationsAreThePlainFormula(int d) {
        FloatMatrix rows = holed(3 * d + 20, d, 0.5, SEED);
        Gaussian model = fit(rows, new GaussianConfig(2, 0), 2).model();
        double[] filled = new double[d];
        try (Workers workers = Workers.of(2)) {
            FloatMatrix found = model.fill(rows, workers);
            FloatMatrix deviations = model.deviations(rows, workers);
            for (int i = 0; i < rows.rows(); i++) {
                DoubleMatrix covariance = plain(rows, i, model.means(), model.covariance(), filled);
                int[] m = where(rows, i, true);
                for (int a = 0; a < m.length; a++) {
                    // The answer is float32, of numbers up to about 50.
                    double tolerance = 1e-5 * (1 + Math.abs(filled[m[a]]));
                    assertThat((double) found.get(i, m[a])).isCloseTo(filled[m[a]], within(tolerance));
                    double variance = covariance.get(a, a);
                    assertThat((double) deviations.get(i, m[a])).isCloseTo(Math.sqrt(variance), within(1e-4));
                }
                for (int j : where(rows, i, false)) {
                    assertThat(found.get(i, j)).isEqualTo(rows.get(i, j));
                    assertThat(deviations.get(i, j)).isNaN();
                }
            }
        }
    }

    @Test
    void theLikelihoodNeverFallsAndIsThatOfTheObservedCells() {
        FloatMatrix rows = holed(300, 4, 0.3, SEED);
        List<Double> likelihoods = new ArrayList<>();
        for (int iterations = 1; iterations <= 8; iterations++) {
            likelihoods.add(fit(rows, new GaussianConfig(iterations, 0), 1).logLikelihood());
        }
        assertThat(likelihoods).isSorted();
        Gaussian before = fit(rows, new GaussianConfig(7, 0), 1).model();
        double sum = 0;
        for (int i = 0; i < 300; i++) {
            int[] o = where(rows, i, false);
            Cholesky factor = Cholesky.of(part(before.covariance(), o, o));
            double[] centred = new double[o.length];
            for (int j = 0; j < o.length; j++) {
                centred[j] = rows.get(i, o[j]) - before.means()[o[j]];
                sum -= Math.log(factor.lower().get(j, j)) + 0.5 * Math.log(2 * Math.PI);
            }
            double[] solved =
                    factor.solve(new DoubleMatrix(o.length, 1, centred)).values();
            for (int j = 0; j < o.length; j++) {
                sum -= 0.5 * centred[j] * solved[j];
            }
        }
        assertThat(likelihoods.getLast()).isCloseTo(sum / 300, within(1e-9));
    }

    @Test
    void completeRowsNeedNoIteration() {
        FloatMatrix rows = Rows.draw(50, 3, SEED);
        GaussianFit fit = fit(rows, GaussianConfig.DEFAULT, 1);
        assertThat(fit.iterations()).isZero();
        DoubleMatrix covariance = Rows.moments(rows).covariance();
        for (int i = 0; i < 9; i++) {
            assertThat(fit.model().covariance().values()[i])
                    .isCloseTo(covariance.values()[i], within(1e-6));
        }
    }

    @Test
    void aRepeatedAndAConstantColumnAreLegal() {
        FloatMatrix rows = holed(200, 4, 0, SEED);
        SplittableRandom random = new RandomStreams(SEED).stream("more holes");
        for (int i = 0; i < 200; i++) {
            rows.values()[4 * i + 1] = rows.values()[4 * i];
            rows.values()[4 * i + 2] = 3;
            for (int j = 0; j < 3; j++) {
                rows.values()[4 * i + j] = random.nextDouble() < 0.2 ? Float.NaN : rows.values()[4 * i + j];
            }
        }
        Gaussian model = fit(rows, GaussianConfig.DEFAULT, 1).model();
        assertThat(model.ridge()).isGreaterThan(0);
        try (Workers workers = Workers.of(1)) {
            float[] filled = model.fill(new FloatMatrix(1, 4, new float[] {2, Float.NaN, Float.NaN, 0}), workers)
                    .values();
            // The ridge of 1e-6 and the end after 15 iterations leave this much.
            assertThat(filled[1]).isCloseTo(2, within(0.02f));
            assertThat(filled[2]).isEqualTo(3);
            float[] deviations = model.deviations(new FloatMatrix(1, 4, new float[] {2, 2, Float.NaN, 0}), workers)
                    .values();
            assertThat(deviations[2]).isZero();
        }
    }

    @Test
    void threadsChangeNoBit() {
        FloatMatrix rows = holed(2000, 6, 0.2, SEED);
        Gaussian one = fit(rows, GaussianConfig.DEFAULT, 1).model();
        Gaussian three = fit(rows, GaussianConfig.DEFAULT, 3).model();
        assertThat(three.covariance().values()).isEqualTo(one.covariance().values());
        assertThat(three.means()).isEqualTo(one.means());
    }

    @Test
    void tooManyFeaturesAreRefused() {
        assertThatThrownBy(() -> fit(FloatMatrix.zeros(2, 5000), GaussianConfig.DEFAULT, 1))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("5000")
                .hasMessageContaining("set the way to fill to pca");
    }
}
