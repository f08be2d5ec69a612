package io.eckart.network.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.pass.Starts;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals.Precision;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftThresholdTest {
    private static final long SEED = 23;
    private static final int ROWS = 3;

    /** A handful of float32 operations on numbers below 3. */
    private static final double ROUNDING = 1e-6;

    @ParameterizedTest
    @CsvSource({"FLOAT32, 1", "FLOAT32, 13", "FLOAT64, 4", "FLOAT64, 16"})
    void itAndItsWayBackFollowTheirFormula(Precision precision, int k) {
        SplittableRandom random = new RandomStreams(SEED).stream("soft threshold");
        MatrixView codes = gaussian(precision, ROWS, k, random);
        MatrixView slope = gaussian(precision, ROWS, k, random);
        MatrixView gradient = gaussian(precision, 1, k, random);
        // The threshold is a part of a larger array, as it is among the parameters.
        MatrixView theta = new MatrixView(precision.zeros(k + 5), 5, 1, k);
        for (int j = 0; j < k; j++) {
            theta.set(0, j, random.nextDouble());
        }
        double[][] expected = new double[ROWS][k];
        double[][] back = new double[ROWS][k];
        double[] thetaBack = new double[k];
        for (int j = 0; j < k; j++) {
            thetaBack[j] = gradient.get(0, j);
            for (int i = 0; i < ROWS; i++) {
                double x = codes.get(i, j);
                expected[i][j] = Math.signum(x) * Math.max(Math.abs(x) - theta.get(0, j), 0);
                back[i][j] = expected[i][j] == 0 ? 0 : slope.get(i, j);
                thetaBack[j] -= Math.signum(expected[i][j]) * slope.get(i, j);
            }
        }
        SoftThreshold.apply(codes, theta);
        SoftThreshold.back(slope, codes, gradient);
        for (int j = 0; j < k; j++) {
            assertThat(gradient.get(0, j)).as("theta %d, seed %d", j, SEED).isCloseTo(thetaBack[j], within(ROUNDING));
            for (int i = 0; i < ROWS; i++) {
                assertThat(codes.get(i, j)).as("seed %d", SEED).isCloseTo(expected[i][j], within(ROUNDING));
                assertThat(slope.get(i, j)).as("seed %d", SEED).isCloseTo(back[i][j], within(ROUNDING));
            }
        }
    }

    private static MatrixView gaussian(Precision precision, int rows, int columns, SplittableRandom random) {
        MatrixView matrix = MatrixView.zeros(precision, rows, columns);
        Starts.gaussian(matrix, 1, random);
        return matrix;
    }
}
