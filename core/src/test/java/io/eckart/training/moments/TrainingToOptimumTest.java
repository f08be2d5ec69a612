package io.eckart.training.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.network.Dimensions;
import io.eckart.network.FreeEncoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.linear.UnrolledNetwork;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals64;
import io.eckart.training.Rows;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs end at the optimum of their form, whatever the setting and wherever they start. */
class TrainingToOptimumTest {
    private static final long SEED = 95;
    private static final double GAP = 1e-6;
    /** Rounding of an error, as a part of the energy and more of a small optimum. */
    private static final double BELOW = -1e-9;

    private static final int D = 6;
    /** Its eigenvectors have no rounding through which a run could leave them. */
    private static final DoubleMatrix SIGMA = PlainMath.diagonal(new double[] {5, 3, 2, 1, 0.5, 0.1});

    static List<LinearArchitecture> forms() {
        return List.of(
                new FreeEncoder(),
                new PinvEncoder(),
                new SharedEncoder(),
                UnrolledEncoder.automatic(10),
                new UntiedEncoder(4, false),
                new UntiedEncoder(3, true));
    }

    /** A setting drawn at random. */
    private record Setting(int codeSize, int depth, String tasks, double step, DoubleMatrix sigma, long seed) {
        static Setting draw(SplittableRandom random, boolean masks) {
            int d = random.nextInt(2, 11);
            double[] eigenvalues = random.doubles(d, -3, 2).map(Math::exp).toArray();
            String tasks = switch (random.nextInt(masks ? 3 : 2)) {
                case 0 -> "none";
                case 1 -> "gaussian:" + random.nextDouble(0.05, 2);
                default -> "mask:" + random.nextDouble(0.1, 0.7);
            };
            long seed = random.nextLong();
            return new Setting(
                    random.nextInt(1, 2 * d + 1),
                    random.nextInt(1, 101),
                    tasks,
                    random.nextBoolean() ? 0 : random.nextDouble(0.01, 2),
                    Rows.sigma(seed, eigenvalues),
                    seed);
        }

        UnrolledEncoder unrolled() {
            return step == 0 ? UnrolledEncoder.automatic(depth) : new UnrolledEncoder(depth, step, false);
        }
    }

    private static void assertReachesOptimum(LinearArchitecture form, Setting setting) {
        LinearProblem problem = Rows.problem(setting.sigma, setting.tasks);
        Dimensions dimensions = new Dimensions(problem.features(), setting.codeSize, false, false);
        TrainingRun run = run(form, problem, dimensions, Rows.start(form, dimensions, 0, setting.seed));
        LinearOptimum optimum = LinearOptimum.of(problem, form, setting.codeSize);
        if (optimum.ofForm().isPresent()) {
            assertThat(optimum.gap(run.error())).as("%s, %s", form, setting).isBetween(BELOW, GAP);
        }
        assertThat(run.stop()).as("%s, %s", form, setting).isEqualTo(StopReason.CONVERGED);
    }

    private static TrainingRun run(
            LinearArchitecture form, LinearProblem problem, Dimensions dimensions, double[] start) {
        LinearOptimum optimum = LinearOptimum.of(problem, form, dimensions.codeSize());
        try (MomentsTraining training = new MomentsTraining(
                problem, Optional.empty(), form, dimensions, optimum, TrainingConfig.DEFAULT, Rows.QUIET)) {
            return training.run(start, new RandomStreams(SEED).stream("restarts"))
                    .run();
        }
    }

    @Test
    void unrolledReachesTheExactOptimumInTwoHundredRandomSettings() {
        SplittableRandom random = new RandomStreams(SEED).stream("settings");
        for (int i = 0; i < 200; i++) {
            Setting setting = Setting.draw(random, false);
            LinearProblem problem = Rows.problem(setting.sigma, setting.tasks);
            LinearOptimum optimum = LinearOptimum.of(problem, setting.unrolled(), setting.codeSize);
            // Its filter can be that of the best linear map.
            assertThat(optimum.ofForm().orElseThrow() - optimum.floor())
                    .as("%s", setting)
                    .isBetween(-1e-12 * optimum.energy(), 1e-12 * optimum.energy());
            assertReachesOptimum(setting.unrolled(), setting);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormReachesItsOptimumInRandomSettings(LinearArchitecture form) {
        SplittableRandom random = new RandomStreams(SEED).stream("settings of all");
        for (int i = 0; i < 30; i++) {
            Setting setting = Setting.draw(random, true);
            boolean identity = form instanceof PinvEncoder && setting.codeSize >= setting.sigma.rows();
            if (!identity) {
                assertReachesOptimum(form, setting);
            }
        }
    }

    /** Where the filter is 1 it is flat to order T, and with noise 1 is too much. */
    @ParameterizedTest
    @CsvSource({"2, 3", "10, 3", "10, 6", "10, 9", "99, 6"})
    void filtersOfOneAreLeft(int depth, int codeSize) {
        UnrolledEncoder form = UnrolledEncoder.automatic(depth);
        assertLeaves(form, Rows.problem(SIGMA, "gaussian:0.8"), codeSize, top(0, codeSize), 1);
    }

    @ParameterizedTest
    @CsvSource({"1, 3", "9, 6", "10, 6", "10, 9"})
    void theBoundOfStableStepsIsLeft(int depth, int codeSize) {
        UnrolledEncoder form = UnrolledEncoder.automatic(depth);
        assertLeaves(form, Rows.problem(SIGMA, "gaussian:0.8"), codeSize, top(0, codeSize), 1.9999);
        assertLeaves(form, Rows.problem(SIGMA, "mask:0.5"), codeSize, top(0, codeSize), 1.9999);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void saddlesAreLeft(LinearArchitecture form) {
        for (String tasks : List.of("none", "gaussian:0.8")) {
            LinearProblem problem = Rows.problem(SIGMA, tasks);
            assertLeaves(form, problem, 2, top(1, 2), 1);
            assertLeaves(form, problem, 3, top(3, 3), 1);
        }
    }

    /** No slope with the eigenvectors left out, as the plain gradient shows where no noise asks for less than a projection. */
    @ParameterizedTest
    @MethodSource("forms")
    void saddlesHaveNoSlope(LinearArchitecture form) {
        Dimensions dimensions = new Dimensions(D, 2, false, false);
        double[] start = start(form, dimensions, top(1, 2), 1);
        double[] gradient = new double[start.length];
        try (Lockstep team = Lockstep.of(1)) {
            new MomentsObjective(Rows.problem(SIGMA, "none"), form, dimensions, team).evaluate(start, gradient);
        }
        for (double slope : gradient) {
            assertThat(Math.abs(slope)).as("seed %d", SEED).isLessThan(1e-12);
        }
    }

    private static void assertLeaves(
            LinearArchitecture form, LinearProblem problem, int codeSize, DoubleMatrix directions, double scaled) {
        Dimensions dimensions = new Dimensions(D, codeSize, false, false);
        TrainingRun run = run(form, problem, dimensions, start(form, dimensions, directions, scaled));
        LinearOptimum optimum = LinearOptimum.of(problem, form, codeSize);
        assertThat(run.stop()).isEqualTo(StopReason.CONVERGED);
        assertThat(run.message()).isEmpty();
        if (optimum.ofForm().isPresent()) {
            assertThat(optimum.gap(run.error())).as("%s, seed %d", form, SEED).isBetween(BELOW, GAP);
        }
    }

    /** B spans these directions, its squared singular values times eta being the given number. */
    private static double[] start(
            LinearArchitecture form, Dimensions dimensions, DoubleMatrix directions, double scaled) {
        double[] start = Rows.start(form, dimensions, 0, SEED);
        Subspace subspace = Subspace.of(directions, new double[D], false);
        Networks.of(form).span(dimensions, new Reals64(start), subspace);
        for (int i = 0; i < start.length; i++) {
            start[i] *= form instanceof UnrolledEncoder ? Math.sqrt(scaled) : 1;
        }
        return start;
    }

    /** Eigenvectors of Sigma from a given one on. */
    private static DoubleMatrix top(int from, int codeSize) {
        int count = Math.min(codeSize, D - from);
        double[] vectors = DoubleMatrix.identity(D).values();
        return new DoubleMatrix(count, D, Arrays.copyOfRange(vectors, from * D, (from + count) * D));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 99, 100})
    void theEigenvalueOfAFilterIsThatOfItsFormula(int depth) {
        UnrolledNetwork network = new UnrolledNetwork(new UnrolledEncoder(depth, 0.3, true));
        for (double part : new double[] {1e-8, 0.1, 0.5, 0.9, 0.999, 1}) {
            double filter = part * network.largestFilter();
            double back = 1 - Math.pow(1 - 0.3 * network.eigenvalue(filter), depth);
            assertThat(back).isCloseTo(filter, within(1e-12));
        }
    }
}
