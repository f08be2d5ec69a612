package io.eckart.study.claim;

import io.eckart.data.Features;
import io.eckart.model.Pca;
import io.eckart.network.SizedNetwork;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.StudySetting;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.PcaConfig;
import io.eckart.training.RunOptions;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingListener;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import io.eckart.training.pca.PcaTrainer;
import java.util.Optional;

/** Fits models for claims with the threads of a setting, silently, until it says stop. */
record StudyFits(StudySetting setting) {

    RunOptions options() {
        return new RunOptions(setting.workers().threads(), TrainingListener.SILENT, setting.stop(), Optional.empty());
    }

    /** A network of the usual widths, trained for a number of epochs on batches. */
    static AutoencoderConfig network(int codeSize, int batch, int epochs) {
        return AutoencoderConfig.of(new SizedNetwork(Activation.GELU, false), codeSize)
                .withTraining(training(batch, epochs));
    }

    static TrainingConfig training(int batch, int epochs) {
        return TrainingConfig.DEFAULT.withBatch(batch).withLearningRate(3e-3).withEpochs(epochs);
    }

    AutoencoderFit autoencoder(AutoencoderConfig config, FloatMatrix rows, RandomStreams random) {
        return new AutoencoderTrainer(config, random, options()).fit(Features.of(rows));
    }

    Pca pca(int k, boolean centered, FloatMatrix rows, RandomStreams random) {
        PcaConfig config = PcaConfig.components(k).withCenter(centered);
        return new PcaTrainer(config, random, setting.workers(), TrainingListener.SILENT)
                .fit(Features.of(rows))
                .model();
    }
}
