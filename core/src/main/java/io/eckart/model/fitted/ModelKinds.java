package io.eckart.model.fitted;

import io.eckart.model.Autoencoder;
import io.eckart.model.Blend;
import io.eckart.model.Constant;
import io.eckart.model.Gaussian;
import io.eckart.model.KMeans;
import io.eckart.model.MaskedAutoencoder;
import io.eckart.model.Model;
import io.eckart.model.NearestNeighbours;
import io.eckart.model.Pca;
import io.eckart.model.PcaParameters;
import io.eckart.model.file.Safetensors;
import io.eckart.model.file.Tensor;
import io.eckart.model.label.NetworkClassifier;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.NetworkRegressor;
import io.eckart.model.label.Pipeline;
import io.eckart.model.label.PipelineClassifier;
import io.eckart.model.label.PipelineRegressor;
import io.eckart.numerics.DoubleMatrix;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How each kind of model is written and read: the one place where all kinds are listed. */
final class ModelKinds {
    private ModelKinds() {}

    /**
     * The content of a model in a file, apart from its kind.
     *
     * @param tensors its parameters, by name
     * @param json its settings
     */
    record Content(Map<String, Tensor> tensors, ObjectNode json) {
        private Content() {
            this(new TreeMap<>(), Safetensors.mapper().createObjectNode());
        }

        Content put(String name, Tensor tensor) {
            tensors.put(name, tensor);
            return this;
        }

        /** Adds the tensors of a part, with a prefix of their names. */
        void putAll(String prefix, Content part) {
            part.tensors.forEach((name, tensor) -> tensors.put(prefix + name, tensor));
        }
    }

    static Content write(Model model) {
        Content to = new Content();
        switch (model) {
            case Pca pca -> {
                to.put("components", Tensor.matrix(pca.components()))
                        .put("singular_values", Tensor.vector(pca.parameters().singularValues()))
                        .put("means", Tensor.vector(pca.parameters().means()))
                        .put("total_energy", Tensor.scalar(pca.parameters().totalEnergy()));
                to.json.put("center", pca.centered());
                to.json.put("samples", pca.parameters().samples());
            }
            case KMeans kMeans -> {
                to.put("centroids", Tensor.matrix(kMeans.centroids()))
                        .put("means", Tensor.vector(kMeans.means()))
                        .put("inertia", Tensor.scalar(kMeans.inertia()));
                to.json.put("samples", kMeans.samples());
            }
            case Autoencoder autoencoder -> AutoencoderFile.write(autoencoder.parameters(), to);
            case Pipeline pipeline -> PipelineFile.write(pipeline, to);
            case NetworkPredictor predictor -> NetworkPredictorFile.write(predictor.parameters(), to);
            case Gaussian gaussian -> FillerFile.write(gaussian, to);
            case NearestNeighbours neighbours -> FillerFile.write(neighbours, to);
            case MaskedAutoencoder masked -> FillerFile.write(masked, to);
            case Blend blend -> FillerFile.write(blend, to);
            case Constant constant -> {
                to.put("means", Tensor.vector(constant.means()))
                        .put("deviations", Tensor.vector(constant.deviations()));
                to.json.put("samples", constant.samples());
            }
            default -> throw new IllegalArgumentException("a " + model.kind() + " model cannot be saved");
        }
        return to;
    }

    /** @throws IllegalArgumentException if the kind is not known, a part is missing, or parts are inconsistent */
    static Model read(String kind, JsonNode json, ModelFile.Parts parts) {
        return switch (kind) {
            case "pca" -> pca(parts, ModelJson.wholeNumber(json, "samples"), ModelJson.bool(json, "center"));
            case "kmeans" -> {
                DoubleMatrix centroids = parts.matrix("centroids");
                double[] means = parts.vector("means");
                long samples = ModelJson.wholeNumber(json, "samples");
                yield new KMeans(centroids, means, parts.scalar("inertia"), samples);
            }
            case "gaussian" -> FillerFile.gaussian(json, parts);
            case "neighbours" -> FillerFile.neighbours(json, parts);
            case "masked" -> FillerFile.masked(json, parts);
            case "blend" -> FillerFile.blend(json, parts);
            case "mean" ->
                new Constant(parts.vector("means"), parts.vector("deviations"), ModelJson.wholeNumber(json, "samples"));
            case "free", "pinv", "shared", "unrolled", "untied", "lista", "network" ->
                new Autoencoder(AutoencoderFile.parameters(kind, json, parts));
            case PipelineClassifier.KIND, PipelineRegressor.KIND -> PipelineFile.read(kind, json, parts);
            case NetworkClassifier.KIND, NetworkRegressor.KIND ->
                NetworkPredictor.of(NetworkPredictorFile.parameters(kind, json, parts));
            default -> throw new IllegalArgumentException("the kind of model '" + kind + "' is not known");
        };
    }

    /** PCA from its tensors. */
    static Pca pca(ModelFile.Parts parts, long samples, boolean centred) {
        DoubleMatrix components = parts.matrix("components");
        double energy = parts.scalar("total_energy");
        double[] values = parts.vector("singular_values");
        return new Pca(new PcaParameters(components, values, energy, parts.vector("means"), samples), centred);
    }
}
