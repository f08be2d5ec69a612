package io.eckart.numerics.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals.Precision;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowProductsTest {
    private static final long SEED = 17;
    private static final int ROWS = 176;

    private static MatrixView random(int rows, int columns, SplittableRandom random) {
        MatrixView matrix = MatrixView.zeros(Precision.FLOAT32, rows, columns);
        for (int i = 0; i < matrix.length(); i++) {
            matrix.reals().set(i, random.nextDouble(-1, 1));
        }
        return matrix;
    }

    @ParameterizedTest
    @CsvSource({
        "1,1", "3,2", "8,13", "16,12", "21,8", "64,32", "100,257", "257,16", "384,5", "385,40", "784,32", "784,256",
        "1500,7", "33,33", "12,1", "2000,24"
    })
    void aRowGivesTheSameBitsWhereverItStandsAndWhateverStandsBesideIt(int d, int k) {
        SplittableRandom random = new RandomStreams(SEED).stream("rows");
        for (boolean flipped : new boolean[] {false, true}) {
            MatrixView w = flipped ? random(d, k, random).t() : random(k, d, random);
            MatrixView x = random(ROWS, d, random);
            MatrixView y = MatrixView.zeros(Precision.FLOAT32, ROWS, k);
            RowProduct product = RowProducts.independent().with(w);
            product.set(y, x);
            MatrixView again = MatrixView.zeros(Precision.FLOAT32, ROWS, k);
            for (int place : new int[] {0, 1, 7, 8, 15, 16, 50, 95, 96, 103, 104, 111, 159, 160, 167, 168, 175}) {
                MatrixView moved = random(ROWS, d, random);
                moved.rows(place, place + 1).copy(x.rows(3, 4));
                product.set(again, moved);
                for (int j = 0; j < k; j++) {
                    assertThat(again.get(place, j))
                            .as("row 3 at %d, output %d, flipped %s, seed %d", place, j, flipped, SEED)
                            .isEqualTo(y.get(3, j));
                }
            }
        }
    }

    /** Up to 15 rows lie across the JIT's vectors, from 16 on along them; one workspace serves them all. */
    @ParameterizedTest
    @CsvSource({"1,1", "3,2", "4,3", "8,13", "21,8", "64,32", "32,8", "257,16", "784,5", "2,784", "200,30"})
    void inASmallProductARowGivesTheSameBitsAmongAnyNumberOfRows(int d, int k) {
        SplittableRandom random = new RandomStreams(SEED).stream("small");
        for (boolean flipped : new boolean[] {false, true}) {
            MatrixView w = flipped ? random(d, k, random).t() : random(k, d, random);
            MatrixView x = random(ROWS, d, random);
            MatrixView y = random(ROWS, k, random);
            MatrixView whole = y.rows(0, ROWS);
            float[] start = ((Reals32) y.reals()).values().clone();
            RowProducts products = RowProducts.independent();
            RowProduct product = products.with(w);
            assertThat(products.takeRowsAlone()).isTrue();
            product.add(0.3, whole, x);
            for (int count : new int[] {1, 2, 15, 16, 17, 40, 1, 111}) {
                for (int from : new int[] {0, 1, ROWS - count}) {
                    MatrixView part = new MatrixView(new Reals32(start.clone()), 0, ROWS, k).rows(from, from + count);
                    product.add(0.3, part, x.rows(from, from + count));
                    for (int i = 0; i < count * k; i++) {
                        assertThat(part.get(i / k, i % k))
                                .as("rows %d + %d, entry %d, flipped %s, seed %d", from, count, i, flipped, SEED)
                                .isEqualTo(y.get(from + i / k, i % k));
                    }
                }
            }
        }
    }

    @Test
    void onlySmallProductsTakeRowsAlone() {
        MatrixView small = MatrixView.zeros(Precision.FLOAT32, 64, 96);
        MatrixView large = MatrixView.zeros(Precision.FLOAT32, 64, 97);
        RowProducts products = RowProducts.independent();
        products.with(small);
        assertThat(products.takeRowsAlone()).isTrue();
        products.with(large);
        products.with(small);
        assertThat(products.takeRowsAlone()).isFalse();
        RowProducts fast = RowProducts.fast();
        fast.with(small);
        assertThat(fast.takeRowsAlone()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(RowLayout.class)
    void everyLayoutMultiplies(RowLayout layout) {
        SplittableRandom random = new RandomStreams(SEED).stream("layouts");
        int k = 5;
        int d = 9;
        int width = layout.width(20);
        double[] w = random.doubles((long) k * d, -1, 1).toArray();
        double[] x = random.doubles((long) width * d, -1, 1).toArray();
        for (boolean transposed : new boolean[] {false, true}) {
            float[] product = new float[k * width];
            float[] weights = new float[k * d];
            for (int i = 0; i < k * d; i++) {
                weights[transposed ? i % d * k + i / d : i] = (float) w[i];
            }
            int offset = 3;
            float[] rows = new float[offset + width * d];
            System.arraycopy(toFloat(x), 0, rows, offset, width * d);
            layout.multiply(transposed, k, width, d, 2, weights, 0, transposed ? k : d, rows, offset, product);
            for (int j = 0; j < k; j++) {
                for (int i = 0; i < width; i++) {
                    int row = i;
                    int output = j;
                    double expected = 2
                            * IntStream.range(0, d)
                                    .mapToDouble(f -> w[output * d + f] * x[row * d + f])
                                    .sum();
                    // Nine float32 terms of size up to 2.
                    assertThat((double) product[j * width + i]).isCloseTo(expected, within(1e-5));
                }
            }
        }
    }

    private static float[] toFloat(double[] values) {
        return new DoubleMatrix(1, values.length, values).toFloat().values();
    }

    @Test
    void setsAndAddsWhatThePlainProductGives() {
        SplittableRandom random = new RandomStreams(SEED).stream("plain");
        MatrixView x = random(30, 11, random);
        MatrixView w = random(4, 11, random);
        MatrixView expected = MatrixView.zeros(Precision.FLOAT32, 30, 4);
        expected.setProduct(x, w.t());
        expected.addProduct(-0.5, x, w.t());
        for (RowProducts products : new RowProducts[] {RowProducts.fast(), RowProducts.independent()}) {
            MatrixView y = random(30, 4, random);
            RowProduct product = products.with(w);
            product.set(y, x);
            product.add(-0.5, y, x);
            // Eleven float32 terms of size up to 1.
            assertThat(PlainMath.distance(y.toDouble(), expected.toDouble())).isLessThan(1e-5);
        }
    }

    @Test
    void float64IsLeftToThePlainProduct() {
        SplittableRandom random = new RandomStreams(SEED).stream("wide");
        MatrixView x = MatrixView.zeros(Precision.FLOAT64, 5, 3);
        MatrixView w = MatrixView.zeros(Precision.FLOAT64, 2, 3);
        x.copyFrom(PlainMath.gaussian(5, 3, random));
        w.copyFrom(PlainMath.gaussian(2, 3, random));
        MatrixView y = MatrixView.zeros(Precision.FLOAT64, 5, 2);
        RowProducts.independent().with(w).set(y, x);
        MatrixView expected = MatrixView.zeros(Precision.FLOAT64, 5, 2);
        expected.setProduct(x, w.t());
        assertThat(y.toDouble().values()).isEqualTo(expected.toDouble().values());
    }
}
