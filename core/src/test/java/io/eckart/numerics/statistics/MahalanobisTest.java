package io.eckart.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MahalanobisTest {

    /** The inverse of (2 1; 1 2) is (2 -1; -1 2) / 3. */
    @Test
    void theDistanceOfAPairIsThatOfTheInverseByHand() {
        Mahalanobis distance = Mahalanobis.of(new double[] {1, -2}, new DoubleMatrix(2, 2, new double[] {2, 1, 1, 2}));
        float[] values = {2, -2, 1, -1, 2, -3, 1, -2};
        double[] expected = {2 / 3.0, 2 / 3.0, 2, 0};
        for (int i = 0; i < expected.length; i++) {
            assertThat(distance.squared(values, 2 * i)).as("point %d", i).isCloseTo(expected[i], within(1e-14));
        }
    }

    @Test
    void theDistanceIsTheQuadraticFormOfTheInverse() {
        int k = 6;
        SplittableRandom random = new SplittableRandom(PlainMath.SEED);
        DoubleMatrix covariance = PlainMath.symmetric(new double[] {9, 4, 2, 1, 0.5, 0.1}, random);
        double[] mean = PlainMath.gaussian(1, k, random).values();
        float[] point = PlainMath.gaussian(1, k, random).toFloat().values();
        DoubleMatrix difference = DoubleMatrix.zeros(k, 1);
        for (int j = 0; j < k; j++) {
            difference.values()[j] = point[j] - mean[j];
        }
        DoubleMatrix solved = Cholesky.of(covariance).solve(difference);
        double expected = PlainMath.product(difference.transpose(), solved).values()[0];
        assertThat(Mahalanobis.of(mean, covariance).squared(point, 0))
                .as("seed %d", PlainMath.SEED)
                .isCloseTo(expected, within(1e-12 * expected));
    }

    /** The floor is a part of the mean variance, to which a negative eigenvalue, which is rounding, does not count. */
    @Test
    void aDirectionWithoutExtentCountsAsAMillionthOfTheMeanVariance() {
        DoubleMatrix flat = PlainMath.diagonal(new double[] {6, 3, -3});
        Mahalanobis distance = Mahalanobis.of(new double[3], flat);
        assertThat(distance.squared(new float[] {0, 0, 1}, 0)).isCloseTo(1 / 3e-6, within(1e-6));
        assertThat(distance.squared(new float[] {0, 3, 0}, 0)).isCloseTo(3, within(1e-12));
        assertThat(Mahalanobis.of(new double[2], DoubleMatrix.zeros(2, 2)).squared(new float[] {5, 6}, 0))
                .isZero();
    }

    @Test
    void theMeanIsTheCallersNoLonger() {
        double[] mean = {1};
        Mahalanobis distance = Mahalanobis.of(mean, DoubleMatrix.identity(1));
        mean[0] = 100;
        assertThat(distance.squared(new float[] {3}, 0)).isCloseTo(4, within(1e-14));
    }

    @Test
    void sizesThatDoNotAgreeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mahalanobis.of(new double[3], DoubleMatrix.identity(2)))
                .withMessageContaining("2 x 2");
    }
}
