package io.eckart.numerics.product;

import static io.eckart.numerics.PlainMath.EPS_FLOAT;
import static io.eckart.numerics.PlainMath.SEED;
import static io.eckart.numerics.PlainMath.SIZES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.PlainMath;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operations of {@link LinearAlgebra} that give or change a vector. */
class VectorProductsTest {

    static Stream<LinearAlgebra> providers() {
        return PlainMath.providers();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void theInnerProductIsThatOfThePlainSum(LinearAlgebra algebra) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n : SIZES) {
            float[] a = new float[n + 5];
            float[] b = new float[n + 7];
            for (int i = 0; i < a.length; i++) {
                a[i] = (float) random.nextDouble(-1, 1);
                b[i] = (float) random.nextDouble(-1, 1);
            }
            double plain = 0;
            double magnitude = 0;
            for (int i = 0; i < n; i++) {
                plain += (double) a[3 + i] * b[2 + i];
                magnitude += Math.abs((double) a[3 + i] * b[2 + i]);
            }
            assertThat((double) algebra.dot(n, a, 3, b, 2))
                    .as("n = %d, seed %d", n, SEED)
                    .isCloseTo(plain, within(n * EPS_FLOAT * magnitude));
        }
        assertThat(algebra.dot(0, new float[1], 0, new float[1], 0)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.dot(3, new float[4], 2, new float[4], 0));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.dot(3, new float[4], 0, new float[4], -1));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void weightedRowsAreAddedUp(LinearAlgebra algebra) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int m : SIZES) {
            for (int n : new int[] {0, 1, 8, 33}) {
                float[] a = floats(m * n + 5, random);
                float[] weights = floats(m, random);
                float[] y = floats(n + 7, random);
                double[] plain = doubles(y);
                for (int i = 0; i < m * n; i++) {
                    plain[2 + i % n] += (double) weights[i / n] * a[3 + i];
                }
                algebra.addRows(Operand.of(a, 3, m, n, n), Operand.of(weights, 1, m), Operand.of(y, 2, 1, n, n));
                assertThat(PlainMath.largestDifference(doubles(y), plain))
                        .as("m = %d, n = %d, seed %d", m, n, SEED)
                        .isLessThanOrEqualTo((m + 1) * EPS_FLOAT * (m + 1));
            }
        }
        Operand square = Operand.of(new float[4], 2, 2);
        Operand row = Operand.of(new float[2], 1, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.addRows(square, Operand.of(new float[3], 1, 3), row));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.addRows(square.t(), row, row));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.addRows(square, square, square));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.addRows(square, row, Operand.of(new double[2], 1, 2)));
        Operand wide = Operand.of(new double[4], 2, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.addRows(wide, wide.rows(0, 1), wide.rows(0, 1)));
    }

    private static float[] floats(int n, SplittableRandom random) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }
}
