package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.format.OutputFile;
import io.eckart.model.ModelConformance;
import io.eckart.model.ModelFileException;
import io.eckart.model.file.Safetensors;
import io.eckart.model.file.Tensor;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.Fit;
import io.eckart.training.PcaConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files whose checksums are right and whose content is not: a writer with a fault, or with bad intent. */
class DamagedModelTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Map<String, Tensor> tensors = Map.of();
    private Map<String, String> metadata = Map.of();

    @BeforeEach
    void writeAModel() {
        file = folder.resolve("model.safetensors");
        Fit.pca(ModelConformance.mixed(60, 0), PcaConfig.components(2), FitOptions.DEFAULT.withThreads(1))
                .model()
                .save(file, false);
        Safetensors.Content content = Safetensors.read(file);
        tensors = new TreeMap<>(content.tensors());
        metadata = new TreeMap<>(content.metadata());
    }

    private void assertRefused(String part) throws IOException {
        try (OutputFile output = OutputFile.create(file, true)) {
            Safetensors.write(output.stream(), new Safetensors.Content(tensors, metadata));
            output.commit();
        }
        assertThatThrownBy(() -> FittedModel.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(part);
    }

    @Test
    void whatIsWrittenUnchangedIsRead() throws IOException {
        byte[] before = Files.readAllBytes(file);
        try (OutputFile output = OutputFile.create(file, true)) {
            Safetensors.write(output.stream(), new Safetensors.Content(tensors, metadata));
            output.commit();
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(FittedModel.load(file).model().kind()).isEqualTo("pca");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "format | other | not a model of Eckart",
                "format_version | 2 | format version '2'",
                "kind | pea | 'pea' is not known",
                "kind | kmeans | 'centroids'",
                "model | {} | 'samples' must be a whole number",
                "model | {\"samples\": 1.5, \"center\": true} | 'samples' must be a whole number",
                "model | {\"samples\": 1e30, \"center\": true} | 'samples' must be a whole number",
                "model | {\"samples\": 60, \"center\": 1} | 'center' must be true or false",
                "model | {\"samples\": 0, \"center\": true} | samples 0",
                "model | { | not valid JSON",
                "encoding | {} | is damaged",
                "provenance | {} | 'data' must be a text"
            })
    void wrongMetadataAreRefused(String name, String text, String message) throws IOException {
        metadata.put(name, text);
        assertRefused(message);
    }

    @ParameterizedTest
    @CsvSource({"kind", "model", "encoding", "provenance"})
    void missingMetadataAreNamed(String name) throws IOException {
        metadata.remove(name);
        assertRefused("metadata '" + name + "' is missing");
    }

    @ParameterizedTest
    @CsvSource({"components, 2", "means, 1", "singular_values, 1", "total_energy, 1", "encoding.shift, 1"})
    void missingTensorsAreNamed(String name, int dimensions) throws IOException {
        Tensor tensor = tensors.remove(name);
        assertThat(tensor).isNotNull();
        assertRefused("tensor '" + name + "' with " + dimensions + " dimensions is missing");
    }

    @Test
    void tensorsOfOtherShapesAreRefused() throws IOException {
        Tensor means = tensors.put("means", new Tensor(List.of(1, 1), new double[1]));
        assertRefused("'means'");
        tensors.put("means", Tensor.vector(new double[1]));
        assertRefused("do not go together");
        assertThat(means).isNotNull();
        tensors.put("total_energy", Tensor.vector(new double[2]));
        assertRefused("tensor 'total_energy' must hold one value");
    }

    @Test
    void numbersThatAreNotFiniteAreRefused() throws IOException {
        for (double value : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            tensors.put("total_energy", Tensor.scalar(value));
            assertRefused("tensor 'total_energy' holds a value that is not finite");
        }
    }

    @Test
    void scoresThatDoNotGoTogetherAreRefused() throws IOException {
        tensors.put("scores.cube_roots", Tensor.vector(new double[3]));
        assertRefused("'scores.cube_roots' must hold four values");
    }

    /** Headers written by hand, each followed by 16 bytes of tensors. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,16]} | tensor 'a'",
                "'a':{'dtype':'F64','shape':2,'data_offsets':[0,16]} | tensor 'a'",
                "'a':{'dtype':'F64','shape':[2],'data_offsets':[0,16,32]} | tensor 'a'",
                "'a':{'dtype':'F64','shape':[2],'data_offsets':['x',16]} | tensor 'a'",
                "'a':{'dtype':'F64','shape':[2],'data_offsets':[0,'x']} | tensor 'a'",
                "'a':{'dtype':'F64','shape':[-2],'data_offsets':[0,16]} | impossible shape",
                "'a':{'dtype':'F64','shape':[2.5],'data_offsets':[0,16]} | impossible shape",
                "'a':{'dtype':'F64','shape':[2],'data_offsets':[16,0]} | does not fit its shape [2]",
                "'a':{'dtype':'F64','shape':[2],'data_offsets':[-16,0]} | does not fit its shape [2]",
                "'a':{'dtype':'F64','shape':[3],'data_offsets':[0,16]} | does not fit its shape [3]",
                "'a':{'dtype':'F64','shape':[1],'data_offsets':[8,16]} | 'a' is not where it belongs",
                "'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]},"
                        + "'b':{'dtype':'F64','shape':[1],'data_offsets':[0,8]} | 'b' is not where it belongs",
                "'a':{'dtype':'F64','shape':[1],'data_offsets':[0,8]} | tensors take 8 bytes, the file holds 16",
                "'a':{'dtype':'F64','shape':[2],'data_offsets':[0,16]},'__metadata__':{'x':1} | metadata 'x' is not a text",
                "'a':{'dtype':'F64','shape':[2],'data_offsets':[0,16]},'__metadata__':{'x':'1'} | not a model of Eckart"
            })
    void headersThatLieAreRefused(String entries, String message) throws IOException {
        byte[] header = ("{" + entries.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8);
        ByteBuffer content = ByteBuffer.allocate(8 + header.length + 16).order(ByteOrder.LITTLE_ENDIAN);
        content.putLong(header.length).put(header);
        Files.write(file, content.array());
        assertThatThrownBy(() -> FittedModel.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining(message);
    }
}
