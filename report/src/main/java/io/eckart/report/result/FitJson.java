package io.eckart.report.result;

import io.eckart.data.Note;
import io.eckart.model.KMeans;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.report.Json;
import io.eckart.task.fit.Certificate;
import io.eckart.task.fit.ClusterDescription;
import io.eckart.task.fit.Controls;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.Fitted;
import io.eckart.task.fit.FittedAutoencoder;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.EpochRecord;
import io.eckart.training.KMeansFit;
import io.eckart.training.PcaFit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A fitted model, its run, and how well it does on the rows it was fitted on. */
public final class FitJson {
    private FitJson() {}

    public static ObjectNode pca(Fitted<Pca, PcaFit> fitted) {
        PcaFit run = fitted.run();
        ObjectNode json = Json.object().put("model", run.model().kind());
        addData(json, fitted);
        json.put("k", run.model().codeSize());
        addFinding(json, fitted.model(), Fit.CODE_SIZE_CHOICE);
        json.put("center", run.model().centered());
        json.put("solver", Json.word(run.solver()));
        json.put("solver_reason", run.reason());
        EvaluationJson.addErrors(json, fitted.evaluation());
        addCertificate(json, fitted);
        json.put("total_energy", run.model().parameters().totalEnergy());
        json.set("singular_values", Json.value(run.model().parameters().singularValues()));
        json.set("energy_ratios", Json.value(run.model().parameters().energyRatios()));
        json.set("energy_curve", Json.value(run.energyCurve()));
        addFeatures(json, fitted);
        addWarnings(json, fitted, List.of());
        json.put("passes", run.passes());
        json.put("iterations", run.iterations());
        addRun(json, fitted);
        return json;
    }

    private static void addCertificate(ObjectNode json, Fitted<Pca, PcaFit> fitted) {
        Optional<Certificate> certificate = Certificate.of(fitted);
        String exactness = fitted.run().isExact() ? "exact" : "an upper bound";
        String known = fitted.isRounded() ? "that of rows rounded to float32" : exactness;
        Json.number(json, "optimum", certificate.map(Certificate::optimum).orElse(Double.NaN));
        json.put("optimum_is", certificate.isPresent() ? known : "not known with missing cells");
        Json.number(json, "gap", certificate.map(Certificate::gap).orElse(Double.NaN));
    }

    /**
     * The JSON of a fit of k-means.
     *
     * @param found the clusters, which are described in full
     */
    public static ObjectNode kMeans(Fitted<KMeans, KMeansFit> fitted, ClusterDescription found) {
        KMeansFit run = fitted.run();
        ObjectNode json = Json.object().put("model", run.model().kind());
        addData(json, fitted);
        json.put("k", run.model().codeSize());
        json.put("inertia", run.model().inertia());
        json.put("inertia_per_sample", run.model().inertia() / run.model().samples());
        EvaluationJson.addErrors(json, fitted.evaluation());
        addFeatures(json, fitted);
        json.put("iterations", run.iterations());
        json.put("converged", run.converged());
        json.put("best_restart", run.restart());
        addWarnings(json, fitted, List.of());
        json.set("sizes", Json.value(run.sizes()));
        json.set("kept", Json.value(found.kept()));
        json.set("columns", Json.value(found.columns()));
        json.set("clusters", Json.value(found.clusters()));
        addRun(json, fitted);
        return json;
    }

    public static ObjectNode autoencoder(FittedAutoencoder result) {
        AutoencoderFit run = result.run();
        ObjectNode json = Json.object().put("model", run.model().kind());
        addData(json, result.fitted());
        json.put("k", run.model().codeSize());
        json.set("settings", Json.value(run.settings()));
        addFinding(json, result.model(), "noise_level");
        addFinding(json, result.model(), Fit.CODE_SIZE_CHOICE);
        json.put("objective", Json.word(run.objective()));
        json.put("objective_reason", run.reason());
        EvaluationJson.addErrors(json, result.evaluation());
        Json.number(json, "trained_error_per_sample", run.training().error());
        Json.number(json, "held_out_error_per_sample", run.training().heldOutError());
        Json.number(json, "optimum", run.optimum().orElse(Double.NaN));
        Json.number(json, "form_optimum", run.formOptimum().orElse(Double.NaN));
        Json.number(json, "gap", run.gap().orElse(Double.NaN));
        Json.number(json, "gradient_norm", run.gradientNorm());
        json.put("epochs", run.training().history().size());
        json.put("best_epoch", run.training().bestEpoch());
        json.put("stopped_by", Json.word(run.training().stop()));
        addFeatures(json, result.fitted());
        json.set("controls", controls(result.controls()));
        json.set("diagnostics", Json.record(result.diagnostics()));
        addWarnings(json, result.fitted(), result.findings().warnings());
        json.set("history", history(run));
        addRun(json, result.fitted());
        return json;
    }

    private static void addFinding(ObjectNode json, FittedModel<?> fitted, String name) {
        String text = fitted.provenance().findings().get(name);
        if (text != null) {
            json.put(name, text);
        }
    }

    private static void addWarnings(ObjectNode json, Fitted<?, ?> fitted, List<String> more) {
        Stream<String> notes = fitted.notes().stream().map(Note::toString);
        json.set("warnings", Json.value(Stream.concat(notes, more.stream()).toList()));
    }

    private static ObjectNode controls(Controls controls) {
        ObjectNode json = Json.object();
        json.put("rows", controls.rows());
        json.put("held_out", controls.heldOut());
        ArrayNode contrasts = json.putArray("error_per_cell");
        for (Controls.Contrast contrast : controls.contrasts()) {
            contrasts.add(Json.record(contrast)
                    .put("corruption", contrast.corruption().toString()));
        }
        return json;
    }

    private static ArrayNode history(AutoencoderFit run) {
        ArrayNode json = Json.list();
        for (EpochRecord record : run.training().history()) {
            ObjectNode node = json.addObject();
            node.put("epoch", record.epoch());
            Json.number(node, "error", record.error());
            Json.number(node, "held_out_error", record.heldOutError());
            run.gap(record.error()).ifPresent(gap -> Json.number(node, "gap", gap));
            Json.number(node, "learning_rate", record.learningRate());
        }
        return json;
    }

    /** A model that only fills. */
    public static ObjectNode filler(FittedModel<?> fitted) {
        return Json.object()
                .put("model", fitted.model().kind())
                .put("data", fitted.provenance().data())
                .put("rows", fitted.provenance().rows())
                .put("features", fitted.model().features())
                .set("settings", Json.value(fitted.provenance().sortedConfiguration()))
                .put("seed", fitted.provenance().seed())
                .put("seconds", fitted.provenance().seconds());
    }

    private static void addData(ObjectNode json, Fitted<?, ?> fitted) {
        json.put("data", fitted.model().provenance().data());
        json.put("rows", fitted.evaluation().rows());
        json.put("features", fitted.model().model().features());
        json.put("missing_cells", fitted.missingCells());
        json.set("columns_left_out", Json.value(fitted.columnsLeftOut()));
    }

    /** Of images single features say little. */
    private static void addFeatures(ObjectNode json, Fitted<?, ?> fitted) {
        if (fitted.model().encoding().schema().image().isEmpty()) {
            json.set("feature_errors", EvaluationJson.features(fitted.model(), fitted.evaluation()));
        }
    }

    private static void addRun(ObjectNode json, Fitted<?, ?> fitted) {
        json.put("seed", fitted.model().provenance().seed());
        json.put("threads", fitted.model().provenance().threads());
        json.put("numerics", fitted.model().provenance().numerics());
        json.put("fingerprint", fitted.model().provenance().fingerprint());
        json.put("seconds", fitted.model().provenance().seconds());
    }
}
