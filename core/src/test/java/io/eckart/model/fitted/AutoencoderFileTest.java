package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.model.ModelConformance;
import io.eckart.model.ModelFileException;
import io.eckart.model.file.Safetensors;
import io.eckart.model.file.Tensor;
import io.eckart.numerics.DoubleMatrix;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files whose checksums hold, but whose contents do not go together. */
class AutoencoderFileTest {
    @TempDir
    private Path folder;

    private static Safetensors.Content sound(String name) {
        return Safetensors.read(Path.of("src", "test", "resources", "golden", name + "-0.1.0.safetensors"));
    }

    private Path written(String name, Consumer<Map<String, Tensor>> tensors, String from, String to) {
        Safetensors.Content sound = sound(name);
        Map<String, Tensor> changed = new TreeMap<>(sound.tensors());
        tensors.accept(changed);
        Map<String, String> metadata = new TreeMap<>(sound.metadata());
        String model = metadata.getOrDefault("model", "");
        assertThat(model).as("what is to be changed is there").contains(from);
        metadata.put("model", model.replace(from, to));
        Path file = folder.resolve("damaged.safetensors");
        try (OutputStream out = Files.newOutputStream(file)) {
            Safetensors.write(out, new Safetensors.Content(changed, metadata));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    private static void assertRefused(Path file, String... parts) {
        assertThatThrownBy(() -> FittedModel.load(file))
                .isInstanceOf(ModelFileException.class)
                .hasMessageContaining("damaged.safetensors")
                .satisfies(
                        e -> Arrays.stream(parts).forEach(part -> assertThat(e).hasMessageContaining(part)));
    }

    private static Stream<String> names() {
        return EveryAutoencoder.names();
    }

    /** The way of damaging is sound itself: without a change the file is read. */
    @ParameterizedTest
    @MethodSource("names")
    void aTensorOfAnotherShapeOrNoneIsRefused(String name) {
        FittedModel.load(written(name, tensors -> {}, "\"features\":6", "\"features\":6"));
        for (String part : sound(name).tensors().keySet()) {
            if (!part.startsWith("encoding.")) {
                assertRefused(written(name, tensors -> tensors.remove(part), "", ""), part);
                assertRefused(written(
                        name, tensors -> tensors.computeIfPresent(part, (_, tensor) -> flipped(tensor)), "", ""));
                assertRefused(
                        written(
                                name,
                                tensors -> tensors.computeIfPresent(part, (_, tensor) -> notFinite(tensor)),
                                "",
                                ""),
                        part,
                        "not finite");
            }
        }
    }

    private static Tensor flipped(Tensor tensor) {
        List<Integer> shape = tensor.shape();
        boolean flips = shape.size() == 2 && !shape.getFirst().equals(shape.getLast());
        return new Tensor(flips ? shape.reversed() : List.of(1, tensor.values().length), tensor.values());
    }

    private static Tensor notFinite(Tensor tensor) {
        double[] values = tensor.values().clone();
        values[values.length - 1] = Double.NaN;
        return new Tensor(tensor.shape(), values);
    }

    @Test
    void theMessageOfAWrongShapeNamesTensorAndBothShapes() {
        Path file = written("free", tensors -> tensors.computeIfPresent("decoder", (_, t) -> flipped(t)), "", "");
        assertRefused(file, "'decoder'", "6 x 3", "3 x 6");
    }

    @ParameterizedTest
    @CsvSource({
        "unrolled, depth, 6, x, depth",
        "unrolled, depth, 6, 0, at least 1",
        "unrolled, step, 1.0, much, step",
        "unrolled, step, 1.0, -1, above 0",
        "unrolled, bounded, true, perhaps, bounded",
        "untied, depth, 4, 5, steps",
        "untied, depth, 4, -3, at least 1",
        "untied, per_layer, false, true, encode.0",
        "untied, per_layer, false, no, per_layer",
        "lista, sparsity, 0.02, NaN, sparsity",
        "lista, depth, 5, 1e3, depth",
        "network, activation, RELU, SWISH, SWISH",
        "network, activation, RELU, relu, activation",
        "network, hidden, 16, 17, weight.0",
        "network, hidden, 16, '16,,16', hidden",
        "network, hidden, 16, 0, at least 1",
        "network, tied, false, 1, tied",
        "network-tied, decoder, 12, 13, mirrored"
    })
    void aSettingThatCannotBeIsRefusedByItsName(String name, String setting, String from, String to, String part) {
        String before = "\"" + setting + "\":\"" + from + "\"";
        Path file = written(name, tensors -> {}, before, "\"" + setting + "\":\"" + to + "\"");
        assertRefused(file, part);
    }

    /** Refused by the header, in less time than anything that the settings claim would take; the bound is generous for slow machines. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unrolled     | \"depth\":\"6\"        | \"depth\":\"2147483647\"                | at most 100000",
                "untied       | \"depth\":\"4\"        | \"depth\":\"2147483647\"                | at most 100000",
                "untied       | \"per_layer\":\"false\" | \"per_layer\":\"true\"                  | 'encode.0'",
                "lista        | \"depth\":\"5\"        | \"depth\":\"1000000000\"                | at most 100000",
                "network      | \"hidden\":\"16\"      | \"hidden\":\"2147483647\"               | 2^31 - 1 parameters",
                "network      | \"hidden\":\"16\"      | \"hidden\":\"MANY\"                     | at most 1000 hidden layers",
                "network      | \"hidden\":\"16\"      | \"hidden\":\"ABSURD\"                   | setting 'hidden' cannot be",
                "network      | \"code_size\":3        | \"code_size\":2147483647              | 2^31 - 1 parameters",
                "free         | \"features\":6         | \"features\":200000000                | 'encoder' must be 3 x 200000000",
                "pinv         | \"code_size\":3        | \"code_size\":100000000               | 'decoder' must be 6 x 100000000",
                "shared       | \"code_size\":3        | \"code_size\":99999999999             | 'code_size' cannot be",
                "masked       | \"networks\":           | \"networks\":900000000                 | .origin'"
            })
    void absurdSettingsAreRefusedByTheHeader(String name, String from, String to, String message) {
        Path file = written(
                name,
                tensors -> {},
                from,
                to.replace("MANY", "1,".repeat(1000) + "1").replace("ABSURD", "1,".repeat(500_000) + "1"));
        assertRefused(file, message);
        long start = System.nanoTime();
        assertRefused(file, message);
        assertThat((System.nanoTime() - start) / 1_000_000).as("milliseconds").isLessThan(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "unrolled, depth",
        "unrolled, step",
        "unrolled, bounded",
        "untied, depth",
        "untied, per_layer",
        "lista, depth",
        "lista, sparsity",
        "network, hidden",
        "network, decoder",
        "network, activation",
        "network, tied"
    })
    void aMissingSettingIsNamed(String name, String setting) {
        String quoted = "\"" + setting + "\":";
        Path file = written(name, tensors -> {}, quoted, "\"other_" + setting + "\":");
        assertRefused(file, "'" + setting + "'", "missing");
    }

    @Test
    void sizesThatDoNotBelongToTheTensorsAreRefused() {
        assertRefused(written("free", tensors -> {}, "\"code_size\":3", "\"code_size\":4"), "encoder");
        assertRefused(written("free", tensors -> {}, "\"code_size\":3", "\"code_size\":-2"), "at least 1");
        assertRefused(written("free", tensors -> {}, "\"features\":6", "\"features\":2000000000"));
        assertRefused(written("free", tensors -> {}, "\"indicator\":true", "\"indicator\":\"yes\""), "indicator");
        assertRefused(written("network", tensors -> {}, "\"bias\":false", "\"bias\":0"), "bias");
        assertRefused(written("free", tensors -> tensors.put("scale", Tensor.scalar(0)), "", ""), "scale");
        assertRefused(written("free", tensors -> tensors.put("scale", Tensor.scalar(-1)), "", ""), "scale");
        assertRefused(
                written("free", tensors -> tensors.put("origin", Tensor.vector(new double[5])), "", ""), "origin");
        assertRefused(written("free", tensors -> tensors.put("means", Tensor.vector(new double[7])), "", ""), "means");
    }

    @Test
    void aStepBeyondTheBoundIsRefusedWithBothNumbers() {
        Path file = written("unrolled", tensors -> {}, "\"step\":\"1.0\"", "\"step\":\"1000.0\"");
        assertRefused(file, "diverges", "step eta = 1000", "2 / s_max^2", "s_max^2 =");
    }

    @Test
    void dependentColumnsOfAPseudoInverseGiveNoCodesThatAreNotNumbers() {
        Path file = written(
                "pinv",
                tensors -> tensors.computeIfPresent("decoder", (_, t) -> Tensor.matrix(DoubleMatrix.zeros(6, 3))),
                "",
                "");
        try {
            FittedModel<?> model = FittedModel.load(file);
            assertThat(model.encode(ModelConformance.mixed(5, 0)).values()).doesNotContain(Float.NaN);
        } catch (ModelFileException e) {
            assertThat(e).hasMessageContaining("damaged");
        }
    }
}
