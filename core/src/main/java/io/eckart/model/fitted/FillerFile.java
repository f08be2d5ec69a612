package io.eckart.model.fitted;

import io.eckart.model.Autoencoder;
import io.eckart.model.AutoencoderParameters;
import io.eckart.model.Blend;
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
import tools.jackson.databind.JsonNode;

/** How models that only fill are stored in a model file. */
final class FillerFile {
    private static final String NETWORK = "network.";
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private FillerFile() {}

    static void write(Gaussian gaussian, ModelKinds.Content to) {
        to.put("means", Tensor.vector(gaussian.means())).put("covariance", Tensor.matrix(gaussian.covariance()));
        to.json().put("samples", gaussian.samples());
    }

    static Gaussian gaussian(JsonNode json, ModelFile.Parts parts) {
        return new Gaussian(parts.vector("means"), parts.matrix("covariance"), ModelJson.wholeNumber(json, "samples"));
    }

    /** The prior, and each network with its number as a prefix of its names. */
    static void write(MaskedAutoencoder masked, ModelKinds.Content to) {
        write(masked.prior(), to);
        to.json().put("networks", masked.networks().size());
        for (int i = masked.networks().size() - 1; i >= 0; i--) {
            ModelKinds.Content network = ModelKinds.write(masked.networks().get(i));
            to.putAll(NETWORK + i + ".", network);
            to.json().set("network", network.json());
        }
    }

    static MaskedAutoencoder masked(JsonNode json, ModelFile.Parts parts) {
        long count = ModelJson.wholeNumber(json, "networks");
        for (long i = 0; i < count; i++) {
            // Stops at the first that is missing: the settings may claim any number.
            parts.under(NETWORK + i + ".").shape("origin", 1);
        }
        Gaussian prior = gaussian(json, parts);
        List<Autoencoder> networks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            AutoencoderParameters plain =
                    AutoencoderFile.parameters("network", json.path("network"), parts.under(NETWORK + i + "."));
            networks.add(new Autoencoder(plain.estimating(prior)));
        }
        return new MaskedAutoencoder(prior, networks);
    }

    /** Both models, with the prefixes {@code first.} and {@code second.} of their names. */
    static void write(Blend blend, ModelKinds.Content to) {
        ModelKinds.Content first = ModelKinds.write(blend.first());
        ModelKinds.Content second = ModelKinds.write(blend.second());
        to.putAll(FIRST + ".", first);
        to.putAll(SECOND + ".", second);
        to.json().put("weight", blend.weight());
        to.json().put(FIRST + "_kind", blend.first().kind());
        to.json().put(SECOND + "_kind", blend.second().kind());
        to.json().set(FIRST, first.json());
        to.json().set(SECOND, second.json());
    }

    static Blend blend(JsonNode json, ModelFile.Parts parts) {
        return new Blend(part(json, parts, FIRST), part(json, parts, SECOND), ModelJson.number(json, "weight"));
    }

    private static Model part(JsonNode json, ModelFile.Parts parts, String name) {
        String kind = ModelJson.string(json.path(name + "_kind"), name + "_kind");
        return ModelKinds.read(kind, json.path(name), parts.under(name + "."));
    }

    /** Tensors cannot contain NaN: missing cells are 0 in one tensor and marked by 0 in a second one. */
    static void write(NearestNeighbours neighbours, ModelKinds.Content to) {
        DoubleMatrix rows = neighbours.rows().toDouble();
        DoubleMatrix observed = DoubleMatrix.zeros(rows.rows(), rows.columns());
        for (int i = 0; i < rows.values().length; i++) {
            boolean missing = Double.isNaN(rows.values()[i]);
            observed.values()[i] = missing ? 0 : 1;
            rows.values()[i] = missing ? 0 : rows.values()[i];
        }
        to.put("rows", Tensor.matrix(rows))
                .put("observed", Tensor.matrix(observed))
                .put("means", Tensor.vector(neighbours.means()));
        to.json().put("neighbours", neighbours.codeSize());
        to.json().put("weights", neighbours.weights().name().toLowerCase(Locale.ROOT));
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
        String weights = ModelJson.string(json.path("weights"), "weights").toUpperCase(Locale.ROOT);
        int count = ModelJson.count(json, "neighbours");
        return new NearestNeighbours(rows, count, NeighbourWeights.valueOf(weights), parts.vector("means"));
    }
}
