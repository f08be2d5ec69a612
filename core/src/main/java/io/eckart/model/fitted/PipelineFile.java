package io.eckart.model.fitted;

import io.eckart.model.file.Tensor;
import io.eckart.model.label.ClassificationRule;
import io.eckart.model.label.FeatureStage;
import io.eckart.model.label.LinearRule;
import io.eckart.model.label.NeighbourMean;
import io.eckart.model.label.NeighbourVote;
import io.eckart.model.label.Pipeline;
import io.eckart.model.label.PipelineClassifier;
import io.eckart.model.label.PipelineRegressor;
import io.eckart.model.label.SoftmaxRule;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How pipelines are stored in a model file: the tensors of the stage as {@code stage.…}, those of the rule as {@code rule.…}. */
final class PipelineFile {
    private static final String STAGE = "stage.";
    private static final String RULE = "rule.";
    private static final String TEMPERATURE = "temperature";

    private PipelineFile() {}

    static void write(Pipeline pipeline, ModelKinds.Content to) {
        writeStage(pipeline.stage(), to);
        if (pipeline.rule() instanceof ClassificationRule classification) {
            ArrayNode names = to.json().putArray("classes");
            classification.classes().forEach(names::add);
        }
        switch (pipeline.rule()) {
            case SoftmaxRule softmax -> {
                to.put(RULE + "weights", Tensor.matrix(softmax.weights()))
                        .put(RULE + "bias", Tensor.vector(softmax.bias()));
                to.json().put("rule", "softmax");
            }
            case LinearRule linear -> {
                to.put(RULE + "weights", Tensor.vector(linear.weights()))
                        .put(RULE + "bias", Tensor.scalar(linear.bias()));
                to.json().put("rule", "linear");
            }
            case NeighbourVote vote -> {
                writeNearest(vote.rows(), vote.neighbours(), to);
                double[] classes = Arrays.stream(vote.labels()).asDoubleStream().toArray();
                to.put(RULE + "classes", Tensor.vector(classes));
                if (vote.temperature() != 1) {
                    to.json().put(TEMPERATURE, vote.temperature());
                }
            }
            case NeighbourMean mean -> {
                writeNearest(mean.rows(), mean.neighbours(), to);
                to.put(RULE + "values", Tensor.vector(mean.values()));
            }
        }
    }

    private static void writeNearest(FloatMatrix rows, int neighbours, ModelKinds.Content to) {
        to.put(RULE + "rows", Tensor.matrix(rows.toDouble()));
        to.json().put("rule", "nearest");
        to.json().put("neighbours", neighbours);
    }

    private static void writeStage(FeatureStage stage, ModelKinds.Content to) {
        ObjectNode node = to.json().putObject("stage");
        node.put("kind", stage.kind());
        switch (stage) {
            case FeatureStage.Raw raw -> {
                FloatMatrix means = new FloatMatrix(1, raw.features(), raw.means());
                to.put(STAGE + "means", Tensor.vector(means.toDouble().values()));
            }
            case FeatureStage.Codes codes -> {
                ModelKinds.Content inner = ModelKinds.write(codes.model());
                to.putAll(STAGE, inner);
                node.set("model", inner.json());
            }
        }
    }

    /** @throws IllegalArgumentException if a part is missing or parts are inconsistent */
    static Pipeline read(String pipeline, JsonNode json, ModelFile.Parts parts) {
        ModelFile.Parts rule = parts.under(RULE);
        String kind = ModelJson.string(json.path("rule"), "rule");
        List<String> names = ModelJson.strings(json, "classes");
        return Pipeline.of(
                stage(json, parts),
                switch (pipeline + " " + kind) {
                    case PipelineClassifier.KIND + " softmax" ->
                        new SoftmaxRule(names, rule.matrix("weights"), rule.vector("bias"));
                    case PipelineClassifier.KIND + " nearest" ->
                        new NeighbourVote(names, rows(rule), wholeNumbers(rule.vector("classes")), neighbours(json))
                                .withTemperature(temperature(json));
                    case PipelineRegressor.KIND + " linear" ->
                        new LinearRule(rule.vector("weights"), rule.scalar("bias"));
                    case PipelineRegressor.KIND + " nearest" ->
                        new NeighbourMean(rows(rule), rule.vector("values"), neighbours(json));
                    default -> throw new IllegalArgumentException("the rule '" + kind + "' is not known");
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
        return new FeatureStage.Codes(ModelKinds.read(kind, node.path("model"), inner));
    }

    private static FloatMatrix rows(ModelFile.Parts rule) {
        return rule.matrix("rows").toFloat();
    }

    private static int neighbours(JsonNode json) {
        return ModelJson.count(json, "neighbours");
    }

    /** 1 in files without calibrated probabilities. */
    private static double temperature(JsonNode json) {
        return json.has(TEMPERATURE) ? ModelJson.number(json, TEMPERATURE) : 1;
    }

    private static int[] wholeNumbers(double[] values) {
        return Arrays.stream(values).mapToInt(value -> (int) value).toArray();
    }
}
