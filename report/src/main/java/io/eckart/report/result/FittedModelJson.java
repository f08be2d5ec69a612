package io.eckart.report.result;

import io.eckart.model.Autoencoder;
import io.eckart.model.Blend;
import io.eckart.model.Classifier;
import io.eckart.model.Constant;
import io.eckart.model.Gaussian;
import io.eckart.model.KMeans;
import io.eckart.model.MaskedAutoencoder;
import io.eckart.model.NearestNeighbours;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.Provenance;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.PipelineClassifier;
import io.eckart.model.label.PipelineRegressor;
import io.eckart.report.Json;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** What a model file holds. */
public final class FittedModelJson {
    private FittedModelJson() {}

    /**
     * The result of {@code inspect}.
     *
     * @param checksum SHA-256 of the tensors, as {@link io.eckart.model.fitted.ModelFile#tensorsChecksum} gives it
     */
    public static ObjectNode of(FittedModel<?> fitted, String checksum) {
        ObjectNode json = Json.object();
        json.put("model", fitted.model().kind());
        json.put("k", fitted.model().codeSize());
        json.put("features", fitted.model().features());
        addModel(json, fitted);
        json.put("tensors_sha256", checksum);
        ObjectNode columns = json.putObject("columns");
        fitted.encoding().schema().columns().forEach(column -> columns.put(column.name(), Json.word(column.type())));
        json.put("scale", Json.word(fitted.encoding().scaling()));
        Provenance provenance = fitted.provenance();
        json.set(
                "provenance",
                Json.record(provenance)
                        .set("configuration", Json.value(provenance.sortedConfiguration()))
                        .set("findings", Json.value(provenance.sortedFindings())));
        return json;
    }

    private static void addModel(ObjectNode json, FittedModel<?> fitted) {
        switch (fitted.model()) {
            case Pca pca -> {
                json.put("center", pca.centered());
                json.put("optimum", pca.parameters().optimum());
                json.put("total_energy", pca.parameters().totalEnergy());
                json.set("singular_values", Json.value(pca.parameters().singularValues()));
                json.set("energy_ratios", Json.value(pca.parameters().energyRatios()));
            }
            case KMeans kMeans -> json.put("inertia", kMeans.inertia());
            case Autoencoder autoencoder -> addTo(json, autoencoder);
            case NetworkPredictor predictor -> addTo(json, predictor);
            case Gaussian gaussian -> json.put("ridge", gaussian.ridge());
            case NearestNeighbours neighbours -> {
                json.put("weights", Json.word(neighbours.weights()));
                json.put("kept_rows", neighbours.rows().rows());
            }
            case MaskedAutoencoder masked -> {
                json.put("networks", masked.networks().size());
                addTo(json, masked.networks().getFirst());
            }
            case Blend blend -> {
                json.put("first", blend.first().kind());
                json.put("second", blend.second().kind());
                json.put("weight", blend.weight());
            }
            case Constant constant -> json.set("means", Json.value(constant.means()));
            case PipelineClassifier classifier -> {
                json.put("stage", classifier.stage().kind());
                json.set("classes", Json.value(classifier.classes()));
            }
            case PipelineRegressor regressor ->
                json.put("stage", regressor.stage().kind());
            default -> {} // nothing but what every model has
        }
    }

    private static void addTo(ObjectNode json, Autoencoder autoencoder) {
        json.put("parameters", autoencoder.parameters().count());
        json.put("scale_of_rows", autoencoder.parameters().scale());
        json.put("indicator", autoencoder.dimensions().indicator());
        json.put("bias", autoencoder.dimensions().bias());
        json.set("settings", Json.value(new TreeMap<>(autoencoder.architecture().settings())));
    }

    private static void addTo(ObjectNode json, NetworkPredictor predictor) {
        json.put("parameters", predictor.parameters().count());
        json.put("scale_of_rows", predictor.parameters().scale());
        json.put("indicator", predictor.parameters().dimensions().indicator());
        if (predictor instanceof Classifier classifier) {
            json.set("classes", Json.value(classifier.classes()));
        }
        json.set(
                "settings",
                Json.value(new TreeMap<>(predictor.parameters().encoder().settings())));
    }
}
