package io.eckart.model.file;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.format.OutputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Named float64 vectors and texts in a safetensors file with a checksum: the state of a run that can be resumed. */
public final class StateFile {

    /** The content of a file. */
    public record Content(Map<String, double[]> vectors, Map<String, String> texts) {}

    private StateFile() {}

    /**
     * Replaces an older state; at any moment the file is the complete old one or the complete new one. A process that is killed
     * while writing leaves a hidden file {@code .NAME.*.tmp} in the same directory, which the next write removes.
     *
     * @throws DataException if it cannot be written
     */
    public static void write(Path file, Content content) {
        Map<String, Tensor> tensors = new TreeMap<>();
        content.vectors().forEach((name, values) -> tensors.put(name, new Tensor(List.of(values.length), values)));
        try (OutputFile output = OutputFile.createUnwatched(file, true)) {
            Safetensors.write(output.stream(), new Safetensors.Content(tensors, new TreeMap<>(content.texts())));
            output.commit();
        } catch (IOException e) {
            throw DataException.because(e, Place.of(file), "cannot be written: " + e.getMessage());
        }
    }

    /**
     * Reads a state.
     *
     * @throws io.eckart.model.ModelFileException if the file is damaged or cannot be read
     */
    public static Content read(Path file) {
        Safetensors.Content content = Safetensors.read(file);
        Map<String, double[]> vectors = new TreeMap<>();
        content.tensors().forEach((name, tensor) -> vectors.put(name, tensor.values()));
        return new Content(vectors, content.metadata());
    }
}
