package io.eckart.numerics.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals.Precision;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixViewTest {
    private static final long SEED = 72;
    private static final int OFFSET = 3;
    private static final int[] SIZES = {1, 4, 6, 13, 25};

    private final SplittableRandom random = new RandomStreams(SEED).stream("views");

    /** A view of these sizes with random entries somewhere within its array. */
    private MatrixView view(Precision precision, int rows, int columns, boolean flipped) {
        Reals reals = precision.zeros(OFFSET + rows * columns + 2);
        for (int i = 0; i < reals.length(); i++) {
            reals.set(i, (float) random.nextDouble(-1, 1));
        }
        return flipped
                ? new MatrixView(reals, OFFSET, columns, rows).t()
                : new MatrixView(reals, OFFSET, rows, columns);
    }

    private static void assertSame(MatrixView view, double[] outside, DoubleMatrix expected, double tolerance) {
        assertThat(PlainMath.largestDifference(view.toDouble().values(), expected.values()))
                .as("seed %d", SEED)
                .isLessThanOrEqualTo(tolerance);
        double[] now = outside(view);
        assertThat(now).as("what lies around the view").containsExactly(outside);
    }

    private static double[] outside(MatrixView view) {
        double[] all = RealsTest.values(view.reals());
        int end = OFFSET + view.length();
        return new double[] {all[0], all[1], all[2], all[end], all[end + 1]};
    }

    @ParameterizedTest
    @EnumSource
    void productsAreThePlainOnesHoweverTheThreeAreRead(Precision precision) {
        for (int size = 0; size < SIZES.length; size++) {
            int m = SIZES[size];
            int n = SIZES[(size + 2) % SIZES.length];
            int k = SIZES[(size + 3) % SIZES.length];
            for (int flips = 0; flips < 8; flips++) {
                MatrixView a = view(precision, m, k, (flips & 1) != 0);
                MatrixView b = view(precision, k, n, (flips & 2) != 0);
                MatrixView c = view(precision, m, n, (flips & 4) != 0);
                // A sum of k products of numbers below 1.
                double unit = precision == Precision.FLOAT32 ? PlainMath.EPS_FLOAT : PlainMath.EPS;
                double tolerance = 4 * (k + 2) * unit;
                DoubleMatrix product = PlainMath.product(a.toDouble(), b.toDouble());
                double[] outside = outside(c);
                c.setProduct(a, b);
                assertSame(c, outside, product, tolerance);
                c.addProduct(-0.5, a, b);
                DoubleMatrix half = new DoubleMatrix(m, n, product.values().clone());
                for (int i = 0; i < half.values().length; i++) {
                    half.values()[i] *= 0.5;
                }
                assertSame(c, outside, half, 2 * tolerance);
            }
        }
    }

    @Test
    void aTransposeReadsTheSameEntries() {
        MatrixView view = view(Precision.FLOAT64, 4, 6, false);
        assertThat(view.t().t()).isSameAs(view);
        assertThat(view.t().rows()).isEqualTo(6);
        assertThat(view.t().columns()).isEqualTo(4);
        view.t().set(5, 2, 77);
        assertThat(view.get(2, 5)).isEqualTo(77);
        assertThat(view.reals().get(OFFSET + 2 * 6 + 5)).isEqualTo(77);
        assertThat(view.t().toDouble())
                .satisfies(flipped -> assertThat(flipped.values())
                        .containsExactly(view.toDouble().transpose().values()));
    }

    @Test
    void entriesAreAddedAndCopiedHoweverTheyAreRead() {
        for (int flips = 0; flips < 4; flips++) {
            MatrixView c = view(Precision.FLOAT64, 4, 13, (flips & 1) != 0);
            MatrixView a = view(Precision.FLOAT64, 4, 13, (flips & 2) != 0);
            double[] outside = outside(c);
            DoubleMatrix expected = c.toDouble();
            for (int i = 0; i < expected.values().length; i++) {
                expected.values()[i] += 0.7 * a.toDouble().values()[i];
            }
            c.add(0.7, a);
            assertSame(c, outside, expected, 1e-15);
            c.copy(a);
            assertSame(c, outside, a.toDouble(), 0);
            MatrixView like = view(Precision.FLOAT64, 4, 13, (flips & 1) != 0);
            expected = c.toDouble();
            double inner = 0;
            for (int i = 0; i < expected.values().length; i++) {
                inner += expected.values()[i] * like.toDouble().values()[i];
                expected.values()[i] -= 0.2 * like.toDouble().values()[i];
            }
            assertThat(c.inner(like)).isCloseTo(inner, within(1e-14));
            c.add(-0.2, like);
            assertSame(c, outside, expected, 1e-15);
            assertThat(c.sumOfSquares()).isCloseTo(c.inner(c), within(1e-13));
            c.copy(like);
            assertSame(c, outside, like.toDouble(), 0);
            MatrixView narrow = view(Precision.FLOAT32, 4, 13, (flips & 1) != 0);
            c.convert(narrow);
            assertSame(c, outside, narrow.toDouble(), 0);
            c.copyFrom(a.toDouble());
            assertSame(c, outside, a.toDouble(), 0);
            c.fill(2);
            c.scale(1.5);
            assertThat(c.toDouble().values()).containsOnly(3);
        }
    }

    @Test
    void aViewThatDoesNotLieWithinItsArrayIsRejectedWithBoth() {
        Reals ten = Precision.FLOAT64.zeros(10);
        assertThat(new MatrixView(ten, 4, 2, 3).length()).isEqualTo(6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MatrixView(ten, 5, 2, 3))
                .withMessageContaining("2 x 3")
                .withMessageContaining("10");
        assertThatIllegalArgumentException().isThrownBy(() -> new MatrixView(ten, -1, 2, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new MatrixView(ten, 0, -2, -3));
        assertThatIllegalArgumentException().isThrownBy(() -> new MatrixView(ten, 0, 1 << 16, 1 << 16));
    }

    @Test
    void shapesThatDoNotGoTogetherAreRejectedWithBoth() {
        MatrixView c = view(Precision.FLOAT64, 4, 6, false);
        MatrixView other = view(Precision.FLOAT64, 4, 5, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> c.setProduct(other, c))
                .withMessageContaining("4 x 5")
                .withMessageContaining("4 x 6");
        assertThatIllegalArgumentException().isThrownBy(() -> c.t().addProduct(1, c, other.t()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> c.add(1, other))
                .withMessageContaining("4 x 5")
                .withMessageContaining("4 x 6");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> c.convert(view(Precision.FLOAT64, 4, 6, true)))
                .withMessageContaining("transpose");
        assertThatIllegalArgumentException().isThrownBy(() -> c.inner(other));
        assertThatIllegalArgumentException().isThrownBy(() -> c.convert(other));
        assertThatIllegalArgumentException().isThrownBy(() -> c.copyFrom(other.toDouble()));
        assertThatIllegalArgumentException().isThrownBy(() -> c.add(1, c.t()));
        assertThatIllegalArgumentException().isThrownBy(() -> c.copy(c.t()));
    }
}
