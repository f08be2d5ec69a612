package io.eckart.network.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.ListaEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.numerics.product.Reals64;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The encoders that run step by step: with hidden cells, and with a threshold. */
class RecurrentPassTest {
    private static final long SEED = 83;
    private static final int D = 5;
    private static final int ROWS = 6;

    private final SplittableRandom random = new RandomStreams(SEED).stream("recurrent");

    static Stream<Arguments> encoders() {
        List<Arguments> all = new ArrayList<>();
        for (int k : new int[] {1, 3, 5, 8}) {
            all.add(Arguments.of(new UnrolledEncoder(6, 0.7, true), k));
            all.add(Arguments.of(new UntiedEncoder(4, false), k));
            all.add(Arguments.of(new UntiedEncoder(3, true), k));
            all.add(Arguments.of(new ListaEncoder(5, 0.05), k));
        }
        return all.stream();
    }

    /** An architecture at a point near its start, and rows to run through it. */
    private static final class Setup {
        final Dimensions dimensions;
        final Reals parameters;
        final Form form;
        final Pass pass;

        Setup(Architecture architecture, int k, boolean partial) {
            dimensions = new Dimensions(D, k, false, true);
            Reals64 values = new Reals64(
                    new double[Networks.of(architecture).layout(dimensions).length()]);
            SplittableRandom start = new RandomStreams(SEED).stream("start");
            Networks.of(architecture).start(dimensions, values, start);
            for (int i = 0; i < values.length(); i++) {
                values.set(i, values.get(i) + 0.03 * start.nextDouble());
            }
            parameters = values;
            Reals gradient = Precision.FLOAT64.zeros(values.length());
            form = Networks.of(architecture).form(dimensions, partial, parameters, gradient);
            form.compose();
            pass = form.pass(ROWS, form.weightGradient());
        }

        void fill(double[] rows, double[] hidden) {
            pass.input().reals().copyFrom(rows);
            pass.hidden().reals().copyFrom(hidden);
            pass.encode();
            pass.decode();
        }
    }

    private double[] rows() {
        return random.doubles(ROWS * D, -2, 2).toArray();
    }

    private double[] mask() {
        return random.ints(ROWS * D, 0, 3).mapToDouble(i -> i == 0 ? 1 : 0).toArray();
    }

    private static double soft(double value, double theta) {
        return Math.signum(value) * Math.max(Math.abs(value) - theta, 0);
    }

    /** One row's code, with loops over entries only. */
    private static double[] plainCode(RecurrentCell cell, double[] x, double[] hidden, int row) {
        int k = cell.decoder().columns();
        double[] y = new double[k];
        for (int t = 0; t < cell.depth(); t++) {
            double[] next = y.clone();
            for (int i = 0; i < D; i++) {
                double residual = x[row * D + i];
                for (int j = 0; j < k; j++) {
                    residual -= cell.predict(t).get(i, j) * y[j];
                }
                for (int j = 0; hidden[row * D + i] == 0 && j < k; j++) {
                    next[j] += cell.steps().get(0, t) * cell.encode(t).get(j, i) * residual;
                }
            }
            MatrixView threshold = cell.threshold();
            for (int j = 0; threshold != null && j < k; j++) {
                next[j] = soft(next[j], threshold.get(0, j));
            }
            y = next;
        }
        return y;
    }

    private static RecurrentCell cell(Architecture architecture, Setup setup) {
        Layout layout = Networks.of(architecture).layout(setup.dimensions);
        return switch (architecture) {
            case UntiedEncoder untied -> RecurrentCell.in(setup.parameters, layout, untied.depth(), untied.perLayer());
            case ListaEncoder lista -> RecurrentCell.in(setup.parameters, layout, lista.depth(), false);
            case UnrolledEncoder unrolled -> {
                MatrixView b = layout.in(setup.parameters, "decoder");
                MatrixView steps = MatrixView.zeros(1, unrolled.depth());
                steps.fill(unrolled.step());
                yield new RecurrentCell(
                        List.of(b.t()), List.of(b), steps, null, b, layout.in(setup.parameters, "bias"));
            }
            default -> throw new IllegalArgumentException(architecture.kind());
        };
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void codesAndOutputsAreThoseOfThePlainLoopOverOneRow(Architecture architecture, int k) {
        Setup setup = new Setup(architecture, k, true);
        double[] rows = rows();
        double[] hidden = mask();
        setup.fill(rows, hidden);
        RecurrentCell cell = cell(architecture, setup);
        for (int row = 0; row < ROWS; row++) {
            double[] code = plainCode(cell, rows, hidden, row);
            for (int j = 0; j < k; j++) {
                assertThat(setup.pass.codes().get(row, j))
                        .as("row %d, code %d, seed %d", row, j, SEED)
                        .isCloseTo(code[j], within(1e-12));
            }
            MatrixView bias = cell.bias();
            for (int i = 0; i < D; i++) {
                double output = bias == null ? Double.NaN : bias.get(0, i);
                for (int j = 0; j < k; j++) {
                    output += cell.decoder().get(i, j) * code[j];
                }
                assertThat(setup.pass.output().get(row, i))
                        .as("row %d, cell %d, seed %d", row, i, SEED)
                        .isCloseTo(output, within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void withNothingHiddenItIsTheCompleteForm(Architecture architecture, int k) {
        Setup partial = new Setup(architecture, k, true);
        Setup complete = new Setup(architecture, k, false);
        double[] rows = rows();
        partial.fill(rows, new double[ROWS * D]);
        complete.fill(rows, new double[ROWS * D]);
        assertThat(PlainMath.distance(
                        partial.pass.codes().toDouble(), complete.pass.codes().toDouble()))
                .as("codes, seed %d", SEED)
                .isLessThan(1e-12);
        assertThat(PlainMath.distance(
                        partial.pass.output().toDouble(), complete.pass.output().toDouble()))
                .as("outputs, seed %d", SEED)
                .isLessThan(1e-12);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void whatIsHiddenTakesNoPartInCodesOutputsAndGradients(Architecture architecture, int k) {
        double[] rows = rows();
        double[] hidden = mask();
        double[] other = rows.clone();
        for (int i = 0; i < other.length; i++) {
            other[i] = hidden[i] == 1 ? 1e9 * random.nextDouble(-1, 1) : other[i];
        }
        List<double[]> results = new ArrayList<>();
        for (double[] input : List.of(rows, other)) {
            Setup setup = new Setup(architecture, k, true);
            setup.fill(input, hidden);
            setup.pass.outputGradient().copy(setup.pass.output());
            setup.pass.backward(0.5);
            double[] gradient = new double[setup.form.weightGradient().length()];
            setup.form.weightGradient().copyTo(gradient);
            assertThat(PlainMath.largestDifference(gradient, new double[gradient.length]))
                    .as("a gradient there is")
                    .isGreaterThan(1e-3);
            results.add(gradient);
            results.add(setup.pass.output().toDouble().values());
        }
        // Equal but for the sign of a zero, which 0 times a number below 0 has.
        assertThat(PlainMath.largestDifference(results.get(2), results.get(0)))
                .as("gradient, seed %d", SEED)
                .isLessThanOrEqualTo(0.0);
        assertThat(PlainMath.largestDifference(results.get(3), results.get(1)))
                .as("output, seed %d", SEED)
                .isLessThanOrEqualTo(0.0);
    }
}
