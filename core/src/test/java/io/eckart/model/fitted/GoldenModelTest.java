package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Table;
import io.eckart.model.ModelConformance;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.NetworkPredictorTest;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.Fit;
import io.eckart.task.label.LabelTask;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.KMeansConfig;
import io.eckart.training.PcaConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Model files of past versions are read for ever. Each file of {@code golden/} was written by {@link #main} of the version in
 * its name, with the codes that it then gave beside it; a new version adds files and changes none.
 */
class GoldenModelTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private static Table rows() {
        return ModelConformance.mixed(12, 0.2);
    }

    private static Stream<String> names() {
        return Stream.concat(
                        Stream.of("pca", "kmeans", "network_classifier", "network_regressor"), EveryAutoencoder.names())
                .map(name -> name + "-0.1.0");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aFileOfAnOldVersionGivesTheCodesItGaveThen(String name) throws IOException {
        FittedModel<?> model = FittedModel.load(FOLDER.resolve(name + ".safetensors"));
        List<String> lines = Files.readAllLines(FOLDER.resolve(name + ".codes.txt"));
        float[] codes = model.encode(rows()).values();
        assertThat(codes).hasSameSizeAs(lines.toArray());
        for (int i = 0; i < codes.length; i++) {
            // Another linear algebra library may round a float32 sum of six products differently.
            assertThat(codes[i]).isCloseTo(Float.parseFloat(lines.get(i)), within(1e-5f));
        }
        assertThat(model.provenance().data()).isEqualTo("mixed");
        assertThat(model.provenance().rows()).isEqualTo(200);
    }

    /** Writes the files of this version into the folder given. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Table table = ModelConformance.mixed(200, 0.1);
        FitOptions options = FitOptions.DEFAULT.withThreads(1).withScaling(io.eckart.data.Scaling.STANDARD);
        write(
                folder.resolve("pca-0.1.0"),
                Fit.pca(table, PcaConfig.components(3), options).model());
        write(
                folder.resolve("kmeans-0.1.0"),
                Fit.kMeans(table, KMeansConfig.clusters(3), options).model());
        for (LabelTask task : LabelTask.values()) {
            FittedModel<NetworkPredictor> predictor = NetworkPredictorTest.fit(0.1, task);
            write(folder.resolve(predictor.model().kind() + "-0.1.0"), predictor);
        }
        for (String name : EveryAutoencoder.names().toList()) {
            AutoencoderConfig of = AutoencoderConfig.of(EveryAutoencoder.of(name), 3);
            write(
                    folder.resolve(name + "-0.1.0"),
                    Fit.autoencoder(table, of, options).model());
        }
    }

    private static void write(Path name, FittedModel<?> model) throws IOException {
        model.save(Path.of(name + ".safetensors"), false);
        List<String> codes = new ArrayList<>();
        for (float code : model.encode(rows()).values()) {
            codes.add(Float.toString(code));
        }
        Files.write(Path.of(name + ".codes.txt"), codes);
    }
}
