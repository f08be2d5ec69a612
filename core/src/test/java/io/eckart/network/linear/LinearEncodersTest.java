package io.eckart.network.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.Composed;
import io.eckart.network.FreeEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.statistics.Cholesky;
import io.eckart.numerics.statistics.SymmetricEigen;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the notes (15.4) and the literature say of parameterizations 1 to 3. */
class LinearEncodersTest {
    private static final long SEED = 82;
    private static final int D = 8;

    private final SplittableRandom random = new RandomStreams(SEED).stream("encoders");
    private final DoubleMatrix sigma = PlainMath.symmetric(new double[] {4, 2, 1, 0.7, 0.4, 0.2, 0.1, 0.05}, random);

    private DoubleMatrix decoder(int k) {
        return PlainMath.gaussian(D, k, random);
    }

    /** B whose singular values fall from 1 to {@code least}. */
    private DoubleMatrix illConditioned(int k, double least) {
        double[] s = new double[k];
        for (int i = 0; i < k; i++) {
            s[i] = Math.pow(least, i / (k - 1.0));
        }
        DoubleMatrix u = PlainMath.orthonormalRows(k, D, random).transpose();
        return PlainMath.product(PlainMath.product(u, PlainMath.diagonal(s)), PlainMath.orthonormalRows(k, k, random));
    }

    private static void assertProjection(DoubleMatrix p, int rank, double tolerance) {
        assertThat(PlainMath.distance(PlainMath.product(p, p), p))
                .as("P P = P, seed %d", SEED)
                .isLessThan(tolerance);
        assertThat(PlainMath.distance(p, p.transpose()))
                .as("P = P', seed %d", SEED)
                .isLessThan(tolerance);
        double trace = 0;
        for (int i = 0; i < D; i++) {
            trace += p.get(i, i);
        }
        assertThat(trace).as("rank, seed %d", SEED).isCloseTo(rank, within(tolerance));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void thePseudoInverseProjectsOntoTheDecodersColumns(int k) {
        DoubleMatrix b = decoder(k);
        Composed composed = Composed.of(new PinvEncoder(), b);
        assertProjection(composed.map(), k, 1e-11);
        assertThat(PlainMath.distance(PlainMath.product(composed.map(), b), b)).isLessThan(1e-11);
        assertThat(PlainMath.distance(PlainMath.product(composed.encoder(), b), DoubleMatrix.identity(k)))
                .isLessThan(1e-11);
    }

    @Test
    void anIllConditionedDecoderIsNotSquared() {
        // G has condition 1e14: its Cholesky factor, where there is one, leaves two digits of P. The QR decomposition
        // of B
        // has condition 1e7 and leaves eight.
        DoubleMatrix b = illConditioned(4, 1e-7);
        assertProjection(Composed.of(new PinvEncoder(), b).map(), 4, 1e-7);
        // 1e24: no Cholesky factor at all.
        assertProjection(
                Composed.of(new PinvEncoder(), illConditioned(4, 1e-12)).map(), 4, 1e-2);
    }

    @Test
    void dependentColumnsHaveNoPseudoInverse() {
        DoubleMatrix b = DoubleMatrix.zeros(D, 2);
        b.values()[0] = 1;
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Composed.of(new PinvEncoder(), b))
                .withMessageContaining("independent");
    }

    @ParameterizedTest
    @ValueSource(ints = {D, D + 1, 2 * D})
    void aDecoderWithARightInverseMakesTheIdentity(int k) {
        Composed composed = Composed.of(new PinvEncoder(), decoder(k));
        assertThat(PlainMath.distance(composed.map(), DoubleMatrix.identity(D)))
                .as("k = %d, seed %d", k, SEED)
                .isLessThan(1e-9);
        DoubleMatrix a = composed.encoder();
        DoubleMatrix ab = PlainMath.product(a, composed.part("decoder"));
        assertThat(PlainMath.distance(ab, ab.transpose()))
                .as("the one of least norm, seed %d", SEED)
                .isLessThan(1e-9);
        assertThat(composed.descend(sigma)).as("nothing to learn").isCloseTo(0, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7})
    void thePseudoInversesGradientIsOrthogonalToTheDecoder(int k) {
        DoubleMatrix b = decoder(k);
        Composed composed = Composed.of(new PinvEncoder(), b);
        double loss = composed.descend(sigma);
        DoubleMatrix gradient = composed.gradient("decoder");
        assertThat(PlainMath.frobenius(PlainMath.product(b.transpose(), gradient)))
                .as("B' dL/dB, seed %d", SEED)
                .isLessThan(1e-11)
                .isLessThan(1e-9 * PlainMath.frobenius(gradient));
        // -2 (I - P) Sigma B G^-1 (Golub and Pereyra 1973), with B G^-1 = A'.
        DoubleMatrix left = PlainMath.minus(DoubleMatrix.identity(D), composed.map());
        DoubleMatrix formula = PlainMath.product(
                PlainMath.product(left, sigma), composed.encoder().transpose());
        assertThat(PlainMath.distance(gradient, Composed.scaled(-2, formula)))
                .as("seed %d", SEED)
                .isLessThan(1e-11);
        // The loss depends on the span alone: any other basis of it gives the same.
        DoubleMatrix basis = PlainMath.product(b, PlainMath.gaussian(k, k, random));
        assertThat(Composed.of(new PinvEncoder(), basis).descend(sigma))
                .as("seed %d", SEED)
                .isCloseTo(loss, within(1e-10));
    }

    @Test
    void theBestInnerMatrixOnCleanRowsIsTheInverseOfTheGramMatrix() {
        DoubleMatrix b = decoder(3);
        DoubleMatrix gram = PlainMath.product(b.transpose(), b);
        DoubleMatrix inverse = Cholesky.of(gram).solve(DoubleMatrix.identity(3));
        Composed shared = new Composed(new SharedEncoder(), D, 3).set("decoder", b);
        shared.set("inner", inverse);
        double least = shared.descend(sigma);
        assertThat(PlainMath.frobenius(shared.gradient("inner")))
                .as("dL/dC at G^-1, seed %d", SEED)
                .isLessThan(1e-10);
        assertThat(least).isCloseTo(Composed.of(new PinvEncoder(), b).descend(sigma), within(1e-12));
        for (int i = 0; i < 9; i++) {
            DoubleMatrix moved = new DoubleMatrix(3, 3, inverse.values().clone());
            moved.values()[i] += 0.01;
            shared.set("inner", moved);
            assertThat(shared.descend(sigma))
                    .as("entry %d moved, seed %d", i, SEED)
                    .isGreaterThan(least);
        }
    }

    @Test
    void sharedWeightsAreTheOnesOfTheFormula() {
        for (int k : new int[] {3, D, 11}) {
            int side = Math.min(k, D);
            DoubleMatrix b = decoder(k);
            DoubleMatrix c = PlainMath.gaussian(side, side, random);
            Composed shared =
                    new Composed(new SharedEncoder(), D, k).set("decoder", b).set("inner", c);
            shared.composition.compose();
            DoubleMatrix expected = k < D ? PlainMath.product(c, b.transpose()) : PlainMath.product(b.transpose(), c);
            assertThat(PlainMath.distance(shared.encoder(), expected)).isLessThan(1e-13);
        }
    }

    /** How far B'B - AA' moves in unit time of gradient descent with this step. */
    private double drift(double step, DoubleMatrix a, DoubleMatrix b) {
        Composed free = new Composed(new FreeEncoder(), D, 3).set("encoder", a).set("decoder", b);
        DoubleMatrix before = balance(free);
        double loss = free.descend(sigma);
        for (double time = step / 2; time < 1; time += step) {
            free.parameters.add(0, free.parameters.length(), -step, free.gradient, 0);
            free.descend(sigma);
        }
        assertThat(free.descend(sigma)).as("the descent got somewhere").isLessThan(0.8 * loss);
        return PlainMath.distance(balance(free), before);
    }

    private static DoubleMatrix balance(Composed free) {
        DoubleMatrix a = free.part("encoder");
        DoubleMatrix b = free.part("decoder");
        return PlainMath.minus(PlainMath.product(b.transpose(), b), PlainMath.product(a, a.transpose()));
    }

    @Test
    void gradientFlowKeepsTheBalanceOfFreeFactors() {
        DoubleMatrix a = Composed.scaled(0.3, PlainMath.gaussian(3, D, random));
        DoubleMatrix b = Composed.scaled(0.3, PlainMath.gaussian(D, 3, random));
        double coarse = drift(1e-3, a, b);
        double fine = drift(5e-4, a, b);
        // Each step breaks it by O(step^2), so unit time by O(step): half the step, half the drift.
        assertThat(coarse).as("seed %d", SEED).isLessThan(0.05).isGreaterThan(1e-6);
        assertThat(coarse / fine).as("seed %d", SEED).isCloseTo(2, within(0.1));
    }

    @Test
    void theLossOfTheCompositionIsThatOfItsMap() {
        DoubleMatrix top = SymmetricEigen.top(sigma, 3).vectors().transpose();
        assertThat(Composed.of(new PinvEncoder(), top).descend(sigma))
                .as("Eckart and Young: the sum of the eigenvalues left out")
                .isCloseTo(0.7 + 0.4 + 0.2 + 0.1 + 0.05, within(1e-12));
    }
}
