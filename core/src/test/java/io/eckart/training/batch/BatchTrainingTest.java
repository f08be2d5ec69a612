package io.eckart.training.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.FreeEncoder;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.network.linear.EveryArchitecture;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.OptimizerConfig;
import io.eckart.training.Rows;
import io.eckart.training.RunOptions;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import io.eckart.training.moments.ExactOptimum;
import io.eckart.training.moments.LinearProblem;
import io.eckart.training.moments.MomentsObjective;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchTrainingTest {
    private static final long SEED = 97;
    private static final int D = 5;
    private static final String ALL_TASKS = "none + gaussian:0.5 + 2*gaussian:0.3,mask:0.4";

    private static BatchSettings settings(OptimizerKind optimizer, int epochs, int batch, double rate, double clip) {
        TrainingConfig config = TrainingConfig.DEFAULT
                .withOptimizer(OptimizerConfig.DEFAULT
                        .withKind(optimizer)
                        .withLearningRate(rate)
                        .withMomentum(0)
                        .withClip(clip))
                .withEpochs(epochs)
                .withBatch(batch);
        return BatchSettings.of(config, batch);
    }

    private static BatchProblem problem(FloatMatrix rows, int heldOut, String tasks) {
        int n = rows.rows() - heldOut;
        return new BatchProblem(
                rows,
                Rows.range(0, n),
                Rows.range(n, rows.rows()),
                new double[rows.columns()],
                1.5,
                CorruptionTasks.parse(tasks),
                true);
    }

    private static TrainedParameters run(
            BatchProblem problem,
            Architecture architecture,
            Dimensions dimensions,
            BatchSettings settings,
            int threads) {
        double[] start = Rows.start(architecture, dimensions, 0, SEED);
        try (BatchTraining training = new BatchTraining(
                problem,
                new ReconstructionObjective(problem, architecture, dimensions),
                settings,
                start,
                new RandomStreams(SEED),
                Rows.options(threads))) {
            return training.run(Optional.empty());
        }
    }

    static Stream<Architecture> every() {
        return EveryArchitecture.all().stream();
    }

    /** With one network whose gradient is several tiles. */
    static Stream<Architecture> everyAndAWideOne() {
        return Stream.concat(every(), Stream.of(NetworkEncoder.mirrored(List.of(16_000), Activation.RELU, false)));
    }

    @ParameterizedTest
    @MethodSource("everyAndAWideOne")
    void theBitsAreTheSameForAnyNumberOfThreads(Architecture architecture) {
        FloatMatrix rows = Rows.draw(619, D, SEED);
        for (int i = 0; i < rows.values().length; i += 11) {
            rows.values()[i] = Float.NaN;
        }
        Dimensions dimensions = new Dimensions(D, 3, architecture.readsIndicator(), false);
        BatchProblem problem = problem(rows, 20, ALL_TASKS);
        // Batches of 256, 256 and 87 rows: two shares, and one.
        // Where the norm of the gradient is not asked for, parameters move along each tile at once.
        double clip = architecture instanceof NetworkEncoder ? Double.POSITIVE_INFINITY : 1;
        BatchSettings settings = settings(OptimizerKind.ADAM, 3, 256, 1e-3, clip);
        TrainedParameters one = run(problem, architecture, dimensions, settings, 1);
        assertThat(one.run().stop()).as(one.run().message()).isEqualTo(StopReason.BUDGET);
        assertThat(one.parameters())
                .as("something was learnt")
                .isNotEqualTo(Rows.start(architecture, dimensions, 0, SEED));
        for (int threads : new int[] {2, 3}) {
            TrainedParameters run = run(problem, architecture, dimensions, settings, threads);
            assertThat(java.util.Arrays.equals(run.parameters(), one.parameters()))
                    .as("%d threads, seed %d", threads, SEED)
                    .isTrue();
            assertThat(run.run().history()).isEqualTo(one.run().history());
        }
    }

    /** All but those that need a decomposition in each step, for which LAPACK is given handles of small arrays. */
    static Stream<Architecture> allocationFree() {
        return Stream.of(
                new FreeEncoder(),
                new UntiedEncoder(3, true),
                NetworkEncoder.mirrored(List.of(12), Activation.RELU, false),
                NetworkEncoder.mirrored(List.of(12, 8), Activation.GELU, true));
    }

    @ParameterizedTest
    @MethodSource("allocationFree")
    void aStepAllocatesNothing(Architecture architecture) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        // Until they are compiled, calls of native code make handles; on a busy machine that takes a while, so that
        // epochs go on
        // until one allocates nothing, for a minute at most. The end of an epoch makes its record and event; one object
        // in
        // each of its 100 steps would be 1600 bytes.
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        long[] before = {threads.getCurrentThreadAllocatedBytes()};
        long[] least = {Long.MAX_VALUE};
        TrainingListener listener = event -> {
            if (event instanceof TrainingEvent.EpochEnded) {
                long now = threads.getCurrentThreadAllocatedBytes();
                least[0] = Math.min(least[0], now - before[0]);
                before[0] = now;
            }
        };
        BooleanSupplier stop = () -> least[0] < 1000 || System.nanoTime() > deadline;
        BatchProblem problem = problem(Rows.draw(1600, D, SEED), 0, ALL_TASKS);
        Dimensions dimensions = new Dimensions(D, 3, true, false);
        try (BatchTraining training = new BatchTraining(
                problem,
                new ReconstructionObjective(problem, architecture, dimensions),
                settings(OptimizerKind.ADAM, 1_000_000, 16, 1e-3, 1.0),
                Rows.start(architecture, dimensions, 0, SEED),
                new RandomStreams(SEED),
                new RunOptions(1, listener, stop, Optional.empty()))) {
            training.run(Optional.empty());
        }
        assertThat(least[0] / 100.0).as("bytes in a step").isLessThan(10);
    }

    @Test
    void aGradientIsClippedToItsLargestLength() {
        FloatMatrix rows = Rows.draw(32, D, SEED);
        FreeEncoder free = new FreeEncoder();
        Dimensions dimensions = new Dimensions(D, 3, false, false);
        BatchProblem problem = problem(rows, 0, "none");
        double[] start = Rows.start(free, dimensions, 0, SEED);
        double[] whole = run(
                        problem, free, dimensions, settings(OptimizerKind.GD, 1, 32, 0.01, Double.POSITIVE_INFINITY), 1)
                .parameters();
        double[] clipped = run(problem, free, dimensions, settings(OptimizerKind.GD, 1, 32, 0.01, 0.05), 1)
                .parameters();
        double[] loose = run(problem, free, dimensions, settings(OptimizerKind.GD, 1, 32, 0.01, 1e6), 1)
                .parameters();
        assertThat(loose).as("a bound that is not reached changes no bit").containsExactly(whole);
        double length = distance(whole, start);
        assertThat(length).as("the step without it").isGreaterThan(0.01 * 0.1);
        // float32 parameters near 1 moved by 5e-4: rounding of 15 entries.
        assertThat(distance(clipped, start)).as("seed %d", SEED).isCloseTo(0.01 * 0.05, within(3e-7));
        for (int i = 0; i < start.length; i++) {
            double expected = start[i] + (whole[i] - start[i]) * 0.01 * 0.05 / length;
            assertThat(clipped[i]).as("the direction is kept").isCloseTo(expected, within(2e-7));
        }
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void batchesReachTheExactOptimumOfDenoising() {
        FloatMatrix rows = Rows.draw(400, D, SEED);
        double[] origin = new double[D];
        double scale = LinearProblem.scale(Rows.moments(rows), origin, false);
        CorruptionTasks tasks = CorruptionTasks.parse("gaussian:1.5");
        LinearProblem moments = LinearProblem.of(Rows.moments(rows), tasks, origin, false, scale);
        double optimum = ExactOptimum.of(moments, 2);
        BatchProblem problem = new BatchProblem(rows, Rows.range(0, 400), new int[0], origin, scale, tasks, false);
        FreeEncoder free = new FreeEncoder();
        Dimensions dimensions = new Dimensions(D, 2, false, false);
        TrainedParameters run = run(problem, free, dimensions, settings(OptimizerKind.ADAM, 150, 32, 1e-2, 1e9), 1);
        double reached = new MomentsObjective(moments, free, dimensions, Lockstep.of(1)).value(run.parameters());
        // A model trained towards the noisy rows would not shrink: its floor is the projection's.
        double projection =
                ExactOptimum.of(Rows.problem(Rows.moments(rows).secondMoment(), "none"), 2) / (scale * scale)
                        + 2 * Math.pow(1.5 / scale, 2);
        assertThat(reached / optimum).as("seed %d", SEED).isBetween(1 - 1e-9, 1.01);
        assertThat(projection / optimum).as("the two can be told apart").isGreaterThan(1.03);
    }

    @Test
    void settingsFollowTheRows() {
        BatchSettings small = BatchSettings.of(TrainingConfig.DEFAULT, 100);
        assertThat(small.batch()).isEqualTo(16);
        BatchSettings large = BatchSettings.of(TrainingConfig.DEFAULT, 60_000);
        assertThat(large.batch()).isEqualTo(128);
        assertThat(large.epochs()).isEqualTo(20);
        assertThat(BatchSettings.of(TrainingConfig.DEFAULT.withOptimizer(OptimizerKind.GD), 77)
                        .batch())
                .isEqualTo(77);
    }
}
