package io.eckart.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.network.kind.Networks;
import io.eckart.network.linear.EveryArchitecture;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.numerics.product.Reals64;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every gradient of a batch against central differences, in float64. */
class GradientTest {
    private static final long SEED = 5;
    private static final int D = 5;
    private static final int ROWS = 7;

    /** With steps of 1e-5 on values around 1, rounding and the third derivative both stay near 1e-10. */
    private static final double STEP = 1e-5;

    private static final double TOLERANCE = 1e-6;

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (int k : new int[] {1, 3, 5, 8}) {
            for (Architecture architecture : EveryArchitecture.all()) {
                for (boolean partial : new boolean[] {false, true}) {
                    for (boolean indicator : new boolean[] {false, true}) {
                        boolean reads = !(architecture instanceof UnrolledEncoder
                                || architecture instanceof UntiedEncoder
                                || architecture instanceof ListaEncoder);
                        if (!indicator || (partial && reads)) {
                            boolean bias = k % 2 == 1;
                            cases.add(Arguments.of(architecture, new Dimensions(D, k, indicator, bias), partial));
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
            Architecture architecture, Dimensions dimensions, boolean partial) {
        Problem problem = new Problem(architecture, dimensions, partial);
        double[] analytic = problem.gradient();
        double[] numeric = new double[analytic.length];
        double largest = 1e-3;
        for (int i = 0; i < numeric.length; i++) {
            numeric[i] = problem.centralDifference(i);
            largest = Math.max(largest, Math.abs(numeric[i]));
        }
        for (int i = 0; i < numeric.length; i++) {
            assertThat(Math.abs(analytic[i] - numeric[i]) / largest)
                    .as("entry %d of %s, seed %d: %g and %g", i, architecture, SEED, analytic[i], numeric[i])
                    .isLessThan(TOLERANCE);
        }
    }

    /** The squared error of some rows, some cells of the input hidden, some of the target missing. */
    private static final class Problem {
        private final Reals64 parameters;
        private final Reals64 gradient;
        private final Form form;
        private final Pass pass;
        private final Reals64 target = new Reals64(new double[ROWS * D]);

        Problem(Architecture architecture, Dimensions dimensions, boolean partial) {
            SplittableRandom random = new RandomStreams(SEED).stream("gradients");
            int length = Networks.of(architecture).layout(dimensions).length();
            parameters = new Reals64(new double[length]);
            gradient = new Reals64(new double[length]);
            Networks.of(architecture).start(dimensions, parameters, random);
            for (int i = 0; i < length; i++) {
                parameters.set(i, 0.8 * parameters.get(i) + 0.05 * random.nextGaussian());
            }
            Networks.of(architecture).constraint(dimensions, parameters).enforce();
            form = Networks.of(architecture).form(dimensions, partial, parameters, gradient);
            pass = form.pass(ROWS, form.weightGradient());
            for (int i = 0; i < ROWS * D; i++) {
                boolean hide = partial && random.nextDouble() < 0.3;
                double value = random.nextGaussian();
                target.set(i, random.nextDouble() < 0.1 ? Double.NaN : value);
                pass.input().reals().set(i, hide ? 0 : value + 0.1 * random.nextGaussian());
                pass.hidden().reals().set(i, hide ? 1 : 0);
            }
        }

        private double loss() {
            form.compose();
            pass.encode();
            pass.decode();
            double error = pass.outputGradient()
                    .reals()
                    .errors(0, ROWS * D, 2.0 / ROWS, pass.output().reals(), target);
            return (error + pass.penalty()) / ROWS;
        }

        double[] gradient() {
            loss();
            form.weightGradient().fill(0, form.weightGradient().length(), 0);
            pass.backward(1.0 / ROWS);
            form.pullBack();
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

    @org.junit.jupiter.api.Test
    void precisionsAreTold() {
        assertThat(Precision.FLOAT32.zeros(3).precision()).isEqualTo(Precision.FLOAT32);
        assertThat(Precision.FLOAT64.zeros(3).precision()).isEqualTo(Precision.FLOAT64);
    }
}
