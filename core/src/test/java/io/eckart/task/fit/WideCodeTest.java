package io.eckart.task.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Table;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.fitted.EveryAutoencoder;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.task.FitOptions;
import io.eckart.task.PlantedTable;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.OptimizerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** k = 2 d: does the model become the identity (notes 15.4)? Measured with the budget, not repeated. */
class WideCodeTest {
    private static final long SEED = 29;
    private static final int K = 20;
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(1).withSeed(SEED);

    private static Table table() {
        return PlantedTable.of(500, SEED);
    }

    private static FittedAutoencoder fit(String name, TrainingConfig training, String tasks) {
        AutoencoderConfig config = AutoencoderConfig.of(EveryAutoencoder.of(name), K)
                .withTasks(CorruptionTasks.parse(tasks))
                .withTraining(training.withHeldOut(0));
        return Fit.autoencoder(table(), config, OPTIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "shared", "unrolled"})
    void onCleanRowsTheDistanceToTheIdentityFallsWithTheBudget(String name) {
        TrainingConfig descent =
                TrainingConfig.DEFAULT.withOptimizer(OptimizerKind.GD).withLearningRate(0.02);
        double before = Double.POSITIVE_INFINITY;
        StringBuilder seen = new StringBuilder();
        for (int budget : new int[] {1, 30, 300, 3000}) {
            double distance =
                    fit(name, descent.withEpochs(budget), "none").diagnostics().identityDistance();
            seen.append(budget).append(" steps ").append(distance).append("; ");
            assertThat(distance).as("%s, identity distance: %s", name, seen).isLessThan(before);
            before = distance;
        }
        FittedAutoencoder exact = fit(name, TrainingConfig.DEFAULT, "none");
        seen.append("L-BFGS ").append(exact.run().training().history().size());
        seen.append(" iterations ").append(exact.diagnostics().identityDistance());
        assertThat(exact.diagnostics().identityDistance())
                .as("%s, %s", name, seen)
                .isLessThan(0.05);
        assertThat(exact.findings().warnings()).anyMatch(text -> text.contains("has learnt the identity"));
    }

    @Test
    void aPseudoInverseHasNothingToLearnAndIsTheIdentity() {
        FittedAutoencoder fit = fit("pinv", TrainingConfig.DEFAULT, "none");
        assertThat(fit.run().training().stop()).isEqualTo(StopReason.NOTHING_TO_LEARN);
        assertThat(fit.run().training().message()).contains("nothing to learn");
        assertThat(fit.run().training().history()).isEmpty();
        assertThat(fit.diagnostics().identityDistance()).isLessThan(1e-7);
        assertThat(fit.diagnostics().noiseGain()).isCloseTo(10, within(1e-9));
        assertThat(fit.evaluation().errorPerSample()).isLessThan(1e-10);
    }

    /** tr(Sigma) - sum lambda^2 / (lambda + s^2), by the plain formula. */
    private static double wiener(double noise) {
        DoubleMatrix sigma = PlantedTable.secondMoment(table());
        double error = 0;
        for (double value : SymmetricEigen.of(sigma).values()) {
            error += value - value * value / (value + noise * noise);
        }
        return error;
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "shared", "unrolled", "untied", "untied-per-layer"})
    void withNoiseAllButThePseudoInverseReachTheWienerFilter(String name) {
        FittedAutoencoder fit = fit(name, TrainingConfig.DEFAULT, "gaussian:0.8");
        double optimum = wiener(0.8);
        assertThat(fit.run().optimum().orElseThrow()).isCloseTo(optimum, within(1e-6 * optimum));
        assertThat(fit.run().training().error())
                .as("%s, gap %s", name, fit.run().training().error() / optimum - 1)
                .isBetween(optimum * (1 - 1e-9), optimum * 1.02);
        assertThat(fit.findings().warnings()).noneMatch(text -> text.contains("identity"));
    }

    @Test
    void withNoiseThePseudoInverseLetsAllOfItThrough() {
        FittedAutoencoder fit = fit("pinv", TrainingConfig.DEFAULT, "gaussian:0.8");
        assertThat(fit.run().training().stop()).isEqualTo(StopReason.NOTHING_TO_LEARN);
        assertThat(fit.run().training().error())
                .isCloseTo(10 * 0.64, within(1e-9))
                .isGreaterThan(1.5 * wiener(0.8));
    }
}
