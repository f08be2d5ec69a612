package io.eckart.task.label;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.network.NetworkEncoder;
import io.eckart.training.AutoencoderConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class PretrainedNetworkTest {
    @Test
    void theControlLacksNothingButTheUnlabelledRows() {
        assertThat(PretrainedNetwork.TUNING.companions().perRow()).isPositive();
        assertThat(PretrainedNetwork.CONTROL.companions().perRow()).isZero();
        assertThat(PretrainedNetwork.CONTROL.withCompanions(PretrainedNetwork.TUNING.companions()))
                .isEqualTo(PretrainedNetwork.TUNING.fromScratch());
        assertThat(PretrainedNetwork.TUNING.tasks().hides())
                .as("masks would tell corrupted companions from clean ones")
                .isFalse();
    }

    @Test
    void theNetworkIsAsWideAsTheDataAsksFor() {
        assertThat(hidden(784)).containsExactly(512, 256);
        assertThat(PretrainedNetwork.pretraining(784).codeSize()).isEqualTo(64);
        assertThat(PretrainedNetwork.weights(784)).isEqualTo(784 * 512 + 512 * 256 + 256 * 64);
        assertThat(hidden(20)).containsExactly(80, 40);
        assertThat(PretrainedNetwork.pretraining(20).codeSize()).isEqualTo(20);
        assertThat(hidden(1)).containsExactly(64, 32);
    }

    private static List<Integer> hidden(int features) {
        AutoencoderConfig config = PretrainedNetwork.pretraining(features);
        return ((NetworkEncoder) config.blueprint().of(features, config.codeSize())).hidden();
    }
}
