package io.eckart.training.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.LinearArchitecture;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.MatrixView;
import io.eckart.training.Rows;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearOptimumTest {
    private static final long SEED = 96;
    private static final int D = 5;
    private static final DoubleMatrix SIGMA = Rows.sigma(SEED, 4, 2, 1, 0.5, 0.1);
    /** A correlation matrix, as standardised columns have, with eigenvalues 3.4 and four times 0.4. */
    private static final DoubleMatrix CORRELATION = correlation();

    private static DoubleMatrix correlation() {
        DoubleMatrix all = DoubleMatrix.zeros(D, D);
        for (int i = 0; i < D * D; i++) {
            all.values()[i] = i % (D + 1) == 0 ? 1 : 0.6;
        }
        return all;
    }

    private static double ofForm(LinearProblem problem, LinearArchitecture form, int codeSize) {
        return LinearOptimum.of(problem, form, codeSize).ofForm().orElseThrow();
    }

    /** With masks the best factor of standardised columns is l / (q l + 1 - q), above 1 for l above 1. */
    @ParameterizedTest
    @CsvSource({"10, 1", "1, 1.9", "3, 1.729"})
    void masksOfStandardisedColumnsHaveAClosedForm(int depth, double largest) {
        LinearProblem problem = Rows.problem(CORRELATION, "mask:0.5");
        double q = 0.5;
        for (int k : new int[] {1, 3, 5, 8}) {
            double expected = 5;
            for (int i = 0; i < Math.min(k, D); i++) {
                double lambda = i == 0 ? 3.4 : 0.4;
                double f = Math.min(largest, lambda / (q * lambda + 1 - q));
                expected -= 2 * f * q * lambda - f * f * q * (q * lambda + 1 - q);
            }
            assertThat(ofForm(problem, UnrolledEncoder.automatic(depth), k)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void formsThatCanBeAnyMapReachTheFloor() {
        LinearProblem problem = Rows.problem(CORRELATION, "mask:0.5");
        for (int k : new int[] {2, 5, 7}) {
            double floor = ExactOptimum.of(problem, k);
            assertThat(ofForm(problem, new SharedEncoder(), k)).isEqualTo(floor);
            assertThat(ofForm(problem, UnrolledEncoder.automatic(10), k)).isGreaterThan(1.01 * floor);
        }
    }

    @Test
    void noClosedFormIsKnownForUnlikeVariancesUnderMasks() {
        LinearProblem problem = Rows.problem(SIGMA, "mask:0.5");
        assertThat(LinearOptimum.of(problem, UnrolledEncoder.automatic(10), 2).ofForm())
                .isEmpty();
        assertThat(LinearOptimum.of(problem, new SharedEncoder(), 2).ofForm()).isEmpty();
        assertThat(LinearOptimum.of(problem, UnrolledEncoder.automatic(10), 2).gap(1))
                .isNaN();
    }

    /** A projection keeps k s^2 of the noise. */
    @Test
    void aProjectionPaysForTheNoiseThatItLetsThrough() {
        LinearProblem problem = Rows.problem(SIGMA, "gaussian:0.5");
        assertThat(ofForm(problem, new PinvEncoder(), 2)).isCloseTo(1.6 + 2 * 0.25, within(1e-12));
        assertThat(ofForm(problem, new PinvEncoder(), 9)).isCloseTo(5 * 0.25, within(1e-12));
    }

    /** The error is convex in the map, so that no step towards another map of the set may lower it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10})
    void noMapWithFactorsInTheRangeIsBetterForWideCodes(int depth) {
        SplittableRandom random = new RandomStreams(SEED).stream("maps");
        double largest = depth % 2 == 0 ? 1 : 1 + Math.pow(0.9, depth);
        for (String tasks : new String[] {"mask:0.3", "mask:0.6", "gaussian:0.5,mask:0.4"}) {
            LinearProblem problem = Rows.problem(SIGMA, tasks);
            double optimum = ofForm(problem, UnrolledEncoder.automatic(depth), D);
            MatrixView best = MatrixView.zeros(D, D);
            new BestFilter(D, largest).compute(MatrixView.of(problem.cross()), MatrixView.of(problem.input()), best);
            DoubleMatrix map = best.toDouble();
            assertThat(error(problem, map)).isCloseTo(optimum, within(1e-12));
            for (int trial = 0; trial < 50; trial++) {
                DoubleMatrix other =
                        PlainMath.symmetric(random.doubles(D, 0, largest).toArray(), random);
                for (int i = 0; i < D * D; i++) {
                    double by = other.values()[i] - map.values()[i];
                    other.values()[i] = map.values()[i] + 1e-4 * by;
                }
                assertThat(error(problem, other)).as("%s, seed %d", tasks, SEED).isGreaterThan(optimum - 1e-12);
            }
        }
    }

    /** {@code tr(Sigma) - 2 tr(M Sx) + tr(M Sxx M')}. */
    private static double error(LinearProblem problem, DoubleMatrix map) {
        DoubleMatrix cross = PlainMath.product(map, problem.cross());
        DoubleMatrix square = PlainMath.product(PlainMath.product(map, problem.input()), map.transpose());
        double error = problem.energy();
        for (int i = 0; i < D; i++) {
            error += square.get(i, i) - 2 * cross.get(i, i);
        }
        return error;
    }
}
