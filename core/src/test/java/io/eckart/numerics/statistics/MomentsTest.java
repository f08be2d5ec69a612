package io.eckart.numerics.statistics;

import static io.eckart.numerics.PlainMath.SEED;
import static io.eckart.numerics.PlainMath.distance;
import static io.eckart.numerics.PlainMath.frobenius;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RowOperator;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.statistics.MomentsAccumulator.Precision;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MomentsTest {

    private static FloatMatrix rows(int n, int d, double mean, double deviation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FloatMatrix rows = FloatMatrix.zeros(n, d);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = (float) (mean + deviation * random.nextGaussian());
        }
        return rows;
    }

    private static Moments in(FloatMatrix rows, int chunk, Precision precision, int threads, LinearAlgebra algebra) {
        try (Workers workers = Workers.of(threads)) {
            return Moments.of(chunks(rows, chunk), precision, workers, algebra);
        }
    }

    static RowOperator chunks(FloatMatrix rows, int chunk) {
        return new RowOperator() {
            @Override
            public int columns() {
                return rows.columns();
            }

            @Override
            public void pass(java.util.function.Consumer<FloatMatrix> chunks) {
                for (int from = 0; from < rows.rows(); from += chunk) {
                    chunks.accept(rows.copyRows(from, Math.min(rows.rows(), from + chunk)));
                }
            }
        };
    }

    private static Moments plainly(FloatMatrix rows) {
        DoubleMatrix x = rows.toDouble();
        int d = rows.columns();
        double[] sums = new double[d];
        for (int i = 0; i < rows.rows(); i++) {
            for (int j = 0; j < d; j++) {
                sums[j] += x.get(i, j);
            }
        }
        return new Moments(rows.rows(), new double[d], sums, PlainMath.product(x.transpose(), x));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void sumsAreThePlainSums(Precision precision) {
        for (int d : PlainMath.SIZES) {
            for (int n : new int[] {1, 7, 300, 5000}) {
                FloatMatrix rows = rows(n, d, 0.5, 1, SEED + d);
                Moments plain = plainly(rows);
                // Up to 5000 terms of size 1, in float32 in runs of 128.
                double bound = precision == Precision.FLOAT64 ? 1e-14 : 1e-6;
                PlainMath.providers().forEach(algebra -> {
                    Moments moments = in(rows, n, precision, 1, algebra);
                    String what = "n " + n + ", d " + d + ", seed " + (SEED + d);
                    assertThat(moments.count()).isEqualTo(n);
                    assertThat(moments.mean()).as(what).containsExactly(plain.mean(), within(bound));
                    DoubleMatrix second = plain.secondMoment();
                    assertThat(distance(moments.secondMoment(), second))
                            .as(what)
                            .isLessThan(bound * frobenius(second));
                });
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FLOAT64, 3, 70000",
        "FLOAT64, 300, 12000",
        "FLOAT64, 1100, 700",
        "FLOAT32, 300, 12000",
        "FLOAT32, 1100, 700"
    })
    void threadsAndChunksChangeNoBit(Precision precision, int d, int n) {
        FloatMatrix rows = rows(n, d, 1, 2, SEED);
        Moments reference = in(rows, n, precision, 1, LinearAlgebra.get());
        for (int threads : new int[] {1, 2, 3}) {
            for (int chunk : new int[] {1 + n / 1000, 97, 256, n / 2 + 1, n}) {
                Moments moments = in(rows, chunk, precision, threads, LinearAlgebra.get());
                String what = threads + " threads, chunks of " + chunk + ", seed " + SEED;
                assertThat(moments.origin()).as(what).isEqualTo(reference.origin());
                assertThat(moments.sums()).as(what).isEqualTo(reference.sums());
                assertThat(moments.products().values())
                        .as(what)
                        .isEqualTo(reference.products().values());
            }
        }
    }

    @Test
    void manyColumnsGoThroughTiles() {
        FloatMatrix rows = rows(300, 1100, 1, 2, SEED);
        DoubleMatrix plain = plainly(rows).products();
        for (Precision precision : Precision.values()) {
            DoubleMatrix second =
                    in(rows, 100, precision, 2, LinearAlgebra.get()).about(new double[1100]);
            for (int i = 0; i < 1100; i += 3) {
                for (int j = 0; j < 1100; j++) {
                    // Mean of 300 products of size up to 50; float32 has 24 bits for each.
                    double bound = precision == Precision.FLOAT64 ? 1e-13 : 1e-5;
                    assertThat(second.get(i, j)).isCloseTo(plain.get(i, j) / 300, within(bound));
                    assertThat(second.get(i, j)).isEqualTo(second.get(j, i));
                }
            }
        }
    }

    @Test
    void largeMeanDoesNotDrownTheCovariance() {
        // float32 near 1e6 has steps of 1/16, so a deviation of 3 is well represented; the plain sum would lose 1e12 :
        // 9.
        FloatMatrix rows = rows(20_000, 6, 1e6, 3, SEED);
        DoubleMatrix x = rows.toDouble();
        double[] mean = new double[6];
        for (int i = 0; i < x.values().length; i++) {
            mean[i % 6] += (x.values()[i] - 1e6) / 20_000;
        }
        for (int i = 0; i < x.values().length; i++) {
            x.values()[i] = x.values()[i] - 1e6 - mean[i % 6];
        }
        DoubleMatrix expected = PlainMath.product(x.transpose(), x);
        for (Precision precision : Precision.values()) {
            Moments moments = in(rows, 999, precision, 2, LinearAlgebra.get());
            double bound = precision == Precision.FLOAT64 ? 1e-12 : 1e-6;
            DoubleMatrix covariance = moments.covariance();
            for (int i = 0; i < 36; i++) {
                assertThat(covariance.values()[i])
                        .as("%s, entry %d, seed %d", precision, i, SEED)
                        .isCloseTo(expected.values()[i] / 20_000, within(10 * bound));
            }
            assertThat(moments.mean()[0]).isCloseTo(1e6 + mean[0], within(1e-9));
        }
    }

    @Test
    void lowRankDataLeavesNothingInFloat64() {
        SplittableRandom random = new SplittableRandom(SEED);
        DoubleMatrix x = PlainMath.product(PlainMath.gaussian(2000, 4, random), PlainMath.gaussian(4, 50, random));
        Moments moments = in(x.toFloat(), 2000, Precision.FLOAT64, 1, LinearAlgebra.get());
        SymmetricEigen eigen = SymmetricEigen.of(moments.secondMoment());
        // What is left is the rounding of the data to float32, squared: some 1e-15 of the whole.
        assertThat(eigen.values()[4] / eigen.values()[0]).as("seed %d", SEED).isBetween(0.0, 1e-13);
    }

    @Test
    void momentsOfPartsAddUp() {
        FloatMatrix rows = rows(900, 7, 40, 2, SEED);
        Moments whole = in(rows, 900, Precision.FLOAT64, 1, LinearAlgebra.get());
        Moments sum = in(rows.copyRows(0, 100), 100, Precision.FLOAT64, 1, LinearAlgebra.get())
                .plus(in(rows.copyRows(100, 900), 800, Precision.FLOAT64, 1, LinearAlgebra.get()));
        assertThat(sum.count()).isEqualTo(900);
        assertThat(sum.mean()).containsExactly(whole.mean(), within(1e-12));
        assertThat(distance(sum.covariance(), whole.covariance())).isLessThan(1e-12);
        assertThat(distance(sum.secondMoment(), whole.secondMoment())).isLessThan(1e-10);
        assertThatIllegalArgumentException().isThrownBy(() -> whole.plus(plainly(rows(3, 2, 0, 1, SEED))));
    }

    @Test
    void noRowsAddNothing() {
        // Moved to the origin 0 of no rows, a spread of 1e-3 about 1e6 would be lost in products of 1e12.
        Moments some = in(rows(400, 7, 1e6, 1e-3, SEED), 400, Precision.FLOAT64, 1, LinearAlgebra.get());
        Moments none = new MomentsAccumulator(7, Precision.FLOAT64, Workers.of(1), LinearAlgebra.get()).finish();
        assertThat(none.count()).isZero();
        for (Moments sum : new Moments[] {none.plus(some), some.plus(none)}) {
            assertThat(sum.count()).isEqualTo(400);
            assertThat(sum.mean()).isEqualTo(some.mean());
            assertThat(sum.covariance().values()).isEqualTo(some.covariance().values());
        }
        Moments narrow = plainly(rows(3, 2, 0, 1, SEED));
        assertThatIllegalArgumentException().isThrownBy(() -> none.plus(narrow));
        assertThatIllegalArgumentException().isThrownBy(() -> narrow.plus(none));
    }

    @Test
    void whatIsNotFiniteIsRefusedByColumn() {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            FloatMatrix rows = rows(500, 3, 0, 1, SEED);
            rows.values()[400 * 3 + 1] = bad;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> in(rows, 500, Precision.FLOAT64, 1, LinearAlgebra.get()))
                    .withMessage("column 1 has a value that is not finite");
        }
    }

    /** What the precision rests on: products about zero would lose a large mean. */
    @Test
    void momentsAreAboutTheMeanOfTheFirstRows() {
        FloatMatrix rows = rows(300, 5, 40, 2, SEED);
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] += 100 * (i % 5);
        }
        Moments moments = in(rows, 300, Precision.FLOAT64, 1, LinearAlgebra.get());
        for (int j = 0; j < 5; j++) {
            assertThat(moments.origin()[j]).as("feature %d, seed %d", j, SEED).isEqualTo((float)
                    plainly(rows).mean()[j]);
        }
    }

    @Test
    void misuseIsRefused() {
        MomentsAccumulator accumulator =
                new MomentsAccumulator(3, Precision.FLOAT64, Workers.of(1), LinearAlgebra.get());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accumulator.add(FloatMatrix.zeros(5, 2)))
                .withMessage("rows of 3 columns are expected, got 5 x 2");
        Moments none = accumulator.finish();
        assertThatIllegalStateException().isThrownBy(none::mean);
        assertThatIllegalStateException().isThrownBy(none::covariance);
        assertThatIllegalStateException().isThrownBy(accumulator::finish);
        assertThatIllegalStateException().isThrownBy(() -> accumulator.add(FloatMatrix.zeros(1, 3)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MomentsAccumulator(0, Precision.FLOAT64, Workers.of(1), LinearAlgebra.get()));
        Moments some = plainly(rows(3, 2, 0, 1, SEED));
        assertThatIllegalArgumentException().isThrownBy(() -> some.about(new double[3]));
    }
}
