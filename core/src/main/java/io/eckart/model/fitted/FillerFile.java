package io.eckart.model.fitted;

import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.model.Blend;
import io.eckart.model.Constant;
import io.eckart.model.Gaussian;
import io.eckart.model.MaskedAutoencoder;
import io.eckart.model.Model;
import io.eckart.model.NearestNeighbours;
import io.eckart.model.NeighbourWeights;
import io.eckart.model.file.Tensor;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a model file that the models have which only fill. */
final class FillerFile {
    private static final String NETWORK = "network.";
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private FillerFile() {}

    static Map<String, Tensor> tensors(Gaussian gaussian) {
        return Map.of(
                "means", Tensor.vector(gaussian.means()),
                "covariance", Tensor.matrix(gaussian.covariance()));
    }

    static Gaussian gaussian(JsonNode json, ModelFile.Parts parts) {
        return new Gaussian(parts.vector("means"), parts.matrix("covariance"), ModelJson.wholeNumber(json, "samples"));
    }

    /** Those of the prior, and those of each network with its number before their names. */
    static Map<String, Tensor> tensors(MaskedAutoencoder masked) {
        Map<String, Tensor> tensors = new TreeMap<>(tensors(masked.prior()));
        for (int i = 0; i < masked.networks().size(); i++) {
            String prefix = NETWORK + i + ".";
            AutoencoderFile.tensors(masked.networks().get(i).parameters())
                    .forEach((name, tensor) -> tensors.put(prefix + name, tensor));
        }
        return tensors;
    }

    static void addTo(ObjectNode json, MaskedAutoencoder masked) {
        json.put("samples", masked.prior().samples());
        json.put("networks", masked.networks().size());
        ObjectNode network = json.putObject("network");
        AutoencoderFile.addTo(network, masked.networks().getFirst().parameters());
    }

    static MaskedAutoencoder masked(JsonNode json, ModelFile.Parts parts) {
        Gaussian prior = gaussian(json, parts);
        List<Autoencoder> networks = new ArrayList<>();
        for (int i = 0; i < ModelJson.wholeNumber(json, "networks"); i++) {
            AutoencoderParameters plain =
                    AutoencoderFile.parameters("network", json.path("network"), parts.under(NETWORK + i + "."));
            networks.add(new Autoencoder(plain.estimating(prior)));
        }
        return new MaskedAutoencoder(prior, networks);
    }

    /** Those of both models, with {@code first.} and {@code second.} before their names. */
    static Map<String, Tensor> tensors(Blend blend) {
        Map<String, Tensor> tensors = new TreeMap<>();
        ModelFile.tensors(blend.first()).forEach((name, tensor) -> tensors.put(FIRST + "." + name, tensor));
        ModelFile.tensors(blend.second()).forEach((name, tensor) -> tensors.put(SECOND + "." + name, tensor));
        return tensors;
    }

    static void addTo(ObjectNode json, Blend blend) {
        json.put("weight", blend.weight());
        json.put(FIRST + "_kind", blend.first().kind());
        json.put(SECOND + "_kind", blend.second().kind());
        json.set(FIRST, ModelJson.model(blend.first()));
        json.set(SECOND, ModelJson.model(blend.second()));
    }

    static Blend blend(JsonNode json, ModelFile.Parts parts) {
        return new Blend(part(json, parts, FIRST), part(json, parts, SECOND), ModelJson.number(json, "weight"));
    }

    private static Model part(JsonNode json, ModelFile.Parts parts, String name) {
        String kind = ModelJson.string(json.path(name + "_kind"), name + "_kind");
        return ModelFile.model(kind, json.path(name), parts.under(name + "."));
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
                NeighbourWeights.valueOf(
                        ModelJson.string(json.path("weights"), "weights").toUpperCase(Locale.ROOT)),
                parts.vector("means"));
    }
}
