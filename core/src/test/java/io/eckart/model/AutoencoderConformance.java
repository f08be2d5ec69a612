package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Table;
import io.eckart.model.fitted.EveryAutoencoder;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.TrainingConfig;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every autoencoder must do beside what every model must. */
abstract class AutoencoderConformance extends ModelConformance<Autoencoder> {
    private static final int FEW = 2;

    private final String name;

    AutoencoderConformance(String name) {
        this.name = name;
    }

    /** How it is trained where the quality of the fit matters. */
    TrainingConfig enough() {
        return TrainingConfig.DEFAULT;
    }

    private FittedModel<Autoencoder> fit(Table table, int codeSize, FitOptions options, TrainingConfig training) {
        AutoencoderConfig config = AutoencoderConfig.of(EveryAutoencoder.of(name), codeSize);
        return EveryAutoencoder.fit(table, config.withTraining(training), options);
    }

    @Override
    FittedModel<Autoencoder> fit(Table table, int codeSize, FitOptions options) {
        return fit(table, codeSize, options, TrainingConfig.DEFAULT.withEpochs(FEW));
    }

    @Override
    FittedModel<Autoencoder> fitWell(Table table, int codeSize, FitOptions options) {
        return fit(table, codeSize, options, enough());
    }

    @Test
    void decodingTheCodesIsTheReconstruction() {
        for (double holes : new double[] {0, 0.15}) {
            Table table = mixed(130, holes);
            FittedModel<Autoencoder> fitted = fit(table, 2, FitOptions.DEFAULT.withThreads(1));
            FloatMatrix rows = fitted.encoding().encode(table);
            try (Workers workers = Workers.of(2)) {
                FloatMatrix codes = fitted.model().encode(rows, workers);
                float[] decoded = fitted.model().decode(codes, workers).values();
                float[] direct = fitted.model().reconstruct(rows, workers).values();
                for (int i = 0; i < direct.length; i++) {
                    assertThat(decoded[i]).as("cell %d, holes %s", i, holes).isCloseTo(direct[i], within(1e-4f));
                }
            }
        }
    }

    @Test
    void whatIsLoadedReconstructsTheSameBitsOfRowsWithAndWithoutHoles(@TempDir Path folder) {
        Table table = mixed(100, 0.2);
        FittedModel<Autoencoder> fitted = fit(table, 3, FitOptions.DEFAULT.withSeed(3));
        Path file = folder.resolve("model.safetensors");
        fitted.save(file, false);
        FittedModel<?> loaded = FittedModel.load(file);
        assertThat(loaded.model().kind()).isEqualTo(fitted.model().kind());
        Autoencoder model = (Autoencoder) loaded.model();
        assertThat(model.architecture()).isEqualTo(fitted.model().architecture());
        assertThat(model.dimensions()).isEqualTo(fitted.model().dimensions());
        assertThat(model.parameters().samples())
                .isEqualTo(fitted.model().parameters().samples());
        assertThat(model.featureMeans()).isEqualTo(fitted.model().featureMeans());
        try (Workers workers = Workers.of(1)) {
            for (Table rows : new Table[] {table, mixed(70, 0)}) {
                FloatMatrix features = fitted.encoding().encode(rows);
                assertThat(model.reconstruct(features, workers).values())
                        .isEqualTo(fitted.model().reconstruct(features, workers).values());
            }
        }
    }
}
