package io.eckart.cli;

import io.eckart.model.Autoencoder;
import io.eckart.report.Json;
import io.eckart.task.fit.Controls;
import io.eckart.task.fit.Diagnostics;
import io.eckart.task.fit.FittedAutoencoder;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.EpochRecord;
import io.eckart.training.StopReason;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code fit} answers about an autoencoder: as JSON and as a short table. */
final class AutoencoderReport {
    private static final int SHOWN = 5;

    private AutoencoderReport() {}

    static ObjectNode json(FittedAutoencoder result) {
        AutoencoderFit run = result.run();
        Autoencoder model = run.model();
        ObjectNode json = Json.object();
        json.put("model", model.kind());
        FitReport.addData(json, result.fitted());
        json.put("k", model.codeSize());
        ObjectNode settings = json.putObject("settings");
        run.settings().forEach(settings::put);
        String noise = result.findings().texts().get("noise_level");
        if (noise != null) {
            json.put("noise_level", noise);
        }
        String choice = result.findings().texts().get("code_size_choice");
        if (choice != null) {
            json.put("code_size_choice", choice);
        }
        json.put("objective", run.objective().name().toLowerCase(Locale.ROOT));
        json.put("objective_reason", run.reason());
        EvaluateCommand.addTo(json, result.evaluation());
        Json.number(json, "trained_error_per_sample", run.error());
        Json.number(json, "held_out_error_per_sample", run.heldOutError());
        Json.number(json, "optimum", run.optimum().orElse(Double.NaN));
        Json.number(json, "gap", run.gap().orElse(Double.NaN));
        json.put("epochs", run.history().size());
        json.put("best_epoch", run.bestEpoch());
        json.put("stopped_by", run.stop().name().toLowerCase(Locale.ROOT));
        FitReport.addFeatures(json, result.fitted());
        addControls(json.putObject("controls"), result.controls());
        addDiagnostics(json.putObject("diagnostics"), result.diagnostics());
        ArrayNode warnings = json.putArray("warnings");
        result.findings().warnings().forEach(warnings::add);
        addHistory(json.putArray("history"), run);
        FitReport.addRun(json, result.fitted());
        return json;
    }

    private static void addControls(ObjectNode json, Controls controls) {
        json.put("rows", controls.rows());
        json.put("held_out", controls.heldOut());
        ArrayNode contrasts = json.putArray("error_per_cell");
        for (Controls.Contrast contrast : controls.contrasts()) {
            ObjectNode node = contrasts.addObject();
            node.put("corruption", contrast.corruption().toString());
            node.put("model", contrast.model());
            node.put("pca", contrast.pca());
            node.put("column_mean", contrast.columnMean());
            node.put("untrained", contrast.untrained());
        }
    }

    private static void addDiagnostics(ObjectNode json, Diagnostics diagnostics) {
        Json.number(json, "identity_distance", diagnostics.identityDistance());
        Json.number(json, "noise_gain", diagnostics.noiseGain());
        Json.number(json, "effective_rank", diagnostics.effectiveRank());
        Json.number(json, "gram_condition", diagnostics.gramCondition());
        json.set("decoder_singular_values", Json.array(diagnostics.decoderSingularValues()));
        json.set("filter_factors", Json.array(diagnostics.filterFactors()));
        ArrayNode filtering = json.putArray("filtering");
        diagnostics.filtering().forEach(factor -> filtering.add(Json.record(factor)));
        json.set("angles_to_pca", Json.array(diagnostics.anglesToPca()));
    }

    private static void addHistory(ArrayNode json, AutoencoderFit run) {
        for (EpochRecord record : run.history()) {
            ObjectNode node = json.addObject();
            node.put("epoch", record.epoch());
            Json.number(node, "error", record.error());
            Json.number(node, "held_out_error", record.heldOutError());
            run.gap(record.error()).ifPresent(gap -> Json.number(node, "gap", gap));
            Json.number(node, "learning_rate", record.learningRate());
        }
    }

    static String summary(FittedAutoencoder result, @Nullable Path output) {
        AutoencoderFit run = result.run();
        Autoencoder model = run.model();
        Summary summary = new Summary().add("model", model.kind() + ", k = " + model.codeSize() + settings(model));
        FitReport.addData(summary, result.fitted());
        summary.add(
                "objective",
                run.objective().name().toLowerCase(Locale.ROOT) + " (" + run.reason() + "), corruption "
                        + run.settings().get("corrupt"));
        String noise = result.findings().texts().get("noise_level");
        if (noise != null) {
            summary.add("noise level", noise);
        }
        String choice = result.findings().texts().get("code_size_choice");
        if (choice != null) {
            summary.add("code size", choice);
        }
        summary.add("optimizer", optimizer(run));
        if (run.settings().containsKey("start")) {
            summary.add("start", run.settings().get("start"));
        }
        FitReport.addErrors(summary, result.evaluation());
        addCertificate(summary, run);
        for (Controls.Contrast contrast : result.controls().contrasts()) {
            addContrast(summary, result.controls(), contrast);
        }
        addDiagnostics(summary, result.diagnostics());
        result.findings().warnings().forEach(warning -> summary.add("warning", warning));
        return FitReport.end(summary, result.fitted(), output);
    }

    private static String settings(Autoencoder model) {
        return model.architecture().settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting ->
                        ", " + setting.getKey() + " " + setting.getValue().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String optimizer(AutoencoderFit run) {
        String stop = switch (run.stop()) {
            case CONVERGED -> "converged";
            case BUDGET -> "all epochs used";
            case PATIENCE -> "the held-out error became no better";
            case NOTHING_TO_LEARN -> "nothing to learn";
            case INTERRUPTED -> "interrupted";
            case DIVERGED -> "diverged";
        };
        return run.settings().get("optimizer") + ", " + run.history().size() + " epochs (" + stop + "), the best was "
                + (run.bestEpoch() == 0 ? "the start" : "number " + run.bestEpoch());
    }

    private static void addCertificate(Summary summary, AutoencoderFit run) {
        if (run.optimum().isPresent() && run.stop() != StopReason.NOTHING_TO_LEARN) {
            summary.add("objective, rows trained on", run.error());
            summary.add("its exact optimum", run.optimum().getAsDouble());
            summary.add("gap to the optimum", run.gap().orElse(Double.NaN));
        }
        if (!Double.isNaN(run.heldOutError())) {
            summary.add("objective, rows held out", run.heldOutError());
        }
    }

    private static void addContrast(Summary summary, Controls controls, Controls.Contrast contrast) {
        String rows = controls.heldOut() ? "held out" : "fitted";
        String input =
                contrast.corruption().isNone() ? "clean" : contrast.corruption().toString();
        summary.add(
                "error per cell, " + rows + ", " + input,
                Summary.number(contrast.model()) + " (PCA " + Summary.number(contrast.pca()) + ", column means "
                        + Summary.number(contrast.columnMean()) + ", untrained " + Summary.number(contrast.untrained())
                        + ")");
    }

    private static void addDiagnostics(Summary summary, Diagnostics diagnostics) {
        summary.add("distance from the identity", diagnostics.identityDistance());
        summary.add("noise gain", diagnostics.noiseGain());
        double[] values = diagnostics.decoderSingularValues();
        if (values.length > 0) {
            summary.add("singular values of B", first(values));
            summary.add(
                    "effective rank, condition",
                    Summary.number(diagnostics.effectiveRank()) + ", " + Summary.number(diagnostics.gramCondition()));
        }
        if (diagnostics.filterFactors().length > 0) {
            summary.add("filter factors", first(diagnostics.filterFactors()));
        }
        double[] angles = diagnostics.anglesToPca();
        if (angles.length > 0) {
            summary.add(
                    "angles to the PCA subspace",
                    Summary.number(Math.toDegrees(angles[0])) + " to "
                            + Summary.number(Math.toDegrees(angles[angles.length - 1])) + " degrees");
        }
    }

    private static String first(double[] values) {
        String shown =
                Arrays.stream(values).limit(SHOWN).mapToObj(Summary::number).collect(Collectors.joining(", "));
        return values.length > SHOWN ? shown + ", … " + Summary.number(values[values.length - 1]) : shown;
    }
}
