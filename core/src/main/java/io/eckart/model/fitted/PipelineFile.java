package io.eckart.model.fitted;

import io.eckart.model.Autoencoder;
import io.eckart.model.Model;
import io.eckart.model.Pca;
import io.eckart.model.file.Tensor;
import io.eckart.model.label.FeatureStage;
import io.eckart.model.label.LinearRule;
import io.eckart.model.label.NeighbourMean;
import io.eckart.model.label.NeighbourVote;
import io.eckart.model.label.PipelineClassifier;
import io.eckart.model.label.PipelineRegressor;
import io.eckart.model.label.SoftmaxRule;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a model file that pipelines have: those of the stage, {@code stage.…}, and those of the rule, {@code rule.…}. */
final class PipelineFile {
    private static final String STAGE = "stage.";
    private static final String RULE = "rule.";

    private PipelineFile() {}

    static Map<String, Tensor> tensors(PipelineClassifier classifier) {
        Map<String, Tensor> tensors = stageTensors(classifier.stage());
        switch (classifier.rule()) {
            case SoftmaxRule softmax -> {
                tensors.put(RULE + "weights", Tensor.matrix(softmax.weights()));
                tensors.put(RULE + "bias", Tensor.vector(softmax.bias()));
            }
            case NeighbourVote vote -> {
                tensors.put(RULE + "rows", Tensor.matrix(vote.rows().toDouble()));
                tensors.put(
                        RULE + "classes",
                        Tensor.vector(Arrays.stream(vote.of()).asDoubleStream().toArray()));
            }
        }
        return tensors;
    }

    static Map<String, Tensor> tensors(PipelineRegressor regressor) {
        Map<String, Tensor> tensors = stageTensors(regressor.stage());
        switch (regressor.rule()) {
            case LinearRule linear -> {
                tensors.put(RULE + "weights", Tensor.vector(linear.weights()));
                tensors.put(RULE + "bias", Tensor.scalar(linear.bias()));
            }
            case NeighbourMean mean -> {
                tensors.put(RULE + "rows", Tensor.matrix(mean.rows().toDouble()));
                tensors.put(RULE + "values", Tensor.vector(mean.values()));
            }
        }
        return tensors;
    }

    private static Map<String, Tensor> stageTensors(FeatureStage stage) {
        Map<String, Tensor> tensors = new TreeMap<>();
        switch (stage) {
            case FeatureStage.Raw raw -> {
                double[] means = new double[raw.means().length];
                Arrays.setAll(means, j -> raw.means()[j]);
                tensors.put(STAGE + "means", Tensor.vector(means));
            }
            case FeatureStage.Components components -> addTensors(tensors, components.pca());
            case FeatureStage.Codes codes -> addTensors(tensors, codes.autoencoder());
        }
        return tensors;
    }

    private static void addTensors(Map<String, Tensor> tensors, Model inner) {
        ModelFile.tensors(inner).forEach((name, tensor) -> tensors.put(STAGE + name, tensor));
    }

    static void addTo(ObjectNode json, PipelineClassifier classifier) {
        addStage(json, classifier.stage());
        ArrayNode names = json.putArray("classes");
        classifier.classes().forEach(names::add);
        switch (classifier.rule()) {
            case SoftmaxRule _ -> json.put("rule", "softmax");
            case NeighbourVote vote -> {
                json.put("rule", "nearest");
                json.put("neighbours", vote.neighbours());
            }
        }
    }

    static void addTo(ObjectNode json, PipelineRegressor regressor) {
        addStage(json, regressor.stage());
        switch (regressor.rule()) {
            case LinearRule _ -> json.put("rule", "linear");
            case NeighbourMean mean -> {
                json.put("rule", "nearest");
                json.put("neighbours", mean.neighbours());
            }
        }
    }

    private static void addStage(ObjectNode json, FeatureStage stage) {
        ObjectNode node = json.putObject("stage");
        node.put("kind", stage.kind());
        switch (stage) {
            case FeatureStage.Raw _ -> {}
            case FeatureStage.Components components -> node.set("model", ModelJson.model(components.pca()));
            case FeatureStage.Codes codes -> node.set("model", ModelJson.model(codes.autoencoder()));
        }
    }

    /** @throws IllegalArgumentException if a part is missing or they do not go together */
    static PipelineClassifier classifier(JsonNode json, ModelFile.Parts parts) {
        List<String> names = new ArrayList<>();
        json.path("classes").forEach(name -> names.add(ModelJson.string(name, "classes")));
        ModelFile.Parts rule = parts.under(RULE);
        String kind = ModelJson.string(json.path("rule"), "rule");
        return new PipelineClassifier(
                stage(json, parts),
                switch (kind) {
                    case "softmax" -> new SoftmaxRule(names, rule.matrix("weights"), rule.vector("bias"));
                    case "nearest" ->
                        new NeighbourVote(names, rows(rule), wholeNumbers(rule.vector("classes")), neighbours(json));
                    default -> throw unknown("rule", kind);
                });
    }

    /** @throws IllegalArgumentException if a part is missing or they do not go together */
    static PipelineRegressor regressor(JsonNode json, ModelFile.Parts parts) {
        ModelFile.Parts rule = parts.under(RULE);
        String kind = ModelJson.string(json.path("rule"), "rule");
        return new PipelineRegressor(
                stage(json, parts),
                switch (kind) {
                    case "linear" -> new LinearRule(rule.vector("weights"), rule.scalar("bias"));
                    case "nearest" -> new NeighbourMean(rows(rule), rule.vector("values"), neighbours(json));
                    default -> throw unknown("rule", kind);
                });
    }

    private static FeatureStage stage(JsonNode json, ModelFile.Parts parts) {
        JsonNode node = json.path("stage");
        String kind = ModelJson.string(node.path("kind"), "stage");
        ModelFile.Parts inner = parts.under(STAGE);
        if (kind.equals("none")) {
            double[] means = inner.vector("means");
            return new FeatureStage.Raw(
                    new DoubleMatrix(1, means.length, means).toFloat().values());
        }
        Model model = ModelFile.model(kind, node.path("model"), inner);
        if (model instanceof Pca pca) {
            return new FeatureStage.Components(pca);
        }
        if (model instanceof Autoencoder autoencoder) {
            return new FeatureStage.Codes(autoencoder);
        }
        throw unknown("stage", kind);
    }

    private static FloatMatrix rows(ModelFile.Parts rule) {
        return rule.matrix("rows").toFloat();
    }

    private static int neighbours(JsonNode json) {
        return Math.toIntExact(ModelJson.wholeNumber(json, "neighbours"));
    }

    private static int[] wholeNumbers(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }

    private static IllegalArgumentException unknown(String what, String kind) {
        return new IllegalArgumentException("the " + what + " '" + kind + "' is not known");
    }
}
