package io.eckart.training.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Features;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.Blueprint;
import io.eckart.network.Dimensions;
import io.eckart.network.FreeEncoder;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.layer.LayerStack;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.Rows;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.TrainingConfig.Start;
import io.eckart.training.batch.BatchProblem;
import io.eckart.training.batch.BatchSettings;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers trained one by one. */
class StackedPretrainingTest {
    private static final long SEED = 4;
    private static final int D = 20;
    private static final FloatMatrix ROWS = bent(800);

    /** Rows on a bent surface of two dimensions, with a little noise. */
    private static FloatMatrix bent(int n) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] maps = new double[4][D];
        for (double[] map : maps) {
            java.util.Arrays.setAll(map, j -> random.nextGaussian());
        }
        FloatMatrix rows = FloatMatrix.zeros(n, D);
        for (int i = 0; i < n; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            double[] basis = {a, b, a * b, Math.abs(a)};
            for (int j = 0; j < D; j++) {
                double value = 0.1 * random.nextGaussian();
                for (int l = 0; l < basis.length; l++) {
                    value += basis[l] * maps[l][j];
                }
                rows.values()[i * D + j] = (float) value;
            }
        }
        return rows;
    }

    private static AutoencoderConfig config(Blueprint blueprint, Start start, String tasks, int epochs) {
        return AutoencoderConfig.of(blueprint, 3)
                .withTasks(CorruptionTasks.parse(tasks))
                .withTraining(TrainingConfig.DEFAULT
                        .withEpochs(epochs)
                        .withStart(start)
                        .withObjective(ObjectiveKind.BATCHES));
    }

    private static AutoencoderFit fit(AutoencoderConfig config, int threads) {
        return new AutoencoderTrainer(config, new RandomStreams(SEED), Rows.options(threads)).fit(Features.of(ROWS));
    }

    @ParameterizedTest
    @EnumSource(names = {"RELU", "TANH"})
    void everyLayerLearns(Activation activation) {
        NetworkEncoder network = NetworkEncoder.mirrored(List.of(16, 8), activation, false);
        Dimensions dimensions = new Dimensions(D, 3, false, false);
        BatchProblem problem = new BatchProblem(
                ROWS,
                Rows.range(0, 700),
                Rows.range(700, 800),
                new double[D],
                2,
                CorruptionTasks.parse("gaussian:0.2"),
                false);
        BatchSettings settings = BatchSettings.of(TrainingConfig.DEFAULT.withEpochs(60), 700);
        double[] parameters = new double[Networks.of(network).layout(dimensions).length()];
        List<LayerRecord> layers = new StackedPretraining(
                        new LayerStack(network, dimensions),
                        problem,
                        settings,
                        new RandomStreams(SEED),
                        Rows.options(1))
                .train(parameters);
        assertThat(layers).extracting(LayerRecord::inputs).containsExactly(D, 16, 8);
        assertThat(layers).extracting(LayerRecord::outputs).containsExactly(16, 8, 3);
        for (LayerRecord layer : layers) {
            assertThat(layer.trained()).as("%s, seed %d", layer, SEED).isLessThan(layer.untrained() / 2);
            assertThat(layer.trained()).as("%s, seed %d", layer, SEED).isLessThan(layer.energy());
        }
    }

    @Test
    void trainedOnFromThereTheNetworkIsAheadOfOneThatStartsAtRandom() {
        NetworkEncoder network = NetworkEncoder.mirrored(List.of(16, 8), Activation.TANH, false);
        AutoencoderFit stacked = fit(config(network, Start.STACKED, "none", 3), 1);
        AutoencoderFit random = fit(config(network, Start.RANDOM, "none", 3), 1);
        assertThat(stacked.training().heldOutError())
                .as("seed %d", SEED)
                .isLessThan(random.training().heldOutError());
        assertThat(stacked.settings().get("start"))
                .startsWith("stacked: layer 1 (20 to 16)")
                .contains("layer 3");
    }

    @Test
    void theBitsAreTheSameForAnyNumberOfThreadsAlsoWithMasks() {
        NetworkEncoder network = NetworkEncoder.mirrored(List.of(16, 8), Activation.RELU, true);
        AutoencoderConfig config = config(network, Start.STACKED, "gaussian:0.2,mask:0.2", 2);
        double[] one = fit(config, 1).model().parameters().values();
        for (int threads : new int[] {2, 3}) {
            assertThat(fit(config, threads).model().parameters().values())
                    .as("%d threads, seed %d", threads, SEED)
                    .isEqualTo(one);
        }
    }

    @Test
    void onlyNetworksHaveLayers() {
        assertThatThrownBy(() -> fit(config(new FreeEncoder(), Start.STACKED, "none", 1), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("goes with a network");
    }
}
