package io.eckart.task.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import io.eckart.data.Table;
import io.eckart.network.Blueprint;
import io.eckart.network.FreeEncoder;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.Activation;
import io.eckart.task.FitOptions;
import io.eckart.task.PlantedTable;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.RunOptions.CheckpointFolder;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs end other than by themselves: divergence, a stop, and going on. */
class RunEndTest {
    private static final long SEED = 17;
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(1).withSeed(SEED);
    private static final Blueprint NETWORK = NetworkEncoder.mirrored(List.of(8), Activation.TANH, false);

    private static Table table() {
        return PlantedTable.of(200, SEED);
    }

    private static AutoencoderConfig config(Blueprint blueprint, TrainingConfig training) {
        return AutoencoderConfig.of(blueprint, 3).withTraining(training);
    }

    /** Energy per sample is about 7.4; nothing better than the start may have been kept, but nothing far worse either. */
    private static void assertUsable(FittedAutoencoder fit) {
        double untrained = fit.controls().clean().untrained();
        assertThat(fit.evaluation().errorPerCell()).isFinite();
        assertThat(fit.controls().clean().model())
                .as("error per cell of the parameters kept, the start having %s", untrained)
                .isLessThanOrEqualTo(untrained * 1.0001);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 16", "0, 16", "0.1, 200", "0, 200"})
    void anAbsurdLearningRateEndsAsDivergedWithTheLastGoodParameters(double heldOut, int batch) {
        TrainingConfig training = TrainingConfig.DEFAULT
                .withObjective(ObjectiveKind.BATCHES)
                .withOptimizer(OptimizerKind.SGD)
                .withLearningRate(1e6)
                .withBatch(batch)
                .withHeldOut(heldOut);
        for (Blueprint blueprint : List.of(new FreeEncoder(), NETWORK)) {
            FittedAutoencoder fit = Fit.autoencoder(table(), config(blueprint, training), OPTIONS);
            assertThat(fit.run().training().stop()).as("%s", blueprint).isEqualTo(StopReason.DIVERGED);
            assertThat(fit.run().training().message())
                    .contains("learning rate 1000000.0", "a learning rate of 100000.0", "epoch");
            assertThat(fit.findings().warnings()).contains(fit.run().training().message());
            assertUsable(fit);
        }
    }

    @Test
    void gradientDescentOnMomentsDivergesLikewise() {
        TrainingConfig training =
                TrainingConfig.DEFAULT.withOptimizer(OptimizerKind.GD).withLearningRate(1e3);
        FittedAutoencoder fit = Fit.autoencoder(table(), config(new FreeEncoder(), training), OPTIONS);
        assertThat(fit.run().training().stop()).isEqualTo(StopReason.DIVERGED);
        assertThat(fit.run().training().message()).contains("learning rate", "1000.0", "take a learning rate of");
        assertUsable(fit);
    }

    /** The start has eta s^2 = 0.2 at most; a rate this large throws B beyond the bound in one of the first steps. */
    @ParameterizedTest
    @CsvSource({
        "BATCHES, SGD, 16, 0.1",
        "BATCHES, SGD, 16, 0",
        "BATCHES, SGD, 200, 0.1",
        "BATCHES, SGD, 200, 0",
        "MOMENTS, GD, 16, 0.1"
    })
    void anExplicitStepThatBecomesTooLargeIsNamedWithTheBound(
            ObjectiveKind objective, OptimizerKind optimizer, int batch, double heldOut) {
        TrainingConfig training = TrainingConfig.DEFAULT
                .withObjective(objective)
                .withOptimizer(optimizer)
                .withLearningRate(3)
                .withBatch(batch)
                .withHeldOut(heldOut);
        UnrolledEncoder encoder = new UnrolledEncoder(10, 0.7, false);
        FittedAutoencoder fit = Fit.autoencoder(table(), config(encoder, training), OPTIONS);
        assertThat(fit.run().training().stop()).isEqualTo(StopReason.DIVERGED);
        assertThat(fit.run().training().message())
                .contains("step eta = 0.7", "2 / s_max^2 =", "s_max^2 =", "a smaller step")
                .contains("s_max^2");
        assertUsable(fit);
    }

    @Test
    void aBoundedStepNeverReachesTheBound() {
        TrainingConfig training = TrainingConfig.DEFAULT
                .withObjective(ObjectiveKind.BATCHES)
                .withOptimizer(OptimizerKind.SGD)
                .withLearningRate(3)
                .withEpochs(5);
        FittedAutoencoder fit = Fit.autoencoder(table(), config(new UnrolledEncoder(10, 0.7, true), training), OPTIONS);
        double largest = fit.diagnostics().decoderSingularValues()[0];
        assertThat(0.7 * largest * largest).isLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStopEndsTheRunWithAUsableModel(boolean moments) {
        AtomicInteger epochs = new AtomicInteger();
        FitOptions options = OPTIONS.withListener(event -> {
                    if (event instanceof TrainingEvent.EpochEnded) {
                        epochs.incrementAndGet();
                    }
                })
                .withStop(() -> epochs.get() >= 3);
        Blueprint blueprint = moments ? new FreeEncoder() : NETWORK;
        FittedAutoencoder fit = Fit.autoencoder(table(), config(blueprint, TrainingConfig.DEFAULT), options);
        assertThat(fit.run().training().stop()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(fit.run().training().history()).hasSize(3);
        assertThat(fit.model().provenance().findings()).containsEntry("stopped_by", "interrupted");
        assertThat(fit.controls().clean().model())
                .isLessThan(fit.controls().clean().untrained());
        assertThat(fit.model().encode(table()).rows()).isEqualTo(200);
    }

    private static FitOptions stoppingAfter(int wanted, FitOptions options) {
        AtomicInteger epochs = new AtomicInteger();
        return options.withListener(event -> {
                    if (event instanceof TrainingEvent.EpochEnded) {
                        epochs.incrementAndGet();
                    }
                })
                .withStop(() -> epochs.get() >= wanted);
    }

    /** Noise, masks, shuffling, momenta of both orders, the schedule, what is best so far: all go on as they were. */
    @ParameterizedTest
    @CsvSource({"ADAM, 0.2", "SGD, 0.2", "ADAM, 0"})
    void goingOnGivesTheBitsOfARunThatWasNeverCutOff(OptimizerKind optimizer, double heldOut, @TempDir Path folder) {
        TrainingConfig training =
                TrainingConfig.DEFAULT.withOptimizer(optimizer).withEpochs(9).withHeldOut(heldOut);
        AutoencoderConfig config = config(NETWORK, training)
                .withTasks(io.eckart.data.corruption.CorruptionTasks.parse("gaussian:0.3 + mask:0.3"));
        FittedAutoencoder whole = Fit.autoencoder(table(), config, OPTIONS);
        FitOptions kept = OPTIONS.withCheckpoint(new CheckpointFolder(folder, true));
        for (int stop : new int[] {2, 1, 3}) {
            FittedAutoencoder cut = Fit.autoencoder(table(), config, stoppingAfter(stop, kept));
            assertThat(cut.run().training().stop()).isEqualTo(StopReason.INTERRUPTED);
        }
        FittedAutoencoder resumed = Fit.autoencoder(table(), config, kept.withThreads(2));
        assertThat(resumed.run().training().stop()).isEqualTo(StopReason.BUDGET);
        assertThat(resumed.run().training().history())
                .isEqualTo(whole.run().training().history());
        assertThat(resumed.run().training().bestEpoch())
                .isEqualTo(whole.run().training().bestEpoch());
        assertThat(resumed.run().model().parameters().values())
                .isEqualTo(whole.run().model().parameters().values());
        assertThat(resumed.run().training().heldOutError())
                .isEqualTo(Double.valueOf(whole.run().training().heldOutError()));
    }

    @Test
    void theStateOfAnotherRunIsRefused(@TempDir Path folder) {
        AutoencoderConfig config = config(NETWORK, TrainingConfig.DEFAULT.withEpochs(4));
        FitOptions fresh = OPTIONS.withCheckpoint(new CheckpointFolder(folder, false));
        Fit.autoencoder(table(), config, stoppingAfter(2, fresh));
        assertThat(folder.resolve("state.safetensors")).exists();
        assertThatThrownBy(() -> Fit.autoencoder(table(), config, fresh))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("go on from it");
        FitOptions going = OPTIONS.withCheckpoint(new CheckpointFolder(folder, true));
        List<Runnable> others = List.of(
                () -> Fit.autoencoder(table(), config, going.withSeed(SEED + 1)),
                () -> Fit.autoencoder(PlantedTable.of(200, SEED + 1), config, going),
                () -> Fit.autoencoder(table(), config.withTraining(TrainingConfig.DEFAULT.withEpochs(5)), going),
                () -> Fit.autoencoder(
                        table(),
                        config.withTraining(TrainingConfig.DEFAULT.withEpochs(4).withLearningRate(.1)),
                        going),
                () -> Fit.autoencoder(
                        table(), config.withTasks(io.eckart.data.corruption.CorruptionTasks.parse("mask:0.1")), going),
                () -> Fit.autoencoder(
                        table(),
                        config.withTraining(TrainingConfig.DEFAULT.withEpochs(4).withHeldOut(0)),
                        going),
                () -> Fit.autoencoder(
                        table(),
                        AutoencoderConfig.of(NetworkEncoder.mirrored(List.of(8), Activation.SIGMOID, false), 3)
                                .withTraining(TrainingConfig.DEFAULT.withEpochs(4)),
                        going));
        for (Runnable other : others) {
            assertThatThrownBy(other::run).isInstanceOf(DataException.class).hasMessageContaining("another run");
        }
        Fit.autoencoder(table(), config, going);
    }

    @Test
    void aDamagedStateIsRefused(@TempDir Path folder) throws java.io.IOException {
        AutoencoderConfig config = config(NETWORK, TrainingConfig.DEFAULT.withEpochs(2));
        FitOptions kept = OPTIONS.withCheckpoint(new CheckpointFolder(folder, true));
        Fit.autoencoder(table(), config, kept);
        Path file = folder.resolve("state.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 3] ^= 4;
        Files.write(file, bytes);
        assertThatThrownBy(() -> Fit.autoencoder(table(), config, kept)).hasMessageContaining("state.safetensors");
    }
}
