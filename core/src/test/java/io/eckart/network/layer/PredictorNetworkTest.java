package io.eckart.network.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.Dimensions;
import io.eckart.network.Head;
import io.eckart.network.LinearHead;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.SoftmaxHead;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.Activation;
import io.eckart.numerics.Draws;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An encoder with a head: its loss is the plain formula, its gradient that of central differences, in float64. */
class PredictorNetworkTest {
    private static final long SEED = 31;
    private static final int D = 5;
    private static final int ROWS = 7;
    private static final Head CLASSES = new SoftmaxHead(List.of("a", "b", "c"));

    /** With steps of 1e-5 on values around 1, rounding and the third derivative both stay near 1e-10. */
    private static final double STEP = 1e-5;

    private static final double TOLERANCE = 1e-6;

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Head head : List.of(CLASSES, new LinearHead(2, 3))) {
            for (List<Integer> hidden : List.of(List.<Integer>of(), List.of(6), List.of(6, 4))) {
                for (Activation activation : List.of(Activation.GELU, Activation.TANH)) {
                    for (boolean indicator : new boolean[] {false, true}) {
                        for (double dropout : new double[] {0, 0.4}) {
                            cases.add(Arguments.of(head, hidden, activation, indicator, dropout));
                        }
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void analyticGradientsAreThoseOfCentralDifferences(
            Head head, List<Integer> hidden, Activation activation, boolean indicator, double dropout) {
        Problem problem = new Problem(head, hidden, activation, indicator, dropout, false);
        double[] analytic = problem.gradient();
        double[] numeric = new double[analytic.length];
        double largest = 1e-3;
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = problem.centralDifference(i);
            largest = Math.max(largest, Math.abs(numeric[i]));
        }
        for (int i = 0; i < numeric.length; i++) {
            assertThat(Math.abs(analytic[i] - numeric[i]) / largest)
                    .as("entry %d, seed %d: %g and %g", i, SEED, analytic[i], numeric[i])
                    .isLessThan(TOLERANCE);
        }
    }

    @Test
    void gradientsOfAFrozenEncoderAreThoseOfTheHeadAlone() {
        Problem whole = new Problem(CLASSES, List.of(6), Activation.GELU, true, 0, false);
        Problem frozen = new Problem(CLASSES, List.of(6), Activation.GELU, true, 0, true);
        double[] all = whole.gradient();
        double[] some = frozen.gradient();
        int head = whole.network.headOffset(whole.dimensions);
        for (int i = 0; i < all.length; i++) {
            assertThat(some[i]).isEqualTo(i < head ? 0 : all[i]);
        }
    }

    @Test
    void theLossIsTheCrossEntropyAndDroppedUnitsKeepTheExpectation() {
        Problem problem = new Problem(CLASSES, List.of(), Activation.TANH, false, 0, false);
        double loss = problem.loss();
        double expected = 0;
        for (int i = 0; i < ROWS; i++) {
            double sum = 0;
            double inner = 0;
            double weight = 0;
            boolean known = i > 0;
            for (int j = 0; j < 3 && known; j++) {
                sum += Math.exp(problem.pass.output().get(i, j));
                inner += problem.target.get(3 * i + j) * problem.pass.output().get(i, j);
                weight += problem.target.get(3 * i + j);
            }
            expected += known ? problem.weights[i] * (weight * Math.log(sum) - inner) : 0;
        }
        assertThat(loss).isCloseTo(expected / ROWS, within(1e-12));
    }

    @Test
    void anEncoderIsAdoptedAndItsCodesStay() {
        NetworkEncoder encoder = NetworkEncoder.mirrored(List.of(6), Activation.RELU, true);
        Dimensions plain = new Dimensions(D, 3, false, false);
        Dimensions reads = new Dimensions(D, 3, true, false);
        Reals64 values =
                new Reals64(new double[Networks.of(encoder).layout(plain).length()]);
        Networks.of(encoder).start(plain, values, new RandomStreams(SEED).stream("start"));
        PredictorNetwork network = new PredictorNetwork(encoder, CLASSES);
        Reals64 adopted = new Reals64(new double[network.layout(reads).length()]);
        adopted.fill(0, adopted.length(), 9);
        network.adopt(reads, adopted, plain, values);
        Pass before = Networks.of(encoder).form(plain, false, values, values).pass(ROWS, null);
        Pass after = network.form(reads, 0, true, adopted, adopted).pass(ROWS, null);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < ROWS * D; i++) {
            double value = random.nextGaussian();
            before.input().reals().set(i, value);
            after.input().reals().set(i, value);
            after.hidden().reals().set(i, i % 3 == 0 ? 1 : 0);
        }
        before.encode();
        after.encode();
        after.decode();
        for (int i = 0; i < ROWS; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(after.codes().get(i, j)).isEqualTo(before.codes().get(i, j));
                assertThat(after.output().get(i, j)).as("a head of zeros").isZero();
            }
        }
    }

    @Test
    void headsRefuseWhatTheyCannotPredict() {
        assertThatThrownBy(() -> new SoftmaxHead(List.of("a"))).hasMessageContaining("at least 2 classes");
        assertThatThrownBy(() -> new SoftmaxHead(List.of("a", "a"))).hasMessageContaining("different names");
        assertThatThrownBy(() -> new LinearHead(0, 0)).hasMessageContaining("scale above 0");
        assertThatThrownBy(() -> new LinearHead(Double.NaN, 1)).hasMessageContaining("finite");
    }

    /** The loss of some rows, some with hidden cells, one without weight; the same units are dropped each time. */
    private static final class Problem {
        final PredictorNetwork network;
        final Dimensions dimensions;
        final Reals64 parameters;
        final Reals64 gradient;
        final Form form;
        final Pass pass;
        final Reals target;
        final double[] weights = new double[ROWS];
        final Draws draws = new RandomStreams(SEED).draws("dropout");

        Problem(
                Head head,
                List<Integer> hidden,
                Activation activation,
                boolean indicator,
                double dropout,
                boolean frozen) {
            network = new PredictorNetwork(NetworkEncoder.mirrored(hidden, activation, false), head);
            dimensions = new Dimensions(D, 3, indicator, false);
            SplittableRandom random = new RandomStreams(SEED).stream("gradients");
            int length = network.layout(dimensions).length();
            parameters = new Reals64(new double[length]);
            gradient = new Reals64(new double[length]);
            network.start(dimensions, parameters, random);
            for (int i = 0; i < length; i++) {
                parameters.set(i, 0.8 * parameters.get(i) + 0.2 * random.nextGaussian());
            }
            form = network.form(dimensions, dropout, frozen, parameters, gradient);
            pass = form.pass(ROWS, form.weightGradient());
            int c = head.outputs();
            for (int i = 1; i < ROWS; i++) {
                weights[i] = 1.0 + i % 2;
            }
            target = new Reals64(new double[ROWS * c]);
            for (int i = 0; i < ROWS * c; i++) {
                target.set(i, random.nextDouble());
            }
            for (int i = 0; i < ROWS * D; i++) {
                boolean hide = indicator && random.nextDouble() < 0.3;
                pass.input().reals().set(i, hide ? 0 : random.nextGaussian());
                pass.hidden().reals().set(i, hide ? 1 : 0);
            }
        }

        double loss() {
            draws.setTo(1, 2, 3);
            pass.drop(draws);
            pass.encode();
            pass.decode();
            return network.loss().loss(pass.output(), target, weights, 1.0 / ROWS, pass.outputGradient()) / ROWS;
        }

        double[] gradient() {
            loss();
            gradient.fill(0, gradient.length(), 0);
            pass.backward(1.0 / ROWS);
            return gradient.values().clone();
        }

        double centralDifference(int index) {
            double value = parameters.get(index);
            parameters.set(index, value + STEP);
            double above = loss();
            parameters.set(index, value - STEP);
            double below = loss();
            parameters.set(index, value);
            return (above - below) / (2 * STEP);
        }
    }
}
