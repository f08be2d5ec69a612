package io.eckart.network.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.Composed;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.ListaEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UnstableStepException;
import io.eckart.network.UntiedEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.numerics.product.Reals64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameterization 4 against the plain recursion (15.13) and its spectral filter. */
class UnrolledEncoderTest {
    private static final long SEED = 81;

    private final SplittableRandom random = new RandomStreams(SEED).stream("unrolled");

    /** B of known singular values, with its factors. */
    @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
    private record Planted(DoubleMatrix u, double[] s, DoubleMatrix v) {
        static Planted draw(int d, int k, double least, double most, SplittableRandom random) {
            int n = Math.min(d, k);
            double[] s = new double[n];
            for (int i = 0; i < n; i++) {
                s[i] = n == 1 ? most : most * Math.pow(least / most, i / (n - 1.0));
            }
            return new Planted(
                    PlainMath.orthonormalRows(n, d, random).transpose(), s, PlainMath.orthonormalRows(n, k, random));
        }

        DoubleMatrix b() {
            return PlainMath.product(PlainMath.product(u, PlainMath.diagonal(s)), v);
        }

        /** {@code V diag((1 - (1 - eta s^2)^T) / s) U'}. */
        DoubleMatrix encoder(double eta, int depth) {
            double[] gains = new double[s.length];
            for (int i = 0; i < s.length; i++) {
                gains[i] = (1 - Math.pow(1 - eta * s[i] * s[i], depth)) / s[i];
            }
            return PlainMath.product(PlainMath.product(v.transpose(), PlainMath.diagonal(gains)), u.transpose());
        }
    }

    /** The codes of the unit vectors, step by step. */
    private static DoubleMatrix recursion(DoubleMatrix b, double eta, int depth) {
        int k = b.columns();
        int d = b.rows();
        DoubleMatrix y = DoubleMatrix.zeros(k, d);
        for (int t = 0; t < depth; t++) {
            DoubleMatrix residual = PlainMath.minus(DoubleMatrix.identity(b.rows()), PlainMath.product(b, y));
            DoubleMatrix step = PlainMath.product(b.transpose(), residual);
            y = PlainMath.minus(y, Composed.scaled(-eta, step));
        }
        return y;
    }

    @ParameterizedTest
    @CsvSource({"7, 3", "6, 6", "5, 9", "13, 1", "1, 4"})
    void theComposedEncoderIsTheRecursionAndTheFilter(int d, int k) {
        for (int depth : new int[] {1, 2, 10, 100}) {
            for (double product : new double[] {0.3, 1, 1.9}) {
                Planted planted = Planted.draw(d, k, 0.2, 1.3, random);
                double eta = product / (1.3 * 1.3);
                DoubleMatrix a = Composed.of(new UnrolledEncoder(depth, eta, false), planted.b())
                        .encoder();
                // Entries of A stay below 1 / 0.2; a hundred steps add a hundred roundings.
                assertThat(PlainMath.distance(a, recursion(planted.b(), eta, depth)))
                        .as("recursion, T = %d, eta s^2 = %g, seed %d", depth, product, SEED)
                        .isLessThan(1e-12);
                assertThat(PlainMath.distance(a, planted.encoder(eta, depth)))
                        .as("filter, T = %d, eta s^2 = %g, seed %d", depth, product, SEED)
                        .isLessThan(1e-12);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"7, 3", "6, 6", "5, 9"})
    void manyStepsTendToThePseudoInverse(int d, int k) {
        DoubleMatrix b = Planted.draw(d, k, 0.5, 1, random).b();
        DoubleMatrix limit = Composed.of(new PinvEncoder(), b).encoder();
        double before = Double.POSITIVE_INFINITY;
        for (int depth : new int[] {1, 5, 20, 80}) {
            double distance = PlainMath.distance(
                    Composed.of(new UnrolledEncoder(depth, 1, false), b).encoder(), limit);
            // What is left of the smallest singular value, (1 - 0.25)^T / 0.5, is the largest part of the distance.
            double largest = Math.pow(0.75, depth) / 0.5;
            assertThat(distance)
                    .as("T = %d, seed %d", depth, SEED)
                    .isBetween(0.999 * largest - 1e-12, Math.sqrt(6) * largest + 1e-12)
                    .isLessThan(before);
            before = distance;
        }
    }

    @Test
    void untiedWeightsOfGradientDescentGiveTheSameEncoder() {
        for (int[] sizes : new int[][] {{7, 3}, {6, 6}, {5, 9}}) {
            for (boolean perLayer : new boolean[] {false, true}) {
                DoubleMatrix b =
                        Planted.draw(sizes[0], sizes[1], 0.3, 1.2, random).b();
                UntiedEncoder untied = new UntiedEncoder(12, perLayer);
                Dimensions dimensions = new Dimensions(sizes[0], sizes[1], false, false);
                Composed composed = new Composed(untied, sizes[0], sizes[1]);
                Composed tied = Composed.of(new UnrolledEncoder(12, 0.8, false), b);
                RecurrentCell.in(composed.parameters, Networks.of(untied).layout(dimensions), 12, perLayer)
                        .unrollFrom(tied.composition.decoder(), 0.8);
                composed.composition.compose();
                assertThat(PlainMath.distance(composed.encoder(), tied.encoder()))
                        .as("d, k = %d, %d, per layer %s, seed %d", sizes[0], sizes[1], perLayer, SEED)
                        .isLessThan(1e-13);
                assertThat(PlainMath.distance(composed.map(), tied.map())).isLessThan(1e-13);
            }
        }
    }

    @Test
    void aStepAtTheBoundIsRejectedWithStepSingularValueAndBound() {
        for (int k : new int[] {2, 4, 6}) {
            DoubleMatrix b = DoubleMatrix.zeros(4, k);
            b.values()[0] = 2.5;
            b.values()[k + 1] = 0.5;
            double bound = 2 / 6.25;
            assertThatExceptionOfType(UnstableStepException.class)
                    .isThrownBy(() -> Composed.of(new UnrolledEncoder(3, bound, false), b))
                    .withMessageContaining("eta = 0.320000")
                    .withMessageContaining("2 / s_max^2 = 0.320000")
                    .withMessageContaining("s_max^2 = 6.25000");
            UnrolledEncoder above = new UnrolledEncoder(3, 0.4, true);
            assertThatExceptionOfType(UnstableStepException.class)
                    .isThrownBy(() -> partial(above, b))
                    .withMessageContaining("eta = 0.400000");
            double below = Math.nextDown(bound) - 1e-12;
            assertThat(Composed.of(new UnrolledEncoder(3, below, false), b)
                            .encoder()
                            .values())
                    .isNotEmpty();
        }
    }

    private static void partial(UnrolledEncoder encoder, DoubleMatrix b) {
        Reals parameters = Precision.FLOAT32.zeros(b.values().length);
        parameters.copyFrom(b.values());
        Dimensions dimensions = new Dimensions(b.rows(), b.columns(), false, false);
        Networks.of(encoder)
                .form(dimensions, true, parameters, Precision.FLOAT32.zeros(parameters.length()))
                .compose();
    }

    @ParameterizedTest
    @CsvSource({"7, 3", "5, 9"})
    void aBoundedDecoderIsScaledBackToTheBorderAndNoFurther(int d, int k) {
        DoubleMatrix b = Planted.draw(d, k, 0.3, 2, random).b();
        Dimensions dimensions = new Dimensions(d, k, false, false);
        for (Precision precision : Precision.values()) {
            double unit = precision == Precision.FLOAT32 ? 1e-6 : 1e-13;
            Reals values = precision.zeros(b.values().length);
            values.copyFrom(b.values());
            Networks.of(new UnrolledEncoder(5, 0.4, true))
                    .constraint(dimensions, values)
                    .enforce();
            assertThat(values.get(1)).as("0.4 x 2^2 is below the border").isCloseTo(b.values()[1], within(unit));
            Networks.of(new UnrolledEncoder(5, 0.9, false))
                    .constraint(dimensions, values)
                    .enforce();
            assertThat(values.get(1)).as("not bounded").isCloseTo(b.values()[1], within(unit));
            Networks.of(new UnrolledEncoder(5, 0.9, true))
                    .constraint(dimensions, values)
                    .enforce();
            for (int i = 0; i < values.length(); i++) {
                double expected = b.values()[i] * Math.sqrt(1.9 / (0.9 * 4));
                assertThat(values.get(i)).as("%s, seed %d", precision, SEED).isCloseTo(expected, within(unit));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1, 1e12})
    void theBoundHoldsForDecodersAndStepsOfAnySize(double step) {
        int k = 40;
        DoubleMatrix b = Planted.draw(50, k, 1.3, 1.37, random).b();
        Dimensions dimensions = new Dimensions(50, k, false, false);
        UnrolledEncoder encoder = new UnrolledEncoder(5, step, true);
        for (double largest : new double[] {1e-3, 1, 1.9, 2, 1e3}) {
            Reals values = Precision.FLOAT32.zeros(b.values().length);
            values.copyFrom(b.values());
            values.scale(0, values.length(), Math.sqrt(largest / step) / 1.37);
            Networks.of(encoder).constraint(dimensions, values).enforce();
            MatrixView decoder = Networks.of(encoder).layout(dimensions).in(values, "decoder");
            double reached = step * SpectralFilter.of(decoder, encoder).largest();
            double wanted = Math.min(largest, 1.9);
            // B is float32, and its square root and square are taken.
            assertThat(reached / wanted).as("%s, seed %d", largest, SEED).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void theStartHasAFilterOfNineTenths() {
        for (int depth : new int[] {1, 10}) {
            UnrolledEncoder encoder = new UnrolledEncoder(depth, 0.3, true);
            Reals64 values = new Reals64(new double[7 * 3]);
            Networks.of(encoder).start(new Dimensions(7, 3, false, false), values, random);
            Composed start = Composed.of(encoder, new DoubleMatrix(7, 3, values.values()));
            double largest = io.eckart.numerics.statistics.SymmetricEigen.top(start.map(), 1)
                    .values()[0];
            assertThat(largest).as("T = %d, seed %d", depth, SEED).isCloseTo(0.9, within(1e-12));
        }
    }

    @Test
    void settingsOutOfRangeAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnrolledEncoder(0, 1, true))
                .withMessageContaining("0");
        assertThatIllegalArgumentException().isThrownBy(() -> new UnrolledEncoder(1, 0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new UnrolledEncoder(1, Double.NaN, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new UntiedEncoder(0, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new ListaEncoder(1, -0.1));
    }

    /** Where the filter is 1 it is flat; with noise the start is where the best reconstruction is: {@code f = lambda / (lambda + s^2)}. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 100})
    void aStartForNoisyRowsKeepsOfEachDirectionWhatTheWienerFilterDoes(int depth) {
        Dimensions dimensions = new Dimensions(6, 3, false, false);
        DoubleMatrix directions = PlainMath.orthonormalRows(3, 6, random);
        Subspace noisy = Subspace.of(directions, new double[6], false).withNoise(new double[] {4, 1, 0.25}, 0.5);
        DoubleMatrix kept = PlainMath.diagonal(new double[] {4 / 4.5, 1 / 1.5, 0.25 / 0.75});
        DoubleMatrix expected = PlainMath.product(PlainMath.product(directions.transpose(), kept), directions);
        for (LinearArchitecture form : List.of(
                UnrolledEncoder.automatic(depth),
                new UnrolledEncoder(depth, 0.3, false),
                new UntiedEncoder(depth, false),
                new UntiedEncoder(depth, true))) {
            Composed composed = new Composed(form, 6, 3);
            Networks.of(form).startAt(dimensions, composed.parameters, noisy);
            composed.composition.compose();
            // The T-th root of a part kept loses digits as T grows.
            assertThat(PlainMath.distance(composed.map(), expected))
                    .as("%s", form)
                    .isLessThan(1e-11);
        }
    }
}
