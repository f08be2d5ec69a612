package io.eckart.cli.text;

import io.eckart.model.KMeans;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.task.Evaluation;
import io.eckart.task.fit.Certificate;
import io.eckart.task.fit.ClusterDescription;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.Fitted;
import io.eckart.training.KMeansFit;
import io.eckart.training.PcaFit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A fitted model, its run and how well it does, as a short table. */
public final class FitText {
    private static final int SHOWN_COMPONENTS = 5;
    private static final int SHOWN_COLUMNS = 8;

    private FitText() {}

    public static String pca(Fitted<Pca, PcaFit> fitted, @Nullable Path output) {
        PcaFit run = fitted.run();
        Summary summary = new Summary()
                .add(
                        "model",
                        "PCA, k = " + run.model().codeSize()
                                + (run.model().centered() ? ", mean removed" : ", mean not removed"));
        addData(summary, fitted);
        summary.add("code size", fitted.model().provenance().findings().get(Fit.CODE_SIZE_CHOICE));
        summary.add("solver", Summary.word(run.solver()) + " (" + run.reason() + ")");
        addErrors(summary, fitted.evaluation());
        Optional<Certificate> certificate = Certificate.of(fitted);
        if (certificate.isPresent()) {
            String exactness = fitted.isRounded()
                    ? "optimum of rounded rows"
                    : run.isExact() ? "exact optimum" : "optimum (at most)";
            summary.add(exactness + ", per sample", certificate.get().optimum());
            summary.add("gap to the optimum", certificate.get().gap());
        } else {
            summary.add(
                    "exact optimum",
                    "none is known with missing cells; they were filled in " + run.iterations() + " iterations");
        }
        summary.add("energy by component", firstRatios(run.model()));
        return end(summary, fitted.model(), output);
    }

    private static String firstRatios(Pca model) {
        double[] ratios = model.parameters().energyRatios();
        String shown = Arrays.stream(ratios)
                .limit(SHOWN_COMPONENTS)
                .mapToObj(ratio -> String.format(Locale.ROOT, "%.2f %%", 100 * ratio))
                .collect(Collectors.joining(", "));
        return ratios.length > SHOWN_COMPONENTS ? shown + ", …" : shown;
    }

    public static String kMeans(Fitted<KMeans, KMeansFit> fitted, ClusterDescription found, @Nullable Path output) {
        KMeansFit run = fitted.run();
        Summary summary =
                new Summary().add("model", "k-means, k = " + run.model().codeSize());
        addData(summary, fitted);
        summary.add("inertia", run.model().inertia());
        addErrors(summary, fitted.evaluation());
        summary.add(
                "iterations",
                run.iterations() + (run.converged() ? " (converged)" : " (stopped at the limit)") + ", start "
                        + run.restart() + " was the best");
        return end(summary, fitted.model(), output) + ClusterText.of(found);
    }

    /** A model that only fills. */
    public static String filler(FittedModel<?> fitted, @Nullable Path output) {
        Summary summary = new Summary()
                .add("model", fitted.model().kind())
                .add("data", fitted.provenance().data())
                .add("rows", fitted.provenance().rows())
                .add("features", fitted.model().features())
                .add("settings", fitted.provenance().sortedConfiguration().toString())
                .add("seconds", fitted.provenance().seconds());
        return output == null
                ? summary.add("note", "no model was kept; give -o MODEL to fill other rows")
                        .text()
                : summary.add("written", output).text();
    }

    static void addData(Summary summary, Fitted<?, ?> fitted) {
        summary.add("data", fitted.model().provenance().data());
        summary.add("rows", fitted.evaluation().rows());
        summary.add("features", fitted.model().model().features());
        if (fitted.missingCells() > 0) {
            summary.add("missing cells", fitted.missingCells());
        }
        List<String> leftOut = fitted.columnsLeftOut();
        if (!leftOut.isEmpty()) {
            summary.add("columns left out", Summary.first(leftOut, SHOWN_COLUMNS));
        }
    }

    static void addErrors(Summary summary, Evaluation evaluation) {
        summary.add("squared error per sample", evaluation.errorPerSample())
                .add("squared error per cell", evaluation.errorPerCell())
                .add("the same by column means", evaluation.columnMeanErrorPerCell())
                .addPercent("energy explained", evaluation.energyExplained());
    }

    static String end(Summary summary, FittedModel<?> fitted, @Nullable Path output) {
        return summary.add(
                        "time",
                        String.format(Locale.ROOT, "%.2f s", fitted.provenance().seconds()))
                .add("written", output)
                .text();
    }
}
