package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.Fuzzing;
import io.eckart.Mutations;
import io.eckart.model.ModelFileException;
import io.eckart.model.file.Safetensors;
import io.eckart.model.file.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changed models of every kind are loaded or refused with a {@link ModelFileException}, in bounded time and memory: files whose bytes
 * have been changed, and files whose content has been changed and whose checksums are right.
 */
class FuzzedModelTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final int FEW = 600;
    private static final int MANY = 10_000;
    private static final double[] NUMBERS = {
        0, -0.0, 1, -1, 1e-320, 1e300, -1e300, 1e19, Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY, 0.5
    };

    @TempDir
    private Path folder;

    private static List<Path> goldenFiles() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .sorted()
                    .toList();
        }
    }

    private void loadChangedBytes(int trials) throws IOException {
        List<Path> golden = goldenFiles();
        Path file = folder.resolve("model");
        new Fuzzing(3, ModelFileException.class).run("bytes", trials, random -> {
            Files.write(file, Mutations.of(Files.readAllBytes(golden.get(random.nextInt(golden.size()))), random));
            assertThat(FittedModel.load(file).model().features()).isPositive();
        });
    }

    private void loadChangedContent(int trials) throws IOException {
        List<Safetensors.Content> golden = new ArrayList<>();
        goldenFiles().forEach(file -> golden.add(Safetensors.read(file)));
        Path file = folder.resolve("model");
        int accepted = new Fuzzing(5, ModelFileException.class).run("content", trials, random -> {
            write(file, changed(golden.get(random.nextInt(golden.size())), random));
            assertThat(FittedModel.load(file).model().features()).isPositive();
        });
        assertThat(accepted).as("some changes do no harm").isBetween(trials / 100, trials - 1);
    }

    private static void write(Path file, Safetensors.Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            Safetensors.write(out, content);
        }
    }

    private static Safetensors.Content changed(Safetensors.Content content, SplittableRandom random) {
        Map<String, Tensor> tensors = new TreeMap<>(content.tensors());
        Map<String, String> metadata = new TreeMap<>(content.metadata());
        if (random.nextBoolean()) {
            String name = drawn(List.copyOf(metadata.keySet()), random);
            metadata.computeIfPresent(name, (_, text) -> Mutations.of(text, random));
        } else {
            String name = drawn(List.copyOf(tensors.keySet()), random);
            tensors.computeIfPresent(name, (_, tensor) -> changed(tensor, random));
        }
        return new Safetensors.Content(tensors, metadata);
    }

    private static Tensor changed(Tensor tensor, SplittableRandom random) {
        double[] values = tensor.values().clone();
        int rows = tensor.shape().getFirst();
        int columns = tensor.shape().getLast();
        return switch (random.nextInt(5)) {
            case 0 ->
                new Tensor(
                        List.of(columns, rows).subList(0, tensor.shape().size()).equals(tensor.shape())
                                ? List.of(values.length)
                                : List.of(1, values.length),
                        values);
            case 1 -> Tensor.vector(new double[random.nextInt(4)]);
            default -> {
                for (int count = random.nextInt(1, 4); count > 0 && values.length > 0; count--) {
                    values[random.nextInt(values.length)] = NUMBERS[random.nextInt(NUMBERS.length)];
                }
                yield new Tensor(tensor.shape(), values);
            }
        };
    }

    private static String drawn(List<String> names, SplittableRandom random) {
        return names.get(random.nextInt(names.size()));
    }

    @Test
    void changedBytesAreLoadedOrRefused() throws IOException {
        loadChangedBytes(FEW);
    }

    @Test
    void changedContentIsLoadedOrRefused() throws IOException {
        loadChangedContent(FEW);
    }

    @Tag("long")
    @Test
    void manyChangedBytesAreLoadedOrRefused() throws IOException {
        loadChangedBytes(MANY);
    }

    @Tag("long")
    @Test
    void manyChangedContentsAreLoadedOrRefused() throws IOException {
        loadChangedContent(MANY);
    }
}
