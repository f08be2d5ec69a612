package io.eckart.training.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import io.eckart.data.Features;
import io.eckart.data.Targets;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.Autoencoder;
import io.eckart.model.label.NetworkClassifier;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.NetworkRegressor;
import io.eckart.network.NetworkEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.FineTuneFit;
import io.eckart.training.Rows;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingConfig;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two groups in three hidden directions of noisy rows, told by very few labels. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FineTunerTest {
    private static final long SEED = 12;
    private static final int D = 40;
    private static final int N = 1200;
    private static final int LABELLED = 6;
    private static final FineTuneConfig SHORT =
            FineTuneConfig.DEFAULT.withFrozenEpochs(40).withEpochs(40).withBatch(LABELLED);

    private FloatMatrix rows;
    private int[] truth;
    private double[] values;
    private Autoencoder pretrained;

    @BeforeAll
    void pretrain() {
        rows = FloatMatrix.zeros(N, D);
        truth = new int[N];
        values = new double[N];
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] directions = new double[3][D];
        for (double[] direction : directions) {
            Arrays.setAll(direction, j -> random.nextGaussian());
        }
        for (int i = 0; i < N; i++) {
            truth[i] = i % 2;
            double[] hidden = {truth[i] == 0 ? -1 : 1, random.nextGaussian(), random.nextGaussian()};
            values[i] = 100 + 20 * hidden[1];
            for (int j = 0; j < D; j++) {
                double value = 3 * random.nextGaussian();
                for (int l = 0; l < 3; l++) {
                    value += hidden[l] * directions[l][j];
                }
                rows.values()[i * D + j] = (float) value;
            }
        }
        AutoencoderConfig config = AutoencoderConfig.of(NetworkEncoder.mirrored(List.of(16), Activation.RELU, false), 3)
                .withTraining(TrainingConfig.DEFAULT.withEpochs(15));
        pretrained = new AutoencoderTrainer(config, new RandomStreams(SEED), Rows.options(1))
                .fit(Features.of(rows))
                .model();
    }

    private Targets.Classes classes(int known) {
        int[] of = new int[N];
        Arrays.setAll(of, i -> i < known ? truth[i] : -1);
        return new Targets.Classes(List.of("low", "high"), of);
    }

    private static FineTuner tuner(FineTuneConfig config, int threads) {
        return new FineTuner(config, new RandomStreams(SEED), Rows.options(threads));
    }

    private double accuracy(NetworkPredictor model) {
        try (Workers workers = Workers.of(1)) {
            FloatMatrix probabilities = ((NetworkClassifier) model).probabilities(rows, workers);
            int right = 0;
            for (int i = LABELLED; i < N; i++) {
                right += (probabilities.get(i, 1) > 0.5) == (truth[i] == 1) ? 1 : 0;
            }
            return right / (double) (N - LABELLED);
        }
    }

    @Test
    void aPretrainedEncoderNeedsFewerLabelsThanTheSameNetworkFromScratch() {
        double tuned = accuracy(
                tuner(SHORT, 1).fit(rows, classes(LABELLED), pretrained).model());
        double scratch =
                accuracy(tuner(SHORT.withFrozenEpochs(0).withLearningRate(1e-3).withEpochs(200), 1)
                        .fromScratch(rows, classes(LABELLED), pretrained)
                        .model());
        assertThat(tuned).as("seed %d, from scratch %f", SEED, scratch).isGreaterThan(scratch + 0.05);
    }

    @Test
    void theFrozenPhaseChangesNoBitOfTheEncoder() {
        NetworkPredictor model = tuner(SHORT.withEpochs(0).withWeightDecay(0.1), 1)
                .fit(rows, classes(LABELLED), pretrained)
                .model();
        Map<String, DoubleMatrix> given = pretrained.parameters().matrices();
        float largest = 0;
        for (var part : model.parameters().matrices().entrySet()) {
            float[] now = part.getValue().toFloat().values();
            if (part.getKey().startsWith("head")) {
                for (float value : now) {
                    largest = Math.max(largest, Math.abs(value));
                }
            } else {
                assertThat(now)
                        .isEqualTo(Objects.requireNonNull(given.get(part.getKey()))
                                .toFloat()
                                .values());
            }
        }
        assertThat(largest).as("the head has learnt").isGreaterThan(0.01f);
    }

    @Test
    void theBitsAreTheSameForAnyNumberOfThreads() {
        FineTuneConfig all = SHORT.withFrozenEpochs(3)
                .withEpochs(3)
                .withBatch(32)
                .withDropout(0.3)
                .withWeightDecay(1e-3)
                .withCompanions(2)
                .withTasks(CorruptionTasks.parse("gaussian:0.5"));
        FineTuneFit one = tuner(all, 1).fit(rows, classes(100), pretrained);
        assertThat(one.stop()).as(one.message()).isEqualTo(StopReason.BUDGET);
        for (int threads : new int[] {2, 3}) {
            FineTuneFit run = tuner(all, threads).fit(rows, classes(100), pretrained);
            assertThat(run.model().parameters().values())
                    .as("%d threads, seed %d", threads, SEED)
                    .isEqualTo(one.model().parameters().values());
            assertThat(run.whole()).isEqualTo(one.whole());
        }
    }

    @Test
    void unlabelledRowsTakePartOnlyAsCompanions() {
        FloatMatrix other = rows.copyRows(0, N);
        for (int i = LABELLED * D; i < other.values().length; i++) {
            other.values()[i] = 7;
        }
        FineTuneConfig companions = SHORT.withCompanions(1).withTasks(CorruptionTasks.parse("gaussian:0.5"));
        assertThat(values(SHORT, other)).isEqualTo(values(SHORT, rows));
        assertThat(values(companions, other)).isNotEqualTo(values(companions, rows));
    }

    private double[] values(FineTuneConfig config, FloatMatrix of) {
        return tuner(config, 1)
                .fit(of, classes(LABELLED), pretrained)
                .model()
                .parameters()
                .values();
    }

    @Test
    void valuesAreEstimatedInTheirUnits() {
        double[] known = new double[N];
        Arrays.setAll(known, i -> i < 400 ? values[i] : Double.NaN);
        FineTuneFit fit = tuner(SHORT.withBatch(50), 1).fit(rows, new Targets.Values(known), pretrained);
        try (Workers workers = Workers.of(1)) {
            double[] estimates = ((NetworkRegressor) fit.model()).estimates(rows, workers);
            double squares = 0;
            for (int i = 400; i < N; i++) {
                squares += Math.pow(estimates[i] - values[i], 2);
            }
            // The values spread by 20; the noise leaves an error near 3 / sqrt(40) of that.
            assertThat(Math.sqrt(squares / (N - 400))).as("seed %d", SEED).isLessThan(14);
        }
    }

    @Test
    void aPartOfManyLabelsDecidesWhatToKeep() {
        FineTuneFit few = tuner(SHORT, 1).fit(rows, classes(100), pretrained);
        FineTuneFit many = tuner(SHORT.withHeldOut(new FineTuneConfig.HeldOutLabels(0.2, 100)), 1)
                .fit(rows, classes(100), pretrained);
        assertThat(few.heldOut()).isZero();
        assertThat(many.heldOut()).isEqualTo(20);
        assertThat(many.whole().getLast().heldOutError()).isFinite();
    }

    @Test
    void whatCannotBeLearntIsRefusedWithTheReason() {
        FineTuner tuner = tuner(SHORT, 1);
        assertThatThrownBy(() -> tuner.fit(rows, classes(0), pretrained))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no row has a label");
        assertThatThrownBy(() -> tuner.fit(rows, classes(1), pretrained))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("all 1 labelled rows are of class 'low'");
        double[] constant = new double[N];
        assertThatThrownBy(() -> tuner.fit(rows, new Targets.Values(constant), pretrained))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("do not differ");
        assertThatThrownBy(() -> tuner.fit(rows.copyRows(0, 10), classes(2), pretrained))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1200 labels for 10 rows");
        assertThatThrownBy(() -> FineTuneConfig.DEFAULT.withCompanions(1).withTasks(CorruptionTasks.parse("mask:0.2")))
                .hasMessageContaining("not with masks");
        assertThatThrownBy(() -> FineTuneConfig.DEFAULT.withDropout(1)).hasMessageContaining("below 1, got 1.0");
        assertThatThrownBy(() -> FineTuneConfig.DEFAULT.withEpochs(0).withFrozenEpochs(0))
                .hasMessageContaining("one of the two phases");
    }
}
