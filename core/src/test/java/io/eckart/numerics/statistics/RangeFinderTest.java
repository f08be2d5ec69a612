package io.eckart.numerics.statistics;

import static io.eckart.numerics.PlainMath.SEED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.RowOperator;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RangeFinderTest {

    /** Rows whose singular values fall by the factor given from one to the next. */
    private static FloatMatrix falling(int n, int d, double factor) {
        SplittableRandom random = new SplittableRandom(SEED);
        int r = Math.min(n, d);
        double[] s = new double[r];
        Arrays.setAll(s, i -> 100 * Math.pow(factor, i));
        DoubleMatrix u = PlainMath.orthonormalRows(r, n, random).transpose();
        DoubleMatrix vt = PlainMath.orthonormalRows(r, d, random);
        return PlainMath.product(PlainMath.product(u, PlainMath.diagonal(s)), vt)
                .toFloat();
    }

    private static TruncatedSvd find(RowOperator rows, int k, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return RangeFinder.DEFAULT.of(rows, k, new RandomStreams(SEED).stream("sketch"), workers);
        }
    }

    @Test
    void findsTheLeadingTripletsOfTheExactDecomposition() {
        for (int[] shape : new int[][] {{300, 60}, {40, 90}, {25, 25}, {1, 6}, {100, 1}}) {
            FloatMatrix x = falling(shape[0], shape[1], 0.7);
            int k = Math.min(6, shape[1]);
            ThinSvd exact = ThinSvd.of(x.toDouble());
            TruncatedSvd found = find(RowOperator.of(x), k, 1);
            String what = Arrays.toString(shape) + ", seed " + SEED;
            assertThat(PlainMath.rowDefect(found.vt())).as(what).isLessThan(1e-13);
            for (int i = 0; i < k; i++) {
                double s = i < exact.singularValues().length ? exact.singularValues()[i] : 0;
                // Ten more directions at a fall of 0.7 and four power steps: (0.7^10)^8 = 4e-13 of the first, in the
                // square;
                // below 1e-8 of the first a singular value is noise.
                assertThat(found.singularValues()[i]).as(what).isCloseTo(s, within(1e-5));
                if (s > 1) {
                    DoubleMatrix row = found.vt().copyRows(i, i + 1);
                    DoubleMatrix expected = exact.vt().copyRows(i, i + 1);
                    assertThat(PlainMath.distance(row, expected)).as(what).isLessThan(1e-5);
                }
            }
        }
    }

    @Test
    void residualsBoundTheErrors() {
        FloatMatrix x = falling(200, 80, 0.97);
        double[] exact = ThinSvd.of(x.toDouble()).singularValues();
        TruncatedSvd found = find(RowOperator.of(x), 10, 1);
        for (int i = 0; i < 10; i++) {
            double error = Double.MAX_VALUE;
            double square = found.singularValues()[i] * found.singularValues()[i];
            for (double s : exact) {
                error = Math.min(error, Math.abs(s * s - square));
            }
            assertThat(error).as("value %d, seed %d", i, SEED).isLessThanOrEqualTo(found.residuals()[i] + 1e-9);
            assertThat(found.singularValues()[i]).isLessThanOrEqualTo(exact[i] + 1e-9);
        }
    }

    @Test
    void residualsAreThoseOfTheFormula() {
        FloatMatrix x = falling(60, 40, 0.97);
        TruncatedSvd found = find(RowOperator.of(x), 6, 1);
        DoubleMatrix rows = x.toDouble();
        DoubleMatrix gram = PlainMath.product(rows.transpose(), rows);
        for (int i = 0; i < 6; i++) {
            DoubleMatrix v = found.vt().copyRows(i, i + 1).transpose();
            DoubleMatrix scaled = DoubleMatrix.zeros(40, 1);
            double square = found.singularValues()[i] * found.singularValues()[i];
            Arrays.setAll(scaled.values(), j -> square * v.values()[j]);
            double expected = PlainMath.distance(PlainMath.product(gram, v), scaled);
            assertThat(found.residuals()[i])
                    .as("value %d, seed %d", i, SEED)
                    .isCloseTo(expected, within(1e-6 + 1e-6 * expected));
        }
    }

    /** Where features are not correlated, a start from the first axes would never leave them. */
    @Test
    void theLastFeatureMayBeTheOneThatMatters() {
        FloatMatrix x = FloatMatrix.zeros(100, 100);
        for (int i = 0; i < 100; i++) {
            x.values()[i * 100 + i] = i == 99 ? 50 : 1;
        }
        TruncatedSvd found = find(RowOperator.of(x), 1, 1);
        assertThat(found.singularValues()[0]).isCloseTo(50, within(1e-6));
        assertThat(found.vt().get(0, 99)).isCloseTo(1, within(1e-6));
    }

    @Test
    void meanIsSubtractedFromEachRow() {
        FloatMatrix x = falling(120, 30, 0.6);
        for (int i = 0; i < x.values().length; i++) {
            x.values()[i] += 1000 + i % 30;
        }
        double[] mean;
        TruncatedSvd found;
        try (Workers workers = Workers.of(1)) {
            mean = Moments.of(x, workers).mean();
            SplittableRandom random = new SplittableRandom(SEED);
            found = RangeFinder.DEFAULT.of(RowOperator.of(x), mean, 5, random, workers, LinearAlgebra.get());
        }
        DoubleMatrix centred = x.toDouble();
        Arrays.setAll(centred.values(), i -> centred.values()[i] - mean[i % 30]);
        assertThat(found.singularValues())
                .containsExactly(Arrays.copyOf(ThinSvd.of(centred).singularValues(), 5), within(1e-6));
    }

    @Test
    void threadsAndChunksChangeNoBit() {
        FloatMatrix x = falling(3000, 20, 0.9);
        FloatMatrix repeated = FloatMatrix.zeros(150_000, 20);
        for (int i = 0; i < repeated.values().length; i++) {
            repeated.values()[i] = x.values()[i % x.values().length];
        }
        TruncatedSvd reference = find(RowOperator.of(repeated), 4, 1);
        for (int threads : new int[] {1, 2, 3}) {
            for (int chunk : new int[] {997, 4096, 100_000, 150_000}) {
                TruncatedSvd found = find(MomentsTest.chunks(repeated, chunk), 4, threads);
                String what = threads + " threads, chunks of " + chunk + ", seed " + SEED;
                assertThat(found.singularValues()).as(what).isEqualTo(reference.singularValues());
                assertThat(found.vt().values())
                        .as(what)
                        .isEqualTo(reference.vt().values());
            }
        }
    }

    @Test
    void bothProvidersAgree() {
        FloatMatrix x = falling(500, 100, 0.7);
        PlainMath.providers().forEach(algebra -> {
            try (Workers workers = Workers.of(2)) {
                TruncatedSvd found = RangeFinder.DEFAULT.of(
                        RowOperator.of(x), new double[100], 3, new SplittableRandom(SEED), workers, algebra);
                assertThat(found.singularValues()).containsExactly(new double[] {100, 70, 49}, within(1e-4));
            }
        });
    }

    @Test
    void passesAreCounted() {
        FloatMatrix x = falling(50, 40, 0.8);
        AtomicInteger passes = new AtomicInteger();
        RowOperator counted = new RowOperator() {
            @Override
            public int columns() {
                return 40;
            }

            @Override
            public void pass(Consumer<FloatMatrix> chunks) {
                passes.incrementAndGet();
                chunks.accept(x);
            }
        };
        assertThat(find(counted, 5, 1).passes()).isEqualTo(5).isEqualTo(passes.getAndSet(0));
        // k and the oversampling together span the whole space.
        assertThat(find(counted, 30, 1).passes()).isEqualTo(1).isEqualTo(passes.get());
    }

    @Test
    void constantZeroRowsHaveZeroSingularValues() {
        TruncatedSvd found = find(RowOperator.of(FloatMatrix.zeros(20, 30)), 3, 1);
        assertThat(found.singularValues()).containsExactly(0, 0, 0);
        assertThat(PlainMath.rowDefect(found.vt())).isLessThan(1e-13);
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeFinder(-1, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeFinder(5, 0));
        assertThat(new RangeFinder(0, 1).powerSteps()).isEqualTo(1);
        RowOperator rows = RowOperator.of(FloatMatrix.zeros(4, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RangeFinder.DEFAULT.of(
                        rows, new double[2], 1, new SplittableRandom(SEED), Workers.of(1), LinearAlgebra.get()))
                .withMessageContaining("the mean have 3 values, got 1 and 2");
        assertThatIllegalArgumentException().isThrownBy(() -> find(rows, 4, 1)).withMessageContaining("from 1 to 3");
        assertThatIllegalArgumentException().isThrownBy(() -> find(rows, 0, 1));
    }
}
