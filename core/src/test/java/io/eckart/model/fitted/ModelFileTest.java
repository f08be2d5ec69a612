package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Table;
import io.eckart.model.ModelConformance;
import io.eckart.model.ModelFileException;
import io.eckart.model.Pca;
import io.eckart.model.file.Checksum;
import io.eckart.model.file.Safetensors;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.Fit;
import io.eckart.training.PcaConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ModelFileTest {
    private static final long SEED = 5;

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private byte[] bytes = {};

    @BeforeEach
    void writeAModel() throws IOException {
        Table table = ModelConformance.mixed(60, 0.1);
        file = folder.resolve("model.safetensors");
        Fit.pca(table, PcaConfig.components(2), FitOptions.DEFAULT).model().save(file, false);
        bytes = Files.readAllBytes(file);
    }

    private void assertRefused(byte[] content, String... parts) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> FittedModel.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("model.safetensors")
                .satisfies(
                        e -> Arrays.stream(parts).forEach(part -> assertThat(e).hasMessageContaining(part)));
    }

    @Test
    void everyTruncationIsRefused() throws IOException {
        for (int length = 0; length < bytes.length; length += 37) {
            assertRefused(Arrays.copyOf(bytes, length));
        }
        assertRefused(Arrays.copyOf(bytes, bytes.length - 1));
    }

    @Test
    void moreBytesThanTheHeaderSaysAreRefused() throws IOException {
        assertRefused(Arrays.copyOf(bytes, bytes.length + 8), "damaged");
    }

    /** A flip is refused, or it changed nothing that is read (a space between header and tensors). */
    @Test
    void noFlippedBitGoesUnnoticed() throws IOException {
        SplittableRandom random = new RandomStreams(SEED).stream("flips");
        Safetensors.Content sound = Safetensors.read(file);
        int refused = 0;
        for (int trial = 0; trial < 500; trial++) {
            byte[] flipped = bytes.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            try {
                FittedModel.load(file);
                Safetensors.Content read = Safetensors.read(file);
                assertThat(read.metadata()).as("byte %d, seed %d", at, SEED).isEqualTo(sound.metadata());
                assertThat(Checksum.of(new TreeMap<>(read.tensors()).values()))
                        .isEqualTo(Checksum.of(new TreeMap<>(sound.tensors()).values()));
            } catch (ModelFileException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(450);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, Long.MAX_VALUE, Long.MIN_VALUE, 1L << 40, 100_000})
    void aHeaderLengthThatCannotBeIsRefusedBeforeAnythingIsAllocated(long length) throws IOException {
        byte[] wrong = bytes.clone();
        ByteBuffer.wrap(wrong).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        assertRefused(wrong, "is not a model file");
    }

    @Test
    void aTensorLargerThanTheFileIsRefusedBeforeItIsAllocated() throws IOException {
        String header = "{\"a\":{\"dtype\":\"F64\",\"shape\":[100000,20000],\"data_offsets\":[0,16000000000]}}";
        assertRefused(withHeader(header), "cut short");
        String wrap = "{\"a\":{\"dtype\":\"F64\",\"shape\":[2147483647,2147483647],\"data_offsets\":[0,8]}}";
        assertRefused(withHeader(wrap), "does not fit its shape");
        String third = "{\"a\":{\"dtype\":\"F64\",\"shape\":[1,1,1],\"data_offsets\":[0,8]}}";
        assertRefused(withHeader(third), "impossible shape");
    }

    @Test
    void otherSafetensorsFilesAndOtherFilesAreRefused() throws IOException {
        assertRefused(withHeader("{}"), "not a model of Eckart");
        assertRefused(withHeader("[1,2]"), "not a JSON object");
        assertRefused(withHeader("{\"a\":"), "not valid JSON");
        assertRefused(withHeader("{\"a\":1,\"a\":2}"), "not valid JSON");
        assertRefused("sepal,petal\n1,2\n3,4\n".getBytes(StandardCharsets.UTF_8), "is not a model file");
        assertRefused(new byte[0], "too few");
        assertThatThrownBy(() -> FittedModel.load(folder.resolve("none")))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> FittedModel.load(folder)).isInstanceOf(ModelFileException.class);
    }

    private static byte[] withHeader(String json) {
        byte[] header = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + header.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    /** Reads the file by the format's description alone, with nothing of the class under test. */
    @Test
    void anIndependentReaderOfTheFormatFindsTheTensors() {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = Math.toIntExact(buffer.getLong());
        String header = new String(bytes, 8, headerLength, StandardCharsets.UTF_8);
        JsonNode root = JsonMapper.builder().build().readTree(header);
        assertThat((8 + headerLength) % 8).isZero();
        long end = 0;
        for (var entry : root.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                assertThat(entry.getValue().path("dtype").stringValue()).isEqualTo("F64");
                assertThat(entry.getValue().path("data_offsets").path(0).longValue())
                        .isEqualTo(end);
                end = entry.getValue().path("data_offsets").path(1).longValue();
            }
        }
        assertThat(8 + headerLength + end).isEqualTo(bytes.length);
        JsonNode components = root.path("components");
        assertThat(components.path("shape").path(0).intValue()).isEqualTo(2);
        assertThat(components.path("shape").path(1).intValue()).isEqualTo(6);
        int at = 8 + headerLength + components.path("data_offsets").path(0).intValue();
        Pca model = (Pca) FittedModel.load(file).model();
        for (double value : model.components().values()) {
            assertThat(buffer.getDouble(at)).isEqualTo(value);
            at += 8;
        }
    }
}
