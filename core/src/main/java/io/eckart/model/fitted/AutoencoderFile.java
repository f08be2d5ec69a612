package io.eckart.model.fitted;

import io.eckart.model.AutoencoderParameters;
import io.eckart.model.CellEstimate;
import io.eckart.model.Pca;
import io.eckart.model.file.Tensor;
import io.eckart.network.Architecture;
import io.eckart.network.Architectures;
import io.eckart.network.Dimensions;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.product.Reals64;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How an autoencoder is stored in a model file: one tensor for each part of its layout, and its sizes and settings as JSON. */
final class AutoencoderFile {
    private static final String ESTIMATE = "estimate.";

    private AutoencoderFile() {}

    static void write(AutoencoderParameters parameters, ModelKinds.Content to) {
        parameters.matrices().forEach((name, matrix) -> to.put(name, Tensor.matrix(matrix)));
        to.put("origin", Tensor.vector(parameters.origin()))
                .put("scale", Tensor.scalar(parameters.scale()))
                .put("means", Tensor.vector(parameters.means()));
        if (parameters.estimate().orElse(null) instanceof Pca pca) {
            addEstimate(to, pca);
        }
        ObjectNode json = to.json();
        putSizes(json, parameters.samples(), parameters.dimensions());
        json.put("bias", parameters.dimensions().bias());
        json.put("estimate", parameters.estimate().orElse(null) instanceof Pca);
        ObjectNode settings = json.putObject("settings");
        new TreeMap<>(parameters.architecture().settings()).forEach(settings::put);
    }

    static void putSizes(ObjectNode json, long samples, Dimensions dimensions) {
        json.put("samples", samples);
        json.put("features", dimensions.features());
        json.put("code_size", dimensions.codeSize());
        json.put("indicator", dimensions.indicator());
    }

    static Dimensions sizes(JsonNode json, boolean bias) {
        int features = ModelJson.count(json, "features");
        return new Dimensions(features, ModelJson.count(json, "code_size"), ModelJson.bool(json, "indicator"), bias);
    }

    static void addEstimate(ModelKinds.Content to, Pca pca) {
        to.putAll(ESTIMATE, ModelKinds.write(pca));
    }

    /** @throws IllegalArgumentException if a part is missing or parts are inconsistent */
    static AutoencoderParameters parameters(String kind, JsonNode json, ModelFile.Parts parts) {
        Architecture architecture = Architectures.of(kind, ModelJson.texts(json, "settings"));
        Dimensions dimensions = sizes(json, ModelJson.bool(json, "bias"));
        long samples = ModelJson.wholeNumber(json, "samples");
        double[] values = values(() -> Networks.of(architecture).layout(dimensions), parts);
        double[] origin = parts.vector("origin");
        double[] means = parts.vector("means");
        double scale = parts.scalar("scale");
        Optional<CellEstimate> estimate = estimate(json, parts, samples).map(pca -> pca);
        return new AutoencoderParameters(architecture, dimensions, values, origin, scale, means, samples, estimate);
    }

    /**
     * Files written before estimates existed have none.
     *
     * @param samples number of rows that the estimate was fitted on
     */
    static Optional<Pca> estimate(JsonNode json, ModelFile.Parts parts, long samples) {
        if (json.path("estimate").isMissingNode() || !ModelJson.bool(json, "estimate")) {
            return Optional.empty();
        }
        return Optional.of(ModelKinds.pca(parts.under(ESTIMATE), samples, true));
    }

    /**
     * The parameters of a network, from one tensor for each part.
     *
     * @param network gives the layout that the settings of the file imply
     */
    static double[] values(Supplier<Layout> network, ModelFile.Parts parts) {
        Layout layout = layout(network);
        layout.parts().forEach(part -> parts.requireMatrix(part.name(), part.rows(), part.columns()));
        Reals64 values = new Reals64(new double[layout.length()]);
        layout.parts().forEach(part -> part.in(values).copyFrom(parts.matrix(part.name())));
        return values.values();
    }

    private static Layout layout(Supplier<Layout> network) {
        try {
            return network.get();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("its settings make a network of more than 2^31 - 1 parameters", e);
        }
    }
}
