package io.eckart.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eckart.data.Features;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.data.synthetic.LowRank;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Hidden cells that nothing tells from cells at the origin. */
class HiddenAsZerosTest {
    private static final FloatMatrix ROWS =
            new LowRank(200, 6, List.of(3.0, 1.0), .2, 5).generate().values().toFloat();
    private static final CorruptionTasks MASK = CorruptionTasks.of(Corruption.mask(.3));

    private static AutoencoderFit fit(AutoencoderConfig config) {
        return new AutoencoderTrainer(
                        config,
                        new RandomStreams(1),
                        new RunOptions(1, TrainingListener.SILENT, () -> false, Optional.empty()))
                .fit(Features.of(ROWS));
    }

    private static AutoencoderConfig network() {
        return AutoencoderConfig.of((d, k) -> NetworkEncoder.mirrored(List.of(8), Activation.RELU, false), 3)
                .withTasks(MASK)
                .withTraining(TrainingConfig.DEFAULT.withEpochs(3));
    }

    @Test
    void aNetworkReadsNoIndicator() {
        AutoencoderFit told = fit(network());
        AutoencoderFit zeros = fit(network().withHiddenAsZeros(true));
        assertThat(told.model().dimensions().indicator()).isTrue();
        assertThat(zeros.model().dimensions().indicator()).isFalse();
        assertThat(zeros.settings()).containsEntry("hidden_as_zeros", "true");
        assertThat(told.settings()).doesNotContainKey("hidden_as_zeros");
        FloatMatrix hole = ROWS.copyRows(0, 1);
        hole.values()[2] = Float.NaN;
        FloatMatrix zero = ROWS.copyRows(0, 1);
        zero.values()[2] = zeros.model().origin()[2];
        try (Workers workers = Workers.of(1)) {
            assertThat(zeros.model().reconstruct(hole, workers).values())
                    .isEqualTo(zeros.model().reconstruct(zero, workers).values());
            assertThat(told.model().reconstruct(hole, workers).values())
                    .isNotEqualTo(told.model().reconstruct(zero, workers).values());
        }
    }

    @Test
    void anUnrolledEncoderIsGivenZerosOnMoments() {
        AutoencoderConfig config = AutoencoderConfig.of((d, k) -> UnrolledEncoder.automatic(3), 3)
                .withTasks(MASK)
                .withHiddenAsZeros(true);
        assertThat(fit(config).objective()).isEqualTo(ObjectiveKind.MOMENTS);
        assertThat(fit(config.withHiddenAsZeros(false)).objective()).isEqualTo(ObjectiveKind.BATCHES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(config.withTraining(TrainingConfig.DEFAULT.withObjective(ObjectiveKind.BATCHES))))
                .withMessageContaining("moments");
    }
}
