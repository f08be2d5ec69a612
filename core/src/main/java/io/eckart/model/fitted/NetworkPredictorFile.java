package io.eckart.model.fitted;

import io.eckart.model.Pca;
import io.eckart.model.file.Tensor;
import io.eckart.model.label.NetworkRegressor;
import io.eckart.model.label.PredictorParameters;
import io.eckart.network.Architecture;
import io.eckart.network.Architectures;
import io.eckart.network.Dimensions;
import io.eckart.network.Head;
import io.eckart.network.LinearHead;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.SoftmaxHead;
import io.eckart.network.layer.PredictorNetwork;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a network with a head is stored in a model file: one tensor for each part of its layout, and its sizes and settings as JSON. */
final class NetworkPredictorFile {
    private NetworkPredictorFile() {}

    static void write(PredictorParameters parameters, ModelKinds.Content to) {
        parameters.matrices().forEach((name, matrix) -> to.put(name, Tensor.matrix(matrix)));
        to.put("origin", Tensor.vector(parameters.origin())).put("scale", Tensor.scalar(parameters.scale()));
        parameters.estimate().ifPresent(pca -> AutoencoderFile.addEstimate(to, pca));
        ObjectNode json = to.json();
        AutoencoderFile.putSizes(json, parameters.samples(), parameters.dimensions());
        json.put("estimate", parameters.estimate().isPresent());
        json.put(
                "estimate_samples",
                parameters.estimate().map(pca -> pca.parameters().samples()).orElse(0L));
        switch (parameters.head()) {
            case SoftmaxHead softmax -> {
                ArrayNode classes = json.putArray("classes");
                softmax.classes().forEach(classes::add);
            }
            case LinearHead linear -> {
                json.put("label_shift", linear.shift());
                json.put("label_scale", linear.scale());
            }
        }
        ObjectNode settings = json.putObject("settings");
        new TreeMap<>(parameters.encoder().settings()).forEach(settings::put);
    }

    /** @throws IllegalArgumentException if a part is missing or parts are inconsistent */
    static PredictorParameters parameters(String kind, JsonNode json, ModelFile.Parts parts) {
        Architecture architecture = Architectures.of("network", ModelJson.texts(json, "settings"));
        PredictorNetwork network = new PredictorNetwork((NetworkEncoder) architecture, head(kind, json));
        Dimensions dimensions = AutoencoderFile.sizes(json, false);
        double[] values = AutoencoderFile.values(() -> network.layout(dimensions), parts);
        double[] origin = parts.vector("origin");
        double scale = parts.scalar("scale");
        long samples = ModelJson.wholeNumber(json, "samples");
        Optional<Pca> estimate = AutoencoderFile.estimate(json, parts, ModelJson.wholeNumber(json, "estimate_samples"));
        return new PredictorParameters(
                network.encoder(), network.head(), dimensions, values, origin, scale, samples, estimate);
    }

    private static Head head(String kind, JsonNode json) {
        if (kind.equals(NetworkRegressor.KIND)) {
            return new LinearHead(ModelJson.number(json, "label_shift"), ModelJson.number(json, "label_scale"));
        }
        return new SoftmaxHead(ModelJson.strings(json, "classes"));
    }
}
