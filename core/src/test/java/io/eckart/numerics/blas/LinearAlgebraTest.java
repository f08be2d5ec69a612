package io.eckart.numerics.blas;

import static io.eckart.numerics.PlainMath.EPS;
import static io.eckart.numerics.PlainMath.EPS_FLOAT;
import static io.eckart.numerics.PlainMath.SEED;
import static io.eckart.numerics.PlainMath.SIZES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.PlainMath;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinearAlgebraTest {

    static Stream<LinearAlgebra> providers() {
        return PlainMath.providers();
    }

    /** One product at awkward sizes, offsets and strides. */
    private record Product(boolean transposeA, boolean transposeB, int m, int n, int k, SplittableRandom random) {
        static final int OFFSET = 3;

        int aStride() {
            return (transposeA ? m : k) + 2;
        }

        int bStride() {
            return (transposeB ? k : n) + 1;
        }

        int cStride() {
            return n + 3;
        }

        double[] operand(int rows, int stride) {
            return random.doubles(OFFSET + (long) rows * stride, -1, 1).toArray();
        }

        Operand a(Function<Block, Operand> in) {
            Operand stored = in.apply(new Block(transposeA ? k : m, transposeA ? m : k, aStride()));
            return transposeA ? stored.t() : stored;
        }

        Operand b(Function<Block, Operand> in) {
            Operand stored = in.apply(new Block(transposeB ? n : k, transposeB ? k : n, bStride()));
            return transposeB ? stored.t() : stored;
        }

        Operand c(Function<Block, Operand> in) {
            return in.apply(new Block(m, n, cStride()));
        }

        double entry(double[] a, double[] b, int i, int j) {
            double sum = 0;
            for (int p = 0; p < k; p++) {
                double left = a[OFFSET + (transposeA ? p * aStride() + i : i * aStride() + p)];
                sum += left * b[OFFSET + (transposeB ? j * bStride() + p : p * bStride() + j)];
            }
            return sum;
        }

        double[] plain(double alpha, double[] a, double[] b, double beta, double[] c) {
            double[] result = c.clone();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    int at = OFFSET + i * cStride() + j;
                    result[at] = alpha * entry(a, b, i, j) + (beta == 0 ? 0 : beta * c[at]);
                }
            }
            return result;
        }

        @Override
        public String toString() {
            return "m " + m + ", n " + n + ", k " + k + ", A " + transposeA + ", B " + transposeB + ", seed " + SEED;
        }
    }

    /** The shape of a matrix in its array. */
    private record Block(int rows, int columns, int stride) {}

    private static Operand of(double[] values, Block at) {
        return Operand.of(values, Product.OFFSET, at.rows, at.columns, at.stride);
    }

    private static Operand of(float[] values, Block at) {
        return Operand.of(values, Product.OFFSET, at.rows, at.columns, at.stride);
    }

    private static Stream<Product> products() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.of(false, true)
                .flatMap(ta -> Stream.of(false, true)
                        .flatMap(tb -> SIZES.stream()
                                .flatMap(m -> Stream.of(1, 6, 25, 100)
                                        .flatMap(n -> Stream.of(0, 1, 13, 16, 100)
                                                .map(k -> new Product(ta, tb, m, n, k, random))))));
    }

    private static float[] narrow(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return narrow;
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    @ParameterizedTest
    @MethodSource("providers")
    void float64ProductIsThePlainSum(LinearAlgebra algebra) {
        products().forEach(p -> {
            double[] a = p.operand(p.transposeA ? p.k : p.m, p.aStride());
            double[] b = p.operand(p.transposeB ? p.n : p.k, p.bStride());
            double[] c = p.operand(p.m, p.cStride());
            double[] expected = p.plain(1.5, a, b, -0.5, c);
            algebra.gemm(1.5, p.a(at -> of(a, at)), p.b(at -> of(b, at)), -0.5, p.c(at -> of(c, at)));
            // Entries are at most 1 in size; two orders of summation differ by at most 2 (k + 2) u sum |a b|.
            assertThat(c).as(p.toString()).containsExactly(expected, within(3 * EPS * (p.k + 2) * (p.k + 2)));
        });
    }

    @ParameterizedTest
    @MethodSource("providers")
    void float32ProductIsThePlainSum(LinearAlgebra algebra) {
        products().forEach(p -> {
            float[] a = narrow(p.operand(p.transposeA ? p.k : p.m, p.aStride()));
            float[] b = narrow(p.operand(p.transposeB ? p.n : p.k, p.bStride()));
            float[] c = narrow(p.operand(p.m, p.cStride()));
            double[] expected = p.plain(1.5, widen(a), widen(b), -0.5, widen(c));
            algebra.gemm(1.5, p.a(at -> of(a, at)), p.b(at -> of(b, at)), -0.5, p.c(at -> of(c, at)));
            assertThat(widen(c))
                    .as(p.toString())
                    .containsExactly(expected, within(3 * EPS_FLOAT * (p.k + 2) * (p.k + 2)));
        });
    }

    @ParameterizedTest
    @MethodSource("providers")
    void zeroBetaForgetsWhatStoodInC(LinearAlgebra algebra) {
        double[] c = {Double.NaN, Double.NaN};
        float[] cFloat = {Float.NaN, Float.POSITIVE_INFINITY};
        double[] row = {3, 4};
        algebra.gemm(1, Operand.of(new double[] {2}, 1, 1), Operand.of(row, 1, 2), 0, Operand.of(c, 1, 2));
        Operand narrowRow = Operand.of(narrow(row), 1, 2);
        algebra.gemm(1, Operand.of(new float[] {2}, 1, 1), narrowRow, 0, Operand.of(cFloat, 1, 2));
        assertThat(c).containsExactly(6, 8);
        assertThat(cFloat).containsExactly(6, 8);
        double[] square = {Double.NaN};
        algebra.gram(1, Operand.of(row, 2, 1), 0, Operand.of(square, 1, 1));
        assertThat(square).containsExactly(25);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void gramIsTheUpperTriangleOfThePlainSum(LinearAlgebra algebra) {
        for (int n : SIZES) {
            for (int k : new int[] {0, 1, 13, 100}) {
                SplittableRandom random = new SplittableRandom(SEED + n);
                Product p = new Product(true, false, n, n, k, random);
                double[] a = random.doubles(2 + (long) k * (n + 1), -1, 1).toArray();
                double[] c = random.doubles((long) n * n, -1, 1).toArray();
                double[] expected = c.clone();
                for (int i = 0; i < n; i++) {
                    for (int j = i; j < n; j++) {
                        double sum = 0;
                        for (int r = 0; r < k; r++) {
                            sum += a[2 + r * (n + 1) + i] * a[2 + r * (n + 1) + j];
                        }
                        expected[i * n + j] = 2 * sum + 0.5 * c[i * n + j];
                    }
                }
                float[] cFloat = narrow(c);
                algebra.gram(2, Operand.of(narrow(a), 2, k, n, n + 1), 0.5, Operand.of(cFloat, n, n));
                algebra.gram(2, Operand.of(a, 2, k, n, n + 1), 0.5, Operand.of(c, n, n));
                assertThat(c).as(p.toString()).containsExactly(expected, within(4 * EPS * (k + 2) * (k + 2)));
                // The operands are rounded to float32 here as well, which adds 2 u for each of k terms.
                assertThat(widen(cFloat))
                        .as(p.toString())
                        .containsExactly(expected, within(8 * EPS_FLOAT * (k + 2) * (k + 2)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void blocksAtTheLowerRightEndOfTheirMatrices(LinearAlgebra algebra) {
        // Columns 1 and 2 of matrices of three columns: nothing follows the last entry.
        double[] a = {9, 1, 2, 9, 3, 4};
        double[] c = {7, 0, 0, 7, 0, 0};
        Operand block = Operand.of(a, 1, 2, 2, 3);
        algebra.gemm(1, block.t(), block, 0, Operand.of(c, 1, 2, 2, 3));
        assertThat(c).containsExactly(7, 10, 14, 7, 14, 20);
        float[] cFloat = {7, 0, 0, 7, 0, 0};
        Operand narrowBlock = Operand.of(narrow(a), 1, 2, 2, 3);
        algebra.gemm(1, narrowBlock, narrowBlock.t(), 0, Operand.of(cFloat, 1, 2, 2, 3));
        assertThat(cFloat).containsExactly(7, 5, 11, 7, 11, 25);
        double[] gram = {0, 0, 7, 0};
        algebra.gram(1, block, 0, Operand.of(gram, 2, 2));
        assertThat(gram).containsExactly(10, 14, 7, 20);
        float[] gramFloat = {0, 0, 7, 0};
        algebra.gram(1, narrowBlock, 0, Operand.of(gramFloat, 2, 2));
        assertThat(gramFloat).containsExactly(10, 14, 7, 20);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void noCallTouchesMemoryOutsideItsOperands(LinearAlgebra algebra) {
        double[] a = new double[6];
        Operand dense = Operand.of(a, 2, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.gemm(1, dense, dense, 0, Operand.of(new double[6], 2, 3)))
                .withMessage("cannot multiply 2 x 2 by 2 x 2 into 2 x 3");
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.gemm(1, Operand.of(a, 2, 3), dense, 0, dense));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.gemm(1, dense, dense, 0, dense.t()));
        Operand narrow = Operand.of(new float[4], 2, 2);
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.gemm(1, dense, dense, 0, narrow));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.gemm(1, dense, narrow, 0, dense));
        Operand rows = Operand.of(a, 2, 3);
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.gram(1, rows, 0, dense));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.gram(1, rows.t(), 0, dense));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.gram(1, dense, 0, narrow));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.symmetricEigen(3, new double[8], new double[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.symmetricEigen(3, new double[9], new double[2]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.symmetricEigenTop(2, 3, new double[4], new double[3], new double[6]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.thinSvd(2, 3, a, new double[4], new double[2], new double[5]));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.cholesky(3, new double[8]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.choleskySolve(2, 3, new double[4], new double[5]));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.qr(2, 3, a, new double[9]));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.qr(3, 2, a, new double[3]));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void emptyOperandsAreNoWork(LinearAlgebra algebra) {
        double[] none = {};
        Operand empty = Operand.of(none, 0, 0);
        algebra.gemm(1, empty, empty, 0, empty);
        algebra.gram(1, empty, 0, empty);
        algebra.symmetricEigen(0, none, none);
        algebra.symmetricEigenTop(0, 0, none, none, none);
        algebra.thinSvd(0, 3, none, none, none, none);
        algebra.choleskySolve(0, 0, none, none);
        algebra.qr(3, 0, none, none);
        assertThat(algebra.cholesky(0, none)).isZero();
        double[] c = {7};
        algebra.gemm(1, Operand.of(none, 1, 0), Operand.of(none, 0, 1), 0.5, Operand.of(c, 1, 1));
        assertThat(c).containsExactly(3.5);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void valuesThatAreNotFiniteAreNamed(LinearAlgebra algebra) {
        double[] a = {1, 2, 3, Double.NaN};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.symmetricEigen(2, a, new double[2]))
                .withMessage("A has NaN at row 1, column 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> algebra.thinSvd(2, 2, a, new double[4], new double[2], new double[4]));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.cholesky(2, a));
        assertThatIllegalArgumentException().isThrownBy(() -> algebra.qr(2, 2, a, new double[4]));
    }
}
