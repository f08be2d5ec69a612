package io.eckart.cli.text;

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
import java.util.List;

/** What a model file holds, as a short table. */
public final class FittedModelText {
    private static final int SHOWN_COLUMNS = 8;

    private FittedModelText() {}

    /**
     * What {@code inspect} prints.
     *
     * @param checksum SHA-256 of the tensors
     */
    public static String of(FittedModel<?> fitted, String checksum) {
        List<String> columns = fitted.encoding().schema().features().stream()
                .map(column -> column.name() + " (" + Summary.word(column.type()) + ")")
                .toList();
        Summary summary = new Summary()
                .add("model", fitted.model().kind() + ", k = " + fitted.model().codeSize())
                .add("features", fitted.model().features())
                .add("columns", Summary.first(columns, SHOWN_COLUMNS))
                .add("scaling", Summary.word(fitted.encoding().scaling()));
        addModel(summary, fitted);
        addProvenance(summary, fitted.provenance());
        return summary.add("SHA-256 of the tensors", checksum).text();
    }

    private static void addModel(Summary summary, FittedModel<?> fitted) {
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
                summary.add("weights", Summary.word(neighbours.weights()))
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
            case Constant _ -> summary.add("fills with", "the mean of each column, or its commonest level");
            case PipelineClassifier classifier ->
                summary.add("stage", classifier.stage().kind()).add("classes", String.join(", ", classifier.classes()));
            case PipelineRegressor regressor ->
                summary.add("stage", regressor.stage().kind());
            default -> {} // nothing but what every model has
        }
    }

    private static void addProvenance(Summary summary, Provenance provenance) {
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
                .add("made at", provenance.created());
        provenance.notes().forEach(note -> summary.add("note", note));
    }
}
