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
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.EpochRecord;
import io.eckart.training.Rows;
import io.eckart.training.TrainingConfig;
import io.eckart.training.batch.TrainedParameters;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs to the end on planted second moments, against exact optima. */
class MomentsTrainingTest {
    private static final long SEED = 94;
    private static final int D = 10;
    private static final int K = 3;
    private static final DoubleMatrix SIGMA = Rows.sigma(SEED, 6, 4, 2.5, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05);

    static Stream<LinearArchitecture> encoders() {
        return Stream.concat(shrinking(), Stream.of(new PinvEncoder()));
    }

    static Stream<LinearArchitecture> shrinking() {
        return Stream.of(
                new FreeEncoder(),
                new SharedEncoder(),
                UnrolledEncoder.automatic(10),
                new UntiedEncoder(5, false),
                new UntiedEncoder(3, true));
    }

    private static SplittableRandom random() {
        return new RandomStreams(SEED).stream("restarts");
    }

    private static TrainedParameters run(LinearProblem problem, LinearArchitecture architecture, int k) {
        Dimensions dimensions = new Dimensions(D, k, false, false);
        return new MomentsTraining(
                        problem,
                        Optional.empty(),
                        architecture,
                        dimensions,
                        LinearOptimum.of(problem, architecture, k),
                        TrainingConfig.DEFAULT,
                        Rows.QUIET)
                .run(Rows.start(architecture, dimensions, 0, SEED), random());
    }

    private static void assertReaches(TrainedParameters run, double optimum, double relative) {
        assertThat((run.run().error() - optimum) / optimum)
                .as(
                        "%d iterations, %s, seed %d",
                        run.run().history().size(), run.run().stop(), SEED)
                .isBetween(-1e-10, relative);
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void cleanRowsAreTakenToTheErrorOfPca(LinearArchitecture architecture) {
        assertReaches(run(Rows.problem(SIGMA, "none"), architecture, K), 2.15, 1e-4);
    }

    @ParameterizedTest
    @MethodSource("shrinking")
    void noisyRowsAreTakenToTheWienerFilter(LinearArchitecture architecture) {
        LinearProblem problem = Rows.problem(SIGMA, "gaussian:0.8");
        assertReaches(run(problem, architecture, K), ExactOptimum.of(problem, K), 1e-4);
    }

    @Test
    void thePseudoInverseCannotShrinkAndPaysForTheNoiseItLetsThrough() {
        TrainedParameters run = run(Rows.problem(SIGMA, "gaussian:0.8"), new PinvEncoder(), K);
        double floor = 2.15 + K * 0.64;
        assertReaches(run, floor, 1e-4);
        assertThat(run.run().error()).isGreaterThan(1.05 * ExactOptimum.of(Rows.problem(SIGMA, "gaussian:0.8"), K));
    }

    @ParameterizedTest
    @MethodSource("shrinking")
    void twiceAsManyCodesAsFeaturesReachTheWienerFilterOfFullRank(LinearArchitecture architecture) {
        LinearProblem problem = Rows.problem(SIGMA, "gaussian:0.5");
        double wiener = 0;
        for (double lambda : new double[] {6, 4, 2.5, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05}) {
            wiener += lambda - lambda * lambda / (lambda + 0.25);
        }
        assertThat(ExactOptimum.of(problem, 2 * D)).isCloseTo(wiener, within(1e-10));
        assertReaches(run(problem, architecture, 2 * D), wiener, 0.02);
    }

    @Test
    void errorsOfAScaledProblemAreInTheUsersUnits() {
        LinearProblem unit = Rows.problem(SIGMA, "none");
        LinearProblem scaled =
                new LinearProblem(unit.cross(), unit.input(), unit.energy(), unit.targetMean(), 1, true, 3);
        assertReaches(run(scaled, new PinvEncoder(), K), 9 * 2.15, 1e-4);
        List<EpochRecord> history = run(scaled, new PinvEncoder(), K).run().history();
        assertThat(history.getLast().error()).isCloseTo(9 * 2.15, within(0.01));
    }

    /** Held-out rows judge the parameters; were they to set the inner matrix, its error on the rows trained on would rise. */
    @Test
    void heldOutRowsDoNotMoveTheParametersTheyJudge() {
        LinearProblem problem = Rows.problem(SIGMA, "gaussian:0.8");
        LinearProblem other = Rows.problem(Rows.sigma(SEED + 1, 5, 1, 1, 1, 1, 1, 1, 1, 1, 1), "gaussian:0.8");
        SharedEncoder shared = new SharedEncoder();
        Dimensions dimensions = new Dimensions(D, K, false, false);
        TrainedParameters run = new MomentsTraining(
                        problem,
                        Optional.of(other),
                        shared,
                        dimensions,
                        LinearOptimum.of(problem, shared, K),
                        TrainingConfig.DEFAULT,
                        Rows.QUIET)
                .run(Rows.start(shared, dimensions, 0, SEED), random());
        double error = new MomentsObjective(problem, shared, dimensions, Lockstep.of(1)).value(run.parameters());
        assertThat(error).as("seed %d", SEED).isCloseTo(run.run().error(), within(1e-12));
    }
}
