package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Table;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.fitted.EveryAutoencoder;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.ModelFile;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.TrainingConfig;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A missing cell is any NaN; which one changes no bit of a fit, a code or a reconstruction. */
class AutoencoderMaskTest {
    private static final long SEED = 41;
    private static final AutoencoderConfig SHORT = AutoencoderConfig.network(2)
            .withTasks(CorruptionTasks.parse("mask:0.3 + gaussian:0.2,mask:0.2"))
            .withTraining(TrainingConfig.DEFAULT.withEpochs(3));

    private static Stream<String> names() {
        return EveryAutoencoder.names();
    }

    private static FittedModel<Autoencoder> fit(String name, Table table) {
        AutoencoderConfig config =
                AutoencoderConfig.of(EveryAutoencoder.of(name), 2).withTasks(SHORT.tasks());
        return EveryAutoencoder.fit(table, config.withTraining(SHORT.training()), FitOptions.DEFAULT.withThreads(1));
    }

    /** Quiet and signalling NaNs of either sign, with a payload that would be a large number if its exponent were read away. */
    private static Table otherNaNs(Table table) {
        SplittableRandom random = new RandomStreams(SEED).stream("payloads");
        double[] cells = new double[table.rows() * table.width()];
        for (int i = 0; i < cells.length; i++) {
            double cell = table.cell(i / table.width(), i % table.width());
            long sign = random.nextBoolean() ? 1L << 63 : 0;
            long payload = sign | 0x7ff0000000000000L | (1 + random.nextLong(1L << 51)) | 1L << 40;
            cells[i] = Double.isNaN(cell) ? Double.longBitsToDouble(payload) : cell;
        }
        return new Table(table.name(), table.schema(), table.rows(), cells, null);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theBitsOfAMissingCellChangeNoBitOfAFit(String name, @TempDir Path folder) {
        Table table = ModelConformance.mixed(90, 0.2);
        FittedModel<Autoencoder> one = fit(name, table);
        FittedModel<Autoencoder> two = fit(name, otherNaNs(table));
        assertThat(checksum(two, folder)).isEqualTo(checksum(one, folder));
        assertThat(two.provenance().findings()).isEqualTo(one.provenance().findings());
        assertThat(one.encode(table).values()).doesNotContain(Float.NaN);
        assertThat(one.encode(otherNaNs(table)).values())
                .isEqualTo(one.encode(table).values());
    }

    private static String checksum(FittedModel<?> model, Path folder) {
        Path file = folder.resolve("model.safetensors");
        model.save(file, true);
        return ModelFile.tensorsChecksum(file);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theBitsOfAMissingCellChangeNoBitOfACodeOrReconstruction(String name) {
        FittedModel<Autoencoder> fitted = fit(name, ModelConformance.mixed(90, 0.2));
        FloatMatrix rows = fitted.encoding().encode(ModelConformance.mixed(70, 0.4));
        SplittableRandom random = new RandomStreams(SEED).stream("cells");
        float[] other = rows.values().clone();
        for (int i = 0; i < other.length; i++) {
            if (Float.isNaN(other[i])) {
                other[i] = Float.intBitsToFloat(
                        0x7f800000 | (1 + random.nextInt((1 << 23) - 1)) | (random.nextBoolean() ? 1 << 31 : 0));
            }
        }
        FloatMatrix changed = new FloatMatrix(rows.rows(), rows.columns(), other);
        try (Workers workers = Workers.of(1)) {
            assertThat(fitted.model().encode(changed, workers).values())
                    .isEqualTo(fitted.model().encode(rows, workers).values());
            float[] reconstruction = fitted.model().reconstruct(rows, workers).values();
            assertThat(reconstruction).doesNotContain(Float.NaN);
            assertThat(fitted.model().reconstruct(changed, workers).values()).isEqualTo(reconstruction);
        }
    }

    /** 0 is a value: where the model has learnt with hidden cells, a cell at the origin and a hidden one differ. */
    @ParameterizedTest
    @MethodSource("names")
    void hiddenAndZeroDiffer(String name) {
        FittedModel<Autoencoder> fitted = fit(name, ModelConformance.mixed(90, 0.2));
        FloatMatrix rows =
                fitted.encoding().encode(ModelConformance.mixed(10, 0)).copyRows(0, 2);
        double[] origin = fitted.model().parameters().origin();
        rows.values()[0] = (float) origin[0];
        System.arraycopy(rows.values(), 0, rows.values(), rows.columns(), rows.columns());
        rows.values()[rows.columns()] = Float.NaN;
        try (Workers workers = Workers.of(1)) {
            FloatMatrix codes = fitted.model().encode(rows, workers);
            assertThat(codes.copyRows(0, 1).values())
                    .as("codes of origin and of hidden, %s", name)
                    .isNotEqualTo(codes.copyRows(1, 2).values());
        }
    }
}
