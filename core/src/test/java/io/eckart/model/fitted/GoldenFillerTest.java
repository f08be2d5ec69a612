package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.model.Filler;
import io.eckart.model.FillerConformanceTest;
import io.eckart.model.ModelConformance;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.fill.Fill;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of models that only fill are read for ever: each file of {@code golden/} was written by {@link #main} of the version in its
 * name, with what it filled in then beside it.
 */
class GoldenFillerTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private static float[] filled(FittedModel<?> model) {
        Table rows = ModelConformance.mixed(12, 0.2);
        FloatMatrix features = model.encoding().encode(rows);
        try (Workers workers = Workers.of(1)) {
            return ((Filler) model.model()).fill(features, workers).values();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mean", "gaussian", "neighbours", "masked"})
    void aFileOfAnOldVersionFillsAsItDidThen(String name) throws IOException {
        FittedModel<?> model = FittedModel.load(FOLDER.resolve(name + "-0.1.0.safetensors"));
        List<String> lines = Files.readAllLines(FOLDER.resolve(name + "-0.1.0.filled.txt"));
        float[] filled = filled(model);
        assertThat(filled).hasSameSizeAs(lines.toArray());
        for (int i = 0; i < filled.length; i++) {
            // Another linear algebra library may round a float32 sum differently.
            assertThat(filled[i]).isCloseTo(Float.parseFloat(lines.get(i)), within(1e-5f));
        }
        assertThat(model.encoding().ranges()).isPresent();
    }

    /** Writes the files of this version into the folder given. */
    public static void main(String[] arguments) throws IOException {
        Table table = ModelConformance.mixed(60, 0.1);
        FitOptions options = FitOptions.DEFAULT.withThreads(1).withScaling(Scaling.STANDARD);
        for (String name : List.of("mean", "gaussian", "neighbours", "masked")) {
            FittedModel<?> model = Fill.with(table, FillerConformanceTest.method(name), options);
            model.save(Path.of(arguments[0], name + "-0.1.0.safetensors"), false);
            List<String> lines = new ArrayList<>();
            for (float cell : filled(model)) {
                lines.add(Float.toString(cell));
            }
            Files.write(Path.of(arguments[0], name + "-0.1.0.filled.txt"), lines);
        }
    }
}
