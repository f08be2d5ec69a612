package io.eckart.numerics.statistics;

import static io.eckart.numerics.PlainMath.EPS;
import static io.eckart.numerics.PlainMath.SEED;
import static io.eckart.numerics.PlainMath.SIZES;
import static io.eckart.numerics.PlainMath.diagonal;
import static io.eckart.numerics.PlainMath.distance;
import static io.eckart.numerics.PlainMath.frobenius;
import static io.eckart.numerics.PlainMath.gaussian;
import static io.eckart.numerics.PlainMath.product;
import static io.eckart.numerics.PlainMath.rowDefect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.blas.LinearAlgebra;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Residuals and orthogonality are bounded by c n u, the backward error that LAPACK's guide states, with c = 20. */
class DecompositionsTest {

    static Stream<LinearAlgebra> providers() {
        return PlainMath.providers();
    }

    private static double bound(int n) {
        return 20 * EPS * (n + 3);
    }

    /** Distinct, repeated, rank-deficient, negative and zero spectra of n eigenvalues. */
    private static Stream<double[]> spectra(int n) {
        double[] distinct = new double[n];
        Arrays.setAll(distinct, i -> 2.0 * i - n / 2.0);
        double[] repeated = new double[n];
        Arrays.setAll(repeated, i -> i % 3);
        double[] deficient = new double[n];
        Arrays.setAll(deficient, i -> i < n / 2 ? 0 : i);
        double[] equal = new double[n];
        Arrays.fill(equal, 3);
        double[] graded = new double[n];
        Arrays.setAll(graded, i -> Math.pow(10, -i % 12));
        return Stream.of(distinct, repeated, deficient, equal, graded, new double[n]);
    }

    private static double[] descending(double[] values) {
        return Arrays.stream(values)
                .boxed()
                .sorted(Comparator.reverseOrder())
                .mapToDouble(v -> v)
                .toArray();
    }

    private static void assertSigns(DoubleMatrix rows) {
        for (int i = 0; i < rows.rows(); i++) {
            double largest = 0;
            for (int j = 0; j < rows.columns(); j++) {
                double entry = rows.get(i, j);
                largest = Math.abs(entry) > Math.abs(largest) ? entry : largest;
            }
            assertThat(largest).as("largest entry of row %d", i).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void eigenpairsRebuildTheMatrix(LinearAlgebra algebra) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n : SIZES) {
            spectra(n).forEach(spectrum -> {
                DoubleMatrix a = PlainMath.symmetric(spectrum, random);
                double scale = Math.max(1, frobenius(a));
                SymmetricEigen eigen = SymmetricEigen.of(a, algebra);
                DoubleMatrix v = eigen.vectors();
                String what = "n " + n + ", spectrum " + Arrays.toString(spectrum) + ", seed " + SEED;
                assertThat(eigen.values()).as(what).containsExactly(descending(spectrum), within(scale * bound(n)));
                assertThat(rowDefect(v)).as(what).isLessThan(bound(n));
                DoubleMatrix rebuilt = product(product(v.transpose(), diagonal(eigen.values())), v);
                assertThat(distance(rebuilt, a)).as(what).isLessThan(scale * bound(n));
                assertSigns(v);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void topEigenpairsAreTheFirstOfAll(LinearAlgebra algebra) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n : SIZES) {
            for (int k : new int[] {0, 1, n / 8, n / 3, n}) {
                spectra(n).forEach(spectrum -> {
                    DoubleMatrix a = PlainMath.symmetric(spectrum, random);
                    double scale = Math.max(1, frobenius(a));
                    SymmetricEigen top = SymmetricEigen.top(a, k, algebra);
                    String what = "n " + n + ", k " + k + ", spectrum " + Arrays.toString(spectrum) + ", seed " + SEED;
                    double[] expected = Arrays.copyOf(descending(spectrum), k);
                    assertThat(top.values()).as(what).containsExactly(expected, within(scale * bound(n)));
                    assertThat(top.vectors().rows()).isEqualTo(k);
                    // Bisection and inverse iteration orthogonalise within clusters only; a looser bound than above.
                    assertThat(rowDefect(top.vectors())).as(what).isLessThan(50 * bound(n));
                    DoubleMatrix residual =
                            PlainMath.minus(product(top.vectors(), a), product(diagonal(top.values()), top.vectors()));
                    assertThat(frobenius(residual)).as(what).isLessThan(scale * 50 * bound(n));
                    assertSigns(top.vectors());
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void eigenReadsTheUpperTriangleAndKeepsItsInput(LinearAlgebra algebra) {
        DoubleMatrix upper = new DoubleMatrix(2, 2, new double[] {2, 1, 77, 2});
        assertThat(SymmetricEigen.of(upper, algebra).values()).containsExactly(new double[] {3, 1}, within(4 * EPS));
        assertThat(SymmetricEigen.top(upper, 1, algebra).values()).containsExactly(new double[] {3}, within(4 * EPS));
        assertThat(upper.values()).containsExactly(2, 1, 77, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SymmetricEigen.of(DoubleMatrix.zeros(2, 3), algebra))
                .withMessageContaining("2 x 3");
        assertThatIllegalArgumentException().isThrownBy(() -> SymmetricEigen.top(upper, 3, algebra));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void topOfALargerMatrixTakesTheShortWay(LinearAlgebra algebra) {
        int n = 150;
        double[] spectrum = new double[n];
        Arrays.setAll(spectrum, i -> i < 10 ? 5 : 1.0 / i);
        DoubleMatrix a = PlainMath.symmetric(spectrum, new SplittableRandom(SEED));
        SymmetricEigen top = SymmetricEigen.top(a, 12, algebra);
        assertThat(top.values()).containsExactly(Arrays.copyOf(descending(spectrum), 12), within(100 * bound(n)));
        assertThat(rowDefect(top.vectors())).isLessThan(50 * bound(n));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void singularTripletsRebuildTheMatrix(LinearAlgebra algebra) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int m : SIZES) {
            for (int n : SIZES) {
                int full = Math.min(m, n);
                for (int rank : new int[] {full, full / 2}) {
                    DoubleMatrix a = product(gaussian(m, rank, random), gaussian(rank, n, random));
                    double scale = Math.max(1, frobenius(a));
                    double bound = bound(Math.max(m, n));
                    ThinSvd svd = ThinSvd.of(a, algebra);
                    String what = "m " + m + ", n " + n + ", rank " + rank + ", seed " + SEED;
                    DoubleMatrix rebuilt = product(product(svd.u(), diagonal(svd.singularValues())), svd.vt());
                    assertThat(distance(rebuilt, a)).as(what).isLessThan(scale * bound);
                    assertThat(rowDefect(svd.vt())).as(what).isLessThan(bound);
                    assertThat(rowDefect(svd.u().transpose())).as(what).isLessThan(bound);
                    assertThat(svd.singularValues()).as(what).isSortedAccordingTo(Comparator.reverseOrder());
                    for (int i = 0; i < full; i++) {
                        assertThat(svd.singularValues()[i]).as(what).isNotNegative();
                        assertThat(i < rank || svd.singularValues()[i] < scale * bound)
                                .as(what)
                                .isTrue();
                    }
                    assertSigns(svd.vt());
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void qrRebuildsTheMatrix(LinearAlgebra algebra) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int m : SIZES) {
            for (int n : SIZES) {
                if (n <= m) {
                    for (int rank : new int[] {n, n / 2}) {
                        checkQr(product(gaussian(m, rank, random), gaussian(rank, n, random)), algebra);
                    }
                }
            }
        }
    }

    private static void checkQr(DoubleMatrix a, LinearAlgebra algebra) {
        int n = a.columns();
        Qr qr = Qr.of(a, algebra);
        String what = a.rows() + " x " + n + ", seed " + SEED;
        double bound = bound(a.rows());
        assertThat(distance(product(qr.q(), qr.r()), a)).as(what).isLessThan(Math.max(1, frobenius(a)) * bound);
        assertThat(rowDefect(qr.q().transpose())).as(what).isLessThan(bound);
        for (int i = 0; i < n; i++) {
            assertThat(qr.r().get(i, i)).as(what).isNotNegative();
            for (int j = 0; j < i; j++) {
                assertThat(qr.r().get(i, j)).as(what).isZero();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void choleskyRebuildsAndSolves(LinearAlgebra algebra) {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int n : SIZES) {
            double[] spectrum = new double[n];
            Arrays.setAll(spectrum, i -> 1 + i % 7);
            DoubleMatrix a = PlainMath.symmetric(spectrum, random);
            Cholesky cholesky = Cholesky.of(a, algebra);
            String what = "n " + n + ", seed " + SEED;
            DoubleMatrix l = cholesky.lower();
            assertThat(distance(product(l, l.transpose()), a)).as(what).isLessThan(frobenius(a) * bound(n));
            for (int i = 0; i < n; i++) {
                for (int j = i + 1; j < n; j++) {
                    assertThat(l.get(i, j)).as(what).isZero();
                }
            }
            for (int columns : new int[] {1, 5, 16}) {
                DoubleMatrix b = gaussian(n, columns, random);
                DoubleMatrix x = cholesky.solve(b, algebra);
                assertThat(distance(product(a, x), b)).as(what).isLessThan(7 * frobenius(b) * bound(n));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void matrixThatIsNotPositiveDefiniteIsRefusedByOrder(LinearAlgebra algebra) {
        DoubleMatrix indefinite = new DoubleMatrix(3, 3, new double[] {1, 0, 0, 0, -1, 0, 0, 0, 1});
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Cholesky.of(indefinite, algebra))
                .withMessage("the 3 x 3 matrix is not positive definite: its leading minor of order 2 is not positive");
        Cholesky identity = Cholesky.of(DoubleMatrix.identity(3), algebra);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> identity.solve(DoubleMatrix.zeros(2, 1), algebra))
                .withMessageContaining("3 x 3")
                .withMessageContaining("2 x 1");
        assertThatIllegalArgumentException().isThrownBy(() -> Cholesky.of(DoubleMatrix.zeros(2, 3), algebra));
    }

    @ParameterizedTest
    @MethodSource("providers")
    void choleskyReadsAndWritesTheLowerTriangle(LinearAlgebra algebra) {
        double[] a = {4, 77, 2, 5};
        assertThat(algebra.cholesky(2, a)).isZero();
        assertThat(a).containsExactly(new double[] {2, 77, 1, 2}, within(4 * EPS));
    }
}
