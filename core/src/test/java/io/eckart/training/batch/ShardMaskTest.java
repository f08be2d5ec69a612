package io.eckart.training.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.fitted.EveryAutoencoder;
import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in a hidden or missing cell of the rows trained on reaches neither input, code, output nor gradient. */
class ShardMaskTest {
    private static final long SEED = 43;
    private static final int ROWS = 12;
    private static final int D = 6;
    private static final double SCALE = 2.5;

    private static Stream<String> names() {
        return EveryAutoencoder.names();
    }

    private static FloatMatrix rows() {
        SplittableRandom random = new RandomStreams(SEED).stream("rows");
        FloatMatrix rows = FloatMatrix.zeros(ROWS, D);
        for (int i = 0; i < ROWS * D; i++) {
            float value = (float) (1 + 2 * random.nextGaussian());
            rows.values()[i] = random.nextDouble() < 0.15 ? Float.NaN : value;
        }
        return rows;
    }

    /** One share with everything it uses, its pass laid open. */
    private static final class Bench {
        final Form form;
        final Reals gradient;
        final Shard shard;
        final Pass pass;
        final double[] origin = {0.5, 1, 1.5, -1, 0, 2};

        Bench(String name, FloatMatrix rows, String tasks) {
            Architecture architecture = EveryAutoencoder.of(name).of(D, 3);
            Dimensions dimensions = new Dimensions(D, 3, architecture.readsIndicator(), false);
            Reals64 start = new Reals64(
                    new double[Networks.of(architecture).layout(dimensions).length()]);
            Networks.of(architecture).start(dimensions, start, new RandomStreams(SEED).stream("start"));
            Reals parameters = Reals.Precision.FLOAT32.zeros(start.length());
            parameters.copyFrom(start.values());
            form = Networks.of(architecture)
                    .form(dimensions, true, parameters, Reals.Precision.FLOAT32.zeros(start.length()));
            form.compose();
            gradient = Reals.Precision.FLOAT32.zeros(form.weights().length());
            int[] all = IntStream.range(0, ROWS).toArray();
            BatchProblem problem =
                    new BatchProblem(rows, all, new int[0], origin, SCALE, CorruptionTasks.parse(tasks), true);
            shard = new Shard(
                    problem,
                    new ReconstructionObjective(problem, architecture, dimensions),
                    form,
                    0,
                    0,
                    ROWS,
                    gradient,
                    new RandomStreams(SEED).draws("corruption"));
            pass = shard.pass();
        }

        void measure() {
            shard.measure(IntStream.range(0, ROWS).toArray(), 0, 3, 1);
        }

        void step() {
            shard.step(IntStream.range(0, ROWS).toArray(), 0, ROWS, 3, 1);
        }

        static float[] values(Reals reals) {
            float[] values = new float[reals.length()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) reals.get(i);
            }
            return values;
        }

        /** Everything that has been computed from the input. */
        float[][] seen() {
            return new float[][] {
                values(pass.hidden().reals()),
                values(pass.input().reals()),
                values(pass.codes().reals()),
                values(pass.output().reals())
            };
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aHiddenCellsValueNeverReachesTheInput(String name) {
        String tasks = "mask:0.4 + gaussian:0.3,mask:0.3";
        Bench first = new Bench(name, rows(), tasks);
        first.measure();
        float[][] expected = first.seen();
        int hidden = 0;
        for (float other : new float[] {0, 1e9f, -7, Float.intBitsToFloat(0xffc54321)}) {
            FloatMatrix changed = rows();
            for (int i = 0; i < ROWS * D; i++) {
                if (expected[0][i] == 1) {
                    changed.values()[i] = Float.isNaN(changed.values()[i]) ? Float.intBitsToFloat(0x7fa00001) : other;
                    hidden++;
                }
            }
            Bench second = new Bench(name, changed, tasks);
            second.measure();
            assertThat(second.seen())
                    .as("%s in hidden cells, seed %d", other, SEED)
                    .isDeepEqualTo(expected);
        }
        assertThat(hidden / 4).as("hidden or missing cells of %d", ROWS * D).isBetween(20, 50);
    }

    @ParameterizedTest
    @MethodSource("names")
    void lossAndGradientAreOfObservedCellsOnly(String name) {
        for (String tasks : new String[] {"none", "mask:0.4"}) {
            Bench bench = new Bench(name, rows(), tasks);
            bench.measure();
            double plain = bench.pass.penalty();
            for (int i = 0; i < ROWS * D; i++) {
                double target = (rows().values()[i] - bench.origin[i % D]) / SCALE;
                if (!Double.isNaN(target)) {
                    double error = bench.pass.output().reals().get(i) - target;
                    plain += error * error;
                } else {
                    assertThat(bench.pass.outputGradient().reals().get(i)).isZero();
                    assertThat(bench.pass.hidden().reals().get(i)).isEqualTo(1);
                    assertThat(bench.pass.input().reals().get(i)).isZero();
                }
            }
            assertThat(bench.shard.loss()).as("%s, seed %d", tasks, SEED).isCloseTo(plain, within(1e-5 * plain));
            bench.step();
            float[] gradient = Bench.values(bench.gradient);
            assertThat(gradient).doesNotContain(Float.NaN);
            FloatMatrix changed = rows();
            for (int i = 0; i < ROWS * D; i++) {
                changed.values()[i] =
                        Float.isNaN(changed.values()[i]) ? Float.intBitsToFloat(0xff812345 + i) : changed.values()[i];
            }
            Bench other = new Bench(name, changed, tasks);
            other.step();
            assertThat(Bench.values(other.gradient)).isEqualTo(gradient);
            assertThat(other.shard.loss()).isEqualTo(bench.shard.loss());
        }
    }

    /** A cell is hidden with its probability, and the target of a hidden cell counts. */
    @Test
    void hiddenCellsStayInTheTarget() {
        Bench all = new Bench("free", rows(), "mask:0.9");
        all.measure();
        double loss = all.shard.loss();
        FloatMatrix changed = rows();
        int at = IntStream.range(0, ROWS * D)
                .filter(i -> all.pass.hidden().reals().get(i) == 1 && !Float.isNaN(rows().values()[i]))
                .findFirst()
                .orElseThrow();
        changed.values()[at] += 100;
        Bench moved = new Bench("free", changed, "mask:0.9");
        moved.measure();
        assertThat(moved.shard.loss()).isGreaterThan(loss + 1000);
    }
}
