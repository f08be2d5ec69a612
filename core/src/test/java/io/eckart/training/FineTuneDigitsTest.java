package io.eckart.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.RealData;
import io.eckart.data.Encoding;
import io.eckart.data.Features;
import io.eckart.data.Scaling;
import io.eckart.data.Targets;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.model.Autoencoder;
import io.eckart.model.label.NetworkClassifier;
import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.label.FineTuner;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Handwritten digits, 100 of 10,000 with a label. */
@Tag("long")
class FineTuneDigitsTest {
    private static final long SEED = 1;
    private static final int TRAIN = 10_000;
    private static final int PER_CLASS = 10;

    private static FloatMatrix rows(String name) {
        var table = Tables.open(RealData.file("mnist/" + name), ReadOptions.DEFAULT);
        return Features.collect(Encoding.fit(table, Scaling.NONE).encode(table)).values();
    }

    private static int[] labels(String name) {
        float[] values = rows(name).values();
        return IntStream.range(0, values.length).map(i -> (int) values[i]).toArray();
    }

    @Test
    void companionsAndAPretrainedEncoderGainOnTheSameNetworkFromScratch() {
        FloatMatrix rows = rows("train-images-idx3-ubyte.gz").copyRows(0, TRAIN);
        int[] truth = labels("train-labels-idx1-ubyte.gz");
        Autoencoder pretrained = new AutoencoderTrainer(
                        AutoencoderConfig.of(NetworkEncoder.mirrored(List.of(256), Activation.RELU, false), 64)
                                .withTasks(CorruptionTasks.parse("mask:0.3"))
                                .withTraining(TrainingConfig.DEFAULT.withEpochs(10)),
                        new RandomStreams(SEED),
                        Rows.options(2))
                .fit(Features.of(rows))
                .model();
        FineTuneConfig tuned = FineTuneConfig.DEFAULT
                .withLearningRate(1e-3)
                .withEpochs(1000)
                .withTasks(CorruptionTasks.parse("gaussian:0.5"))
                .withCompanions(2);
        Targets.Classes targets = few(truth);
        double with = error(tuner(tuned).fit(rows, targets, pretrained));
        double plain = error(tuner(FineTuneConfig.FROM_SCRATCH.withEpochs(300)).fromScratch(rows, targets, pretrained));
        assertThat(with).as("seed %d, from scratch %f", SEED, plain).isLessThan(plain - 0.05);
    }

    private static FineTuner tuner(FineTuneConfig config) {
        return new FineTuner(config, new RandomStreams(SEED), Rows.options(2));
    }

    private static Targets.Classes few(int[] truth) {
        int[] of = new int[TRAIN];
        Arrays.fill(of, -1);
        int[] count = new int[10];
        for (int i = 0; i < TRAIN; i++) {
            if (count[truth[i]]++ < PER_CLASS) {
                of[i] = truth[i];
            }
        }
        return new Targets.Classes(
                IntStream.range(0, 10).mapToObj(String::valueOf).toList(), of);
    }

    private static double error(FineTuneFit fit) {
        FloatMatrix rows = rows("t10k-images-idx3-ubyte.gz");
        int[] truth = labels("t10k-labels-idx1-ubyte.gz");
        try (Workers workers = Workers.of(2)) {
            FloatMatrix probabilities = ((NetworkClassifier) fit.model()).probabilities(rows, workers);
            int wrong = 0;
            for (int i = 0; i < truth.length; i++) {
                int best = 0;
                for (int j = 1; j < 10; j++) {
                    best = probabilities.get(i, j) > probabilities.get(i, best) ? j : best;
                }
                wrong += best == truth[i] ? 0 : 1;
            }
            return wrong / (double) truth.length;
        }
    }
}
