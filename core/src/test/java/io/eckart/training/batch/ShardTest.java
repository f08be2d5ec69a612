package io.eckart.training.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.FreeEncoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.linear.FreeNetwork;
import io.eckart.network.pass.Form;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.numerics.product.Reals64;
import io.eckart.training.Rows;
import io.eckart.training.moments.LinearProblem;
import io.eckart.training.moments.MomentsObjective;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch in float64: its expectation is that of the moments, and its target the clean row. */
class ShardTest {
    private static final long SEED = 96;
    private static final int D = 4;
    private static final int N = 24;
    private static final double SCALE = 1.7;
    private static final double[] ORIGIN = {0.3, -0.2, 0.5, 0};
    private static final FloatMatrix ROWS = Rows.draw(N, D, SEED);

    /** One batch of all rows. */
    private static final class Batch {
        final Form form;
        final Reals64 gradient;
        final Shard shard;
        final int[] order = Rows.range(0, N);

        Batch(FloatMatrix rows, Architecture architecture, Dimensions dimensions, String tasks, double[] point) {
            CorruptionTasks corruption = CorruptionTasks.parse(tasks);
            boolean missing = false;
            for (float value : rows.values()) {
                missing |= Float.isNaN(value);
            }
            BatchProblem problem =
                    new BatchProblem(rows, order, new int[0], ORIGIN, SCALE, corruption, missing || corruption.hides());
            gradient = new Reals64(new double[point.length]);
            form = Networks.of(architecture).form(dimensions, problem.partial(), new Reals64(point.clone()), gradient);
            form.compose();
            shard = new Shard(
                    problem,
                    new ReconstructionObjective(problem, architecture, dimensions),
                    form,
                    0,
                    0,
                    N,
                    Precision.FLOAT64.zeros(form.weights().length()),
                    new RandomStreams(SEED).draws("corruption"));
        }

        /** The mean loss of a row; the gradient of the parameters is set. */
        double step(long epoch) {
            shard.step(order, 0, N, epoch, 0);
            form.weightGradient().copy(0, form.weightGradient().length(), shard.gradient(), 0);
            form.pullBack();
            return shard.loss() / N;
        }
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (String tasks : List.of("none", "gaussian:0.8", "mask:0.4", "none + 2*gaussian:0.8,mask:0.3")) {
            for (int k : new int[] {2, 6}) {
                cases.add(Arguments.of(new FreeEncoder(), k, tasks));
                cases.add(Arguments.of(new SharedEncoder(), k, tasks));
                cases.add(Arguments.of(new PinvEncoder(), k, tasks));
                if (!tasks.contains("mask")) {
                    cases.add(Arguments.of(new UnrolledEncoder(4, 0.6, true), k, tasks));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theExpectationOfABatchIsTheObjectiveOnMoments(LinearArchitecture architecture, int k, String tasks) {
        Dimensions dimensions = new Dimensions(D, k, false, false);
        LinearProblem problem =
                LinearProblem.of(Rows.moments(ROWS), CorruptionTasks.parse(tasks), ORIGIN, false, SCALE);
        double[] point = Rows.start(architecture, dimensions, 0.1, SEED);
        double[] slope = new double[point.length];
        // Also sets the shared encoder's inner matrix in the point, where the gradient towards it is 0.
        double value = new MomentsObjective(problem, architecture, dimensions, Lockstep.of(1)).evaluate(point, slope);
        Batch batch = new Batch(ROWS, architecture, dimensions, tasks, point);
        int draws = tasks.equals("none") ? 1 : 400;
        double[] sums = new double[point.length + 1];
        double[] squares = new double[point.length + 1];
        for (int draw = 1; draw <= draws; draw++) {
            double loss = batch.step(draw);
            for (int i = 0; i <= point.length; i++) {
                double number = i < point.length ? batch.gradient.get(i) : loss;
                sums[i] += number / draws;
                squares[i] += number * number / draws;
            }
        }
        for (int i = 0; i <= point.length; i++) {
            double error = Math.sqrt(Math.max(0, squares[i] - sums[i] * sums[i]) / draws);
            // Five standard errors, and rounding.
            assertThat(i < point.length ? slope[i] : value)
                    .as("%s, seed %d", i < point.length ? "gradient " + i : "loss", SEED)
                    .isCloseTo(sums[i], within(draws == 1 ? 1e-9 : 5 * error + 1e-9));
        }
    }

    /** Free factors whose map is the identity. */
    private static double[] identity(Dimensions dimensions) {
        double[] point = new double[new FreeNetwork().layout(dimensions).length()];
        for (int j = 0; j < D; j++) {
            for (String part : List.of("encoder", "decoder")) {
                new FreeNetwork()
                        .layout(dimensions)
                        .in(new Reals64(point), part)
                        .set(j, j, 1);
            }
        }
        return point;
    }

    @Test
    void theTargetIsTheCleanRowAndNotTheCorruptedOne() {
        Dimensions dimensions = new Dimensions(D, D, false, false);
        double[] identity = identity(dimensions);
        double energy = 0;
        for (int i = 0; i < N * D; i++) {
            energy += Math.pow((ROWS.values()[i] - ORIGIN[i % D]) / SCALE, 2) / N;
        }
        // Towards its own input the identity would have no error at all.
        for (String tasks : List.of("gaussian:0.8", "mask:0.4")) {
            Batch batch = new Batch(ROWS, new FreeEncoder(), dimensions, tasks, identity);
            double loss = 0;
            for (int draw = 1; draw <= 300; draw++) {
                loss += batch.step(draw) / 300;
            }
            double expected = tasks.startsWith("g") ? D * 0.64 / (SCALE * SCALE) : 0.4 * energy;
            // 7200 rows: standard error near 1 %.
            assertThat(loss).as("%s, seed %d", tasks, SEED).isCloseTo(expected, within(0.04 * expected));
        }
        Batch clean = new Batch(ROWS, new FreeEncoder(), dimensions, "none", identity);
        assertThat(clean.step(1)).isCloseTo(0, within(1e-25));
    }

    @Test
    void missingCellsAreNeitherInputNorTarget() {
        FloatMatrix holes = ROWS.copyRows(0, N);
        for (int i = 0; i < N * D; i += 7) {
            holes.values()[i] = Float.NaN;
        }
        for (boolean indicator : new boolean[] {false, true}) {
            Dimensions dimensions = new Dimensions(D, 2, indicator, false);
            FreeEncoder free = new FreeEncoder();
            double[] point = Rows.start(free, dimensions, 0.1, SEED);
            MatrixView a = Networks.of(free).layout(dimensions).in(new Reals64(point), "encoder");
            MatrixView b = Networks.of(free).layout(dimensions).in(new Reals64(point), "decoder");
            double expected = 0;
            for (int row = 0; row < N; row++) {
                double[] input = new double[D];
                double[] code = new double[2];
                for (int j = 0; j < D; j++) {
                    double cell = (holes.get(row, j) - ORIGIN[j]) / SCALE;
                    input[j] = Double.isNaN(cell) ? 0 : cell;
                    for (int c = 0; c < 2; c++) {
                        code[c] += a.get(c, j) * input[j];
                        if (indicator && Double.isNaN(cell)) {
                            code[c] += Networks.of(free)
                                    .layout(dimensions)
                                    .in(new Reals64(point), "hidden")
                                    .get(c, j);
                        }
                    }
                }
                for (int j = 0; j < D; j++) {
                    double output = b.get(j, 0) * code[0] + b.get(j, 1) * code[1];
                    expected += Float.isNaN(holes.get(row, j)) ? 0 : Math.pow(output - input[j], 2) / N;
                }
            }
            Batch batch = new Batch(holes, free, dimensions, "none", point);
            assertThat(batch.step(1)).as("seed %d", SEED).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void whatABatchDrawsDependsOnEpochAndBatchAlone() {
        Dimensions dimensions = new Dimensions(D, 2, false, false);
        double[] point = Rows.start(new FreeEncoder(), dimensions, 0.1, SEED);
        Batch one = new Batch(ROWS, new FreeEncoder(), dimensions, "gaussian:1,mask:0.3", point);
        Batch other = new Batch(ROWS, new FreeEncoder(), dimensions, "gaussian:1,mask:0.3", point);
        double first = one.step(1);
        double second = one.step(2);
        assertThat(second).isNotEqualTo(first);
        assertThat(other.step(2)).as("seed %d", SEED).isEqualTo(second);
        assertThat(PlainMath.largestDifference(one.gradient.values(), other.gradient.values()))
                .isZero();
    }
}
