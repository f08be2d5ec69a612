package io.eckart.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Features;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.Architecture;
import io.eckart.network.Blueprint;
import io.eckart.network.FreeEncoder;
import io.eckart.network.ListaEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.SizedNetwork;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.fit.Controls;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that learn from batches start at PCA, whatever the scales of columns and with cells missing. */
class BatchStartTest {
    private static final long SEED = 77;
    private static final RandomStreams RANDOM = new RandomStreams(SEED);
    private static final RunOptions OPTIONS = new RunOptions(2, TrainingListener.SILENT, () -> false, Optional.empty());

    static Stream<Blueprint> all() {
        List<Architecture> lista = List.of(new ListaEncoder(10, 0.01));
        return Stream.of(linear(), lista.stream(), Stream.of(new SizedNetwork(Activation.RELU, false)))
                .flatMap(blueprints -> blueprints);
    }

    static Stream<Architecture> linear() {
        return Stream.of(
                new FreeEncoder(),
                new PinvEncoder(),
                new SharedEncoder(),
                UnrolledEncoder.automatic(10),
                new UnrolledEncoder(10, 0.3, false),
                new UntiedEncoder(10, false));
    }

    /** PCA of as many components as features leaves rounding, from which every step is a step up. */
    @Test
    void aStartWithoutAnyErrorIsNoReasonToStop() {
        FloatMatrix rows = rows(0);
        AutoencoderConfig config = AutoencoderConfig.network(rows.columns());
        AutoencoderFit fit = new AutoencoderTrainer(config, RANDOM, OPTIONS).fit(Features.of(rows));
        assertThat(fit.training().stop()).as(fit.training().message()).isIn(StopReason.BUDGET, StopReason.PATIENCE);
        // float32 rounding of a row's energy.
        assertThat(fit.training().heldOutError()).isLessThan(1e-9 * fit.energy());
    }

    @ParameterizedTest
    @MethodSource("linear")
    void theFirstErrorIsThatOfPca(Architecture architecture) {
        for (boolean bias : new boolean[] {false, true}) {
            Controls.Contrast contrast = afterAnEpoch(architecture, rows(0), 2, bias, 1e-9);
            assertThat(contrast.model() / contrast.pca()).isCloseTo(1, within(1e-3));
        }
    }

    /** At a filter of 1 there would be no gradient to leave it by. */
    @Test
    void withNoiseAnUnrolledEncoderStartsBelowPca() {
        Features source = Features.of(Rows.draw(400, 6, SEED));
        AutoencoderConfig config = AutoencoderConfig.of(UnrolledEncoder.automatic(10), 4)
                .withTasks(CorruptionTasks.parse("gaussian:2"))
                .withTraining(TrainingConfig.DEFAULT
                        .withObjective(ObjectiveKind.BATCHES)
                        .withEpochs(1)
                        .withLearningRate(1e-9));
        Controls.Contrast noisy = controls(config, source).contrasts().get(1);
        assertThat(noisy.model()).isLessThan(0.9 * noisy.pca());
    }

    @ParameterizedTest
    @MethodSource("all")
    void missingCellsDoNotThrowTheStartOff(Blueprint blueprint) {
        Controls.Contrast contrast = afterAnEpoch(blueprint, rows(0.1), 2, false, 1e-9);
        assertThat(contrast.model()).isLessThan(0.5 * contrast.columnMean());
        assertThat(contrast.model()).isLessThan(0.5 * contrast.untrained());
    }

    /** Entries of the code beyond the features start small, and leave the first error that of PCA. */
    @ParameterizedTest
    @MethodSource("linear")
    void aWideCodeStartsThereToo(Architecture architecture) {
        Controls.Contrast contrast = afterAnEpoch(architecture, rows(0.1), 9, false, 1e-9);
        assertThat(contrast.model()).isLessThan(contrast.columnMean());
    }

    private static Controls.Contrast afterAnEpoch(
            Blueprint blueprint, FloatMatrix rows, int k, boolean bias, double rate) {
        AutoencoderConfig config = AutoencoderConfig.of(blueprint, k)
                .withBias(bias)
                .withTraining(TrainingConfig.DEFAULT
                        .withObjective(ObjectiveKind.BATCHES)
                        .withEpochs(1)
                        .withLearningRate(rate));
        return controls(config, Features.of(rows)).clean();
    }

    private static Controls controls(AutoencoderConfig config, Features source) {
        AutoencoderFit fit = new AutoencoderTrainer(config, RANDOM, OPTIONS).fit(source);
        try (Workers workers = Workers.of(2)) {
            return Controls.of(fit, source, config.tasks(), RANDOM, workers);
        }
    }

    /** 200 rows of 6 columns from 1 to 1000 in size, of rank 2 but for noise, about a mean that is not 0. */
    private static FloatMatrix rows(double missing) {
        SplittableRandom random = new SplittableRandom(SEED);
        FloatMatrix rows = FloatMatrix.zeros(200, 6);
        for (int i = 0; i < rows.rows(); i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            for (int j = 0; j < 6; j++) {
                double cell = 2 + a * Math.cos(j) + b * Math.sin(j) + 0.05 * random.nextGaussian();
                boolean hidden = random.nextDouble() < missing;
                rows.values()[i * 6 + j] = hidden ? Float.NaN : (float) (cell * Math.pow(10, 0.6 * j));
            }
        }
        return rows;
    }
}
