package io.eckart.cli;

import io.eckart.data.Column;
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
import io.eckart.model.fitted.ModelFile;
import io.eckart.model.fitted.Provenance;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.PipelineClassifier;
import io.eckart.model.label.PipelineRegressor;
import io.eckart.report.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "inspect", description = "Show what a model file holds.")
final class InspectCommand implements Callable<Integer> {
    private static final int SHOWN_COLUMNS = 8;

    @Parameters(paramLabel = "MODEL", description = "model file")
    private Path model = Path.of("");

    @Mixin
    private RunArguments run = new RunArguments();

    private final Output out;

    InspectCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        FittedModel<?> fitted = FittedModel.load(model);
        String checksum = ModelFile.tensorsChecksum(model);
        out.result(run.json, json(fitted, checksum), summary(fitted, checksum));
        return 0;
    }

    private static ObjectNode json(FittedModel<?> fitted, String checksum) {
        ObjectNode json = Json.object();
        json.put("model", fitted.model().kind());
        json.put("k", fitted.model().codeSize());
        json.put("features", fitted.model().features());
        switch (fitted.model()) {
            case Pca pca -> {
                json.put("center", pca.centered());
                json.put("optimum", pca.parameters().optimum());
                json.put("total_energy", pca.parameters().totalEnergy());
                json.set("singular_values", Json.array(pca.parameters().singularValues()));
                json.set("energy_ratios", Json.array(pca.parameters().energyRatios()));
            }
            case KMeans kMeans -> json.put("inertia", kMeans.inertia());
            case Autoencoder autoencoder -> addTo(json, autoencoder);
            case NetworkPredictor predictor -> addTo(json, predictor);
            case Gaussian gaussian -> json.put("ridge", gaussian.ridge());
            case NearestNeighbours neighbours -> {
                json.put("weights", neighbours.weights().name().toLowerCase(Locale.ROOT));
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
            case Constant constant -> json.set("means", Json.array(constant.means()));
            case PipelineClassifier classifier -> {
                json.put("stage", classifier.stage().kind());
                classifier.classes().forEach(json.putArray("classes")::add);
            }
            case PipelineRegressor regressor ->
                json.put("stage", regressor.stage().kind());
            default -> {} // nothing beside what every model has
        }
        json.put("tensors_sha256", checksum);
        ObjectNode columns = json.putObject("columns");
        fitted.encoding()
                .schema()
                .columns()
                .forEach(c -> columns.put(c.name(), c.type().name().toLowerCase(Locale.ROOT)));
        json.put("scale", fitted.encoding().scaling().name().toLowerCase(Locale.ROOT));
        addProvenance(json.putObject("provenance"), fitted.provenance());
        return json;
    }

    private static void addProvenance(ObjectNode json, Provenance provenance) {
        json.put("data", provenance.data());
        json.put("fingerprint", provenance.fingerprint());
        json.put("rows", provenance.rows());
        json.put("columns", provenance.columns());
        json.put("seed", provenance.seed());
        json.put("version", provenance.version());
        json.put("numerics", provenance.numerics());
        json.put("threads", provenance.threads());
        json.put("created", provenance.created());
        json.put("seconds", provenance.seconds());
        ObjectNode configuration = json.putObject("configuration");
        provenance.sortedConfiguration().forEach(configuration::put);
        ObjectNode findings = json.putObject("findings");
        provenance.sortedFindings().forEach(findings::put);
    }

    private static void addTo(ObjectNode json, Autoencoder autoencoder) {
        json.put("parameters", autoencoder.parameters().count());
        json.put("scale_of_rows", autoencoder.parameters().scale());
        json.put("indicator", autoencoder.dimensions().indicator());
        json.put("bias", autoencoder.dimensions().bias());
        ObjectNode settings = json.putObject("settings");
        new TreeMap<>(autoencoder.architecture().settings()).forEach(settings::put);
    }

    private static void addTo(ObjectNode json, NetworkPredictor predictor) {
        json.put("parameters", predictor.parameters().count());
        json.put("scale_of_rows", predictor.parameters().scale());
        json.put("indicator", predictor.parameters().dimensions().indicator());
        if (predictor instanceof Classifier classifier) {
            classifier.classes().forEach(json.putArray("classes")::add);
        }
        ObjectNode settings = json.putObject("settings");
        new TreeMap<>(predictor.parameters().encoder().settings()).forEach(settings::put);
    }

    private static String summary(FittedModel<?> fitted, String checksum) {
        Provenance provenance = fitted.provenance();
        Summary summary = new Summary()
                .add("model", fitted.model().kind() + ", k = " + fitted.model().codeSize())
                .add("features", fitted.model().features())
                .add("columns", columns(fitted.encoding().schema().features()))
                .add("scaling", fitted.encoding().scaling().name().toLowerCase(Locale.ROOT));
        switch (fitted.model()) {
            case Pca pca ->
                summary.add("exact optimum, per sample", pca.parameters().optimum())
                        .add("total energy", pca.parameters().totalEnergy())
                        .add("mean removed", pca.centered() ? "yes" : "no");
            case KMeans kMeans -> summary.add("inertia", kMeans.inertia());
            case Autoencoder autoencoder ->
                summary.add("parameters", autoencoder.parameters().count());
            case NetworkPredictor predictor -> {
                summary.add("parameters", predictor.parameters().count());
                if (predictor instanceof Classifier classifier) {
                    summary.add("classes", String.join(", ", classifier.classes()));
                }
            }
            case Gaussian gaussian -> summary.add("ridge on the correlations", gaussian.ridge());
            case NearestNeighbours neighbours ->
                summary.add("weights", neighbours.weights().name().toLowerCase(Locale.ROOT))
                        .add("rows kept", neighbours.rows().rows());
            case MaskedAutoencoder masked ->
                summary.add("networks", masked.networks().size())
                        .add(
                                "parameters of each",
                                masked.networks().getFirst().parameters().count());
            case Blend blend ->
                summary.add(
                                "fills with the mean of",
                                blend.first().kind() + " and " + blend.second().kind())
                        .add("weight of the first", blend.weight());
            case Constant constant -> summary.add("fills with", "the mean of each column, or its commonest level");
            case PipelineClassifier classifier ->
                summary.add("stage", classifier.stage().kind()).add("classes", String.join(", ", classifier.classes()));
            case PipelineRegressor regressor ->
                summary.add("stage", regressor.stage().kind());
            default -> {} // nothing beside what every model has
        }
        provenance.sortedFindings().forEach(summary::add);
        summary.add("fitted on", provenance.data())
                .add("rows", provenance.rows())
                .add("fingerprint of the data", provenance.fingerprint())
                .add("settings", provenance.sortedConfiguration().toString())
                .add("seed", provenance.seed())
                .add(
                        "made by",
                        "eckart " + provenance.version() + " with " + provenance.numerics() + ", "
                                + provenance.threads() + " threads")
                .add("made at", provenance.created())
                .add("SHA-256 of the tensors", checksum);
        return summary.text();
    }

    private static String columns(List<Column> columns) {
        String shown = columns.stream()
                .limit(SHOWN_COLUMNS)
                .map(c -> c.name() + " (" + c.type().name().toLowerCase(Locale.ROOT) + ")")
                .collect(Collectors.joining(", "));
        return columns.size() > SHOWN_COLUMNS ? shown + ", … " + columns.size() + " in all" : shown;
    }
}
