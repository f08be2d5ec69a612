package io.eckart.model;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a model file that the models have which only fill. */
final class FillerFile {
    private FillerFile() {}

    static Map<String, Tensor> tensors(Gaussian gaussian) {
        return Map.of(
                "means", Tensor.vector(gaussian.means()),
                "covariance", Tensor.matrix(gaussian.covariance()));
    }

    static Gaussian gaussian(JsonNode json, ModelFile.Parts parts) {
        return new Gaussian(parts.vector("means"), parts.matrix("covariance"), ModelJson.wholeNumber(json, "samples"));
    }

    static Map<String, Tensor> tensors(Constant constant) {
        return Map.of(
                "means", Tensor.vector(constant.means()),
                "deviations", Tensor.vector(constant.deviations()));
    }

    static Constant constant(JsonNode json, ModelFile.Parts parts) {
        return new Constant(parts.vector("means"), parts.vector("deviations"), ModelJson.wholeNumber(json, "samples"));
    }

    /** Tensors hold no NaN: missing cells are 0 in one tensor, and told apart in the other. */
    static Map<String, Tensor> tensors(NearestNeighbours neighbours) {
        DoubleMatrix rows = neighbours.rows().toDouble();
        DoubleMatrix observed = DoubleMatrix.zeros(rows.rows(), rows.columns());
        for (int i = 0; i < rows.values().length; i++) {
            boolean missing = Double.isNaN(rows.values()[i]);
            observed.values()[i] = missing ? 0 : 1;
            rows.values()[i] = missing ? 0 : rows.values()[i];
        }
        return Map.of(
                "rows", Tensor.matrix(rows),
                "observed", Tensor.matrix(observed),
                "means", Tensor.vector(neighbours.means()));
    }

    static void addTo(ObjectNode json, NearestNeighbours neighbours) {
        json.put("neighbours", neighbours.codeSize());
        json.put("weights", neighbours.weights().name().toLowerCase(Locale.ROOT));
    }

    static NearestNeighbours neighbours(JsonNode json, ModelFile.Parts parts) {
        DoubleMatrix observed = parts.matrix("observed");
        FloatMatrix rows = parts.matrix("rows").toFloat();
        if (observed.rows() != rows.rows() || observed.columns() != rows.columns()) {
            throw new IllegalArgumentException("tensors 'rows' and 'observed' differ in shape");
        }
        for (int i = 0; i < rows.values().length; i++) {
            rows.values()[i] = observed.values()[i] == 0 ? Float.NaN : rows.values()[i];
        }
        return new NearestNeighbours(
                rows,
                Math.toIntExact(ModelJson.wholeNumber(json, "neighbours")),
                NeighbourWeights.valueOf(ModelJson.string(json.path("weights"), "weights").toUpperCase(Locale.ROOT)),
                parts.vector("means"));
    }
}
