package io.eckart.cli;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.model.KMeans;
import io.eckart.model.Pca;
import io.eckart.report.Json;
import io.eckart.task.Evaluation;
import io.eckart.task.fit.Certificate;
import io.eckart.task.fit.Fitted;
import io.eckart.training.KMeansFit;
import io.eckart.training.PcaFit;
import io.eckart.training.PcaSolver;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What {@code fit} answers: as JSON and as a short table. */
final class FitReport {
    private static final int SHOWN_COMPONENTS = 5;
    private static final int SHOWN_COLUMNS = 8;

    private FitReport() {}

    static ObjectNode json(Fitted<Pca, PcaFit> fitted) {
        Certificate certificate = certificate(fitted);
        PcaFit run = fitted.run();
        ObjectNode json = Json.object();
        json.put("model", "pca");
        addData(json, fitted);
        json.put("k", run.model().codeSize());
        json.put("center", run.model().centered());
        json.put("solver", run.solver().name().toLowerCase(Locale.ROOT));
        json.put("solver_reason", run.reason());
        EvaluateCommand.addTo(json, fitted.evaluation());
        if (isComplete(fitted)) {
            json.put("optimum", certificate.optimum());
            json.put("optimum_is", isExact(run) ? "exact" : "an upper bound");
            json.put("gap", certificate.gap());
        } else {
            json.putNull("optimum");
            json.put("optimum_is", "not known with missing cells");
            json.putNull("gap");
        }
        json.put("total_energy", run.model().parameters().totalEnergy());
        json.set("singular_values", Json.array(run.model().parameters().singularValues()));
        json.set("energy_ratios", Json.array(run.model().parameters().energyRatios()));
        json.set("energy_curve", Json.array(curve(run)));
        addFeatures(json, fitted);
        json.put("passes", run.passes());
        json.put("iterations", run.iterations());
        addRun(json, fitted);
        return json;
    }

    /** The part of the energy that the first 1, 2, … components keep. */
    private static double[] curve(PcaFit run) {
        double total = run.model().parameters().totalEnergy();
        double[] curve = run.spectrum().clone();
        Arrays.parallelSetAll(curve, i -> total == 0 ? 0 : curve[i] / total);
        for (int i = 1; i < curve.length; i++) {
            curve[i] += curve[i - 1];
        }
        return curve;
    }

    static String summary(Fitted<Pca, PcaFit> fitted, @Nullable Path output) {
        PcaFit run = fitted.run();
        Summary summary = new Summary()
                .add(
                        "model",
                        "PCA, k = " + run.model().codeSize()
                                + (run.model().centered() ? ", mean removed" : ", mean not removed"));
        addData(summary, fitted);
        summary.add("solver", run.solver().name().toLowerCase(Locale.ROOT) + " (" + run.reason() + ")");
        addErrors(summary, fitted.evaluation());
        if (isComplete(fitted)) {
            Certificate certificate = certificate(fitted);
            String exactness = isExact(run) ? "exact optimum" : "optimum (at most)";
            summary.add(exactness + ", per sample", certificate.optimum());
            summary.add("gap to the optimum", certificate.gap());
        } else {
            summary.add(
                    "exact optimum",
                    "none is known with missing cells; the holes were filled in " + run.iterations() + " iterations");
        }
        summary.add("energy by component", firstRatios(run.model()));
        return end(summary, fitted, output);
    }

    private static String firstRatios(Pca model) {
        double[] ratios = model.parameters().energyRatios();
        String shown = Arrays.stream(ratios)
                .limit(SHOWN_COMPONENTS)
                .mapToObj(r -> String.format(Locale.ROOT, "%.2f %%", 100 * r))
                .collect(Collectors.joining(", "));
        return ratios.length > SHOWN_COMPONENTS ? shown + ", …" : shown;
    }

    /** With missing cells no closed form of the optimum exists. */
    private static boolean isComplete(Fitted<Pca, PcaFit> fitted) {
        return fitted.evaluation().cells()
                == fitted.evaluation().rows() * fitted.model().model().features();
    }

    /** The randomized solver underestimates energies a little, so what it leaves is an upper bound. */
    private static boolean isExact(PcaFit run) {
        return run.solver() != PcaSolver.RANDOMIZED;
    }

    private static Certificate certificate(Fitted<Pca, PcaFit> fitted) {
        return Certificate.of(
                fitted.run().model().parameters(), fitted.evaluation().errorPerSample());
    }

    static ObjectNode kMeansJson(Fitted<KMeans, KMeansFit> fitted) {
        KMeansFit run = fitted.run();
        ObjectNode json = Json.object();
        json.put("model", "kmeans");
        addData(json, fitted);
        json.put("k", run.model().codeSize());
        json.put("inertia", run.model().inertia());
        json.put("inertia_per_sample", run.model().inertia() / run.model().samples());
        EvaluateCommand.addTo(json, fitted.evaluation());
        addFeatures(json, fitted);
        json.put("iterations", run.iterations());
        json.put("converged", run.converged());
        json.put("best_restart", run.restart());
        json.set("sizes", Json.array(run.sizes()));
        addRun(json, fitted);
        return json;
    }

    static String kMeansSummary(Fitted<KMeans, KMeansFit> fitted, @Nullable Path output) {
        KMeansFit run = fitted.run();
        Summary summary =
                new Summary().add("model", "k-means, k = " + run.model().codeSize());
        addData(summary, fitted);
        summary.add("inertia", run.model().inertia());
        addErrors(summary, fitted.evaluation());
        summary.add("cluster sizes", Arrays.toString(run.sizes()));
        summary.add(
                "iterations",
                run.iterations() + (run.converged() ? " (converged)" : " (stopped at the limit)") + ", start "
                        + run.restart() + " was the best");
        return end(summary, fitted, output);
    }

    static void addData(ObjectNode json, Fitted<?, ?> fitted) {
        json.put("data", fitted.model().provenance().data());
        json.put("rows", fitted.evaluation().rows());
        json.put("features", fitted.model().model().features());
        json.put("missing_cells", missing(fitted));
        ArrayNode leftOut = json.putArray("columns_left_out");
        leftOut(fitted).forEach(leftOut::add);
    }

    /** Of images single features say little. */
    static void addFeatures(ObjectNode json, Fitted<?, ?> fitted) {
        if (fitted.model().encoding().schema().image().isEmpty()) {
            json.set("feature_errors", EvaluateCommand.features(fitted.model(), fitted.evaluation()));
        }
    }

    static void addData(Summary summary, Fitted<?, ?> fitted) {
        summary.add("data", fitted.model().provenance().data());
        summary.add("rows", fitted.evaluation().rows());
        summary.add("features", fitted.model().model().features());
        if (missing(fitted) > 0) {
            summary.add("missing cells", missing(fitted));
        }
        List<String> leftOut = leftOut(fitted);
        if (!leftOut.isEmpty()) {
            String shown = String.join(", ", leftOut.subList(0, Math.min(SHOWN_COLUMNS, leftOut.size())));
            summary.add(
                    "columns left out",
                    leftOut.size() > SHOWN_COLUMNS ? shown + ", … " + leftOut.size() + " in all" : shown);
        }
    }

    /** Columns that are no features: text, and what the user ignores. */
    private static List<String> leftOut(Fitted<?, ?> fitted) {
        return fitted.model().encoding().schema().columns().stream()
                .filter(column -> column.type() == ColumnType.IGNORED)
                .map(Column::name)
                .toList();
    }

    private static long missing(Fitted<?, ?> fitted) {
        return fitted.evaluation().rows() * fitted.model().model().features()
                - fitted.evaluation().cells();
    }

    static void addErrors(Summary summary, Evaluation evaluation) {
        summary.add("squared error per sample", evaluation.errorPerSample());
        summary.add("squared error per cell", evaluation.errorPerCell());
        summary.add("the same by column means", evaluation.columnMeanErrorPerCell());
        summary.addPercent("energy explained", evaluation.energyExplained());
    }

    static void addRun(ObjectNode json, Fitted<?, ?> fitted) {
        json.put("seed", fitted.model().provenance().seed());
        json.put("threads", fitted.model().provenance().threads());
        json.put("numerics", fitted.model().provenance().numerics());
        json.put("fingerprint", fitted.model().provenance().fingerprint());
        json.put("seconds", fitted.model().provenance().seconds());
    }

    static String end(Summary summary, Fitted<?, ?> fitted, @Nullable Path output) {
        summary.add(
                "time",
                String.format(Locale.ROOT, "%.2f s", fitted.model().provenance().seconds()));
        if (output != null) {
            summary.add("written", output.toString());
        }
        return summary.text();
    }
}
