package io.eckart.model.fitted;

import io.eckart.data.ColumnRanges;
import io.eckart.data.DataException;
import io.eckart.data.Encoding;
import io.eckart.data.Place;
import io.eckart.data.format.OutputFile;
import io.eckart.model.Model;
import io.eckart.model.ModelFileException;
import io.eckart.model.file.Safetensors;
import io.eckart.model.file.Tensor;
import io.eckart.model.file.TensorFile;
import io.eckart.numerics.DoubleMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Model files: safetensors with the parameters as F64 tensors, and kind, encoding and provenance as JSON texts in the
 * metadata. Nothing in a file is executed, and everything is checked before a model is made.
 */
public final class ModelFile {
    private static final String FORMAT = "eckart";
    private static final int FORMAT_VERSION = 1;

    private ModelFile() {}

    /**
     * Writes a model; on failure no file is left.
     *
     * @throws DataException if the file exists and {@code overwrite} is false, or cannot be written
     */
    static void write(Path file, FittedModel<?> fitted, boolean overwrite) {
        ModelKinds.Content model = ModelKinds.write(fitted.model());
        Map<String, Tensor> tensors = model.tensors();
        tensors.put("encoding.shift", Tensor.vector(fitted.encoding().shift()));
        tensors.put("encoding.scale", Tensor.vector(fitted.encoding().scale()));
        fitted.scores().ifPresent(reference -> tensors.putAll(ScoreReferenceFile.tensors(reference)));
        fitted.encoding().ranges().ifPresent(ranges -> {
            tensors.put("encoding.least", Tensor.vector(ranges.least()));
            tensors.put("encoding.most", Tensor.vector(ranges.most()));
        });
        Map<String, String> metadata = new TreeMap<>();
        metadata.put("format", FORMAT);
        metadata.put("format_version", String.valueOf(FORMAT_VERSION));
        metadata.put("kind", fitted.model().kind());
        metadata.put("model", model.json().toString());
        metadata.put("encoding", ModelJson.encoding(fitted.encoding()).toString());
        metadata.put("provenance", ModelJson.provenance(fitted.provenance()).toString());
        try (OutputFile output = OutputFile.create(file, overwrite)) {
            Safetensors.write(output.stream(), new Safetensors.Content(tensors, metadata));
            output.commit();
        } catch (IOException e) {
            throw DataException.because(e, Place.of(file), "cannot be written: " + e.getMessage());
        }
    }

    /**
     * The SHA-256 of a model file's tensor bytes, in hexadecimal: equal for equal parameters, whatever the time of the fit and
     * the number of threads.
     *
     * @throws ModelFileException if the file is not a model or is damaged
     */
    public static String tensorsChecksum(Path file) {
        try (TensorFile tensors = TensorFile.open(file)) {
            return tensors.checksum();
        }
    }

    /**
     * Settings are compared with the shapes in the header before a tensor is read, so that what they claim never allocates more than
     * the file has bytes for.
     *
     * @throws ModelFileException if the file is not a model or is damaged
     */
    static FittedModel<?> read(Path file) {
        try (TensorFile tensors = TensorFile.open(file)) {
            requireFormat(file, tensors.metadata());
            FittedModel<?> fitted = fitted(new Parts(tensors, ""));
            tensors.requireSound();
            return fitted;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ModelFileException(file, "is damaged: " + e.getMessage(), e);
        }
    }

    private static FittedModel<?> fitted(Parts parts) {
        Model model = ModelKinds.read(parts.metadata("kind"), parts.json("model"), parts);
        Encoding encoding = ModelJson.encoding(
                parts.json("encoding"), parts.vector("encoding.shift"), parts.vector("encoding.scale"), parts.ranges());
        Provenance provenance = ModelJson.provenance(parts.json("provenance"));
        return new FittedModel<>(encoding, model, provenance, ScoreReferenceFile.read(parts));
    }

    private static void requireFormat(Path file, Map<String, String> metadata) {
        if (!FORMAT.equals(metadata.get("format"))) {
            throw new ModelFileException(file, "is a safetensors file, but not a model of Eckart");
        }
        String version = metadata.getOrDefault("format_version", "");
        if (!version.equals(String.valueOf(FORMAT_VERSION))) {
            throw new ModelFileException(
                    file, "has format version '" + version + "'; this program reads version " + FORMAT_VERSION);
        }
    }

    /**
     * The parts of a file by name; each is checked to exist and to have the right number of dimensions.
     *
     * @param prefix which all names of these parts begin with in the file
     */
    record Parts(TensorFile file, String prefix) {
        String metadata(String name) {
            String text = file.metadata().get(name);
            if (text == null) {
                throw new IllegalArgumentException("metadata '" + name + "' is missing");
            }
            return text;
        }

        /** The tensors whose names start with this prefix, by the rest of their names. */
        Parts under(String more) {
            return new Parts(file, prefix + more);
        }

        JsonNode json(String name) {
            return ModelJson.parse(metadata(name));
        }

        boolean has(String tensor) {
            return file.names().contains(prefix + tensor);
        }

        /** The shape of a tensor, which is not read. */
        List<Integer> shape(String name, int dimensions) {
            if (!has(name) || file.shape(prefix + name).size() != dimensions) {
                throw new IllegalArgumentException(
                        "tensor '" + prefix + name + "' with " + dimensions + " dimensions is missing");
            }
            return file.shape(prefix + name);
        }

        private double[] values(String name) {
            double[] values = file.read(prefix + name).values();
            for (double value : values) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException(
                            "tensor '" + prefix + name + "' holds a value that is not finite");
                }
            }
            return values;
        }

        double[] vector(String name) {
            shape(name, 1);
            return values(name);
        }

        /** Empty for models that were not fitted to fill and for files written before ranges existed. */
        Optional<ColumnRanges> ranges() {
            return has("encoding.least")
                    ? Optional.of(new ColumnRanges(vector("encoding.least"), vector("encoding.most")))
                    : Optional.empty();
        }

        double scalar(String name) {
            if (shape(name, 1).getFirst() != 1) {
                throw new IllegalArgumentException("tensor '" + prefix + name + "' must hold one value");
            }
            return values(name)[0];
        }

        DoubleMatrix matrix(String name) {
            List<Integer> shape = shape(name, 2);
            return new DoubleMatrix(shape.getFirst(), shape.getLast(), values(name));
        }

        /** @throws IllegalArgumentException if the file has no matrix of this name and shape; its values are not read */
        void requireMatrix(String name, int rows, int columns) {
            List<Integer> shape = shape(name, 2);
            if (!shape.equals(List.of(rows, columns))) {
                throw new IllegalArgumentException("tensor '" + prefix + name + "' must be " + rows + " x " + columns
                        + ", is " + shape.getFirst() + " x " + shape.getLast());
            }
        }
    }
}
