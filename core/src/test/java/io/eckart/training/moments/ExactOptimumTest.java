package io.eckart.training.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.statistics.Cholesky;
import io.eckart.training.Rows;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactOptimumTest {
    private static final long SEED = 93;
    private static final double[] EIGENVALUES = {5, 3, 2, 1, 0.5, 0.1};

    private final DoubleMatrix sigma = Rows.sigma(SEED, EIGENVALUES);

    @Test
    void ofCleanRowsItIsTheSumOfTheEigenvaluesLeftOut() {
        LinearProblem problem = Rows.problem(sigma, "none");
        double left = 11.6;
        for (int k = 1; k <= 6; k++) {
            left -= EIGENVALUES[k - 1];
            assertThat(ExactOptimum.of(problem, k))
                    .as("k = %d, seed %d", k, SEED)
                    .isCloseTo(left, within(1e-12));
        }
        assertThat(ExactOptimum.of(problem, 9)).isCloseTo(0, within(1e-12));
    }

    @Test
    void ofNoisyRowsItIsTheWienerFilterOfTheRank() {
        LinearProblem problem = Rows.problem(sigma, "gaussian:0.7");
        double left = 11.6;
        for (int k = 1; k <= 6; k++) {
            double lambda = EIGENVALUES[k - 1];
            left -= lambda * lambda / (lambda + 0.49);
            assertThat(ExactOptimum.of(problem, k))
                    .as("k = %d, seed %d", k, SEED)
                    .isCloseTo(left, within(1e-12));
        }
        assertThat(ExactOptimum.of(problem, 12)).isCloseTo(left, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"mask:0.3", "mask:0.75", "'gaussian:0.5,mask:0.4'", "none + 2*mask:0.5"})
    void ofHiddenCellsItIsWhatAlternatingLeastSquaresReaches(String tasks) {
        LinearProblem problem = Rows.problem(sigma, tasks);
        SplittableRandom random = new RandomStreams(SEED).stream("starts");
        for (int k : new int[] {1, 2, 4}) {
            double optimum = ExactOptimum.of(problem, k);
            double least = Double.POSITIVE_INFINITY;
            for (int start = 0; start < 3; start++) {
                double reached = alternate(problem, PlainMath.gaussian(6, k, random));
                assertThat(reached).as("k = %d, seed %d", k, SEED).isGreaterThan(optimum - 1e-10);
                least = Math.min(least, reached);
            }
            assertThat(least).as("k = %d, seed %d", k, SEED).isCloseTo(optimum, within(1e-7));
        }
    }

    /** {@code A = G^-1 B' Sx' Sxx^-1}, then {@code B = Sx' A' (A Sxx A')^-1}, and so on. */
    private static double alternate(LinearProblem problem, DoubleMatrix start) {
        DoubleMatrix b = start;
        DoubleMatrix sx = problem.cross();
        DoubleMatrix sxx = problem.input();
        DoubleMatrix regression = Cholesky.of(sxx).solve(sx).transpose();
        double error = 0;
        for (int round = 0; round < 150; round++) {
            DoubleMatrix gram = PlainMath.product(b.transpose(), b);
            DoubleMatrix a = Cholesky.of(gram).solve(PlainMath.product(b.transpose(), regression));
            DoubleMatrix moment = PlainMath.product(PlainMath.product(a, sxx), a.transpose());
            b = Cholesky.of(moment).solve(PlainMath.product(a, sx)).transpose();
            DoubleMatrix map = PlainMath.product(b, a);
            DoubleMatrix cross = PlainMath.product(map, sx);
            DoubleMatrix square = PlainMath.product(PlainMath.product(map, sxx), map.transpose());
            error = problem.energy();
            for (int i = 0; i < sx.rows(); i++) {
                error += square.get(i, i) - 2 * cross.get(i, i);
            }
        }
        return error;
    }

    @Test
    void directionsWithoutAnyInputCountForNothing() {
        DoubleMatrix flat = Rows.sigma(SEED, 3, 1, 0, 0);
        assertThat(ExactOptimum.of(Rows.problem(flat, "none"), 1)).isCloseTo(1, within(1e-12));
        assertThat(ExactOptimum.of(Rows.problem(flat, "none"), 3)).isCloseTo(0, within(1e-12));
        DoubleMatrix still = DoubleMatrix.zeros(3, 3);
        still.values()[0] = 2;
        // With q kept, the one feature that moves is guessed by x~ itself: 2 - (2 q)^2 / (2 q).
        assertThat(ExactOptimum.of(Rows.problem(still, "mask:0.25"), 2)).isCloseTo(0.5, within(1e-12));
    }
}
