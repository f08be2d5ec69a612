package io.eckart.cli.text;

import io.eckart.model.Autoencoder;
import io.eckart.task.fit.Controls;
import io.eckart.task.fit.Diagnostics;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.FittedAutoencoder;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.StopReason;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A fitted autoencoder, its run, controls and diagnostics, as a short table. */
public final class AutoencoderText {
    private static final int SHOWN = 5;
    /** The part of the energy by which two optima differ that are not the same. */
    private static final double REACHED = 1e-9;

    private AutoencoderText() {}

    public static String of(FittedAutoencoder result, @Nullable Path output) {
        AutoencoderFit run = result.run();
        Autoencoder model = run.model();
        Summary summary = new Summary().add("model", model.kind() + ", k = " + model.codeSize() + settings(model));
        FitText.addData(summary, result.fitted());
        summary.add(
                "objective",
                Summary.word(run.objective()) + " (" + run.reason() + "), corruption "
                        + Summary.rounded(String.valueOf(run.settings().get("corrupt"))));
        String noise = result.findings().texts().get("noise_level");
        summary.add("noise level", noise == null ? null : Summary.rounded(noise))
                .add("code size", result.model().provenance().findings().get(Fit.CODE_SIZE_CHOICE))
                .add("optimizer", optimizer(run))
                .add("start", run.settings().get("start"));
        FitText.addErrors(summary, result.evaluation());
        addCertificate(summary, run);
        for (Controls.Contrast contrast : result.controls().contrasts()) {
            addContrast(summary, result.controls(), contrast);
        }
        addDiagnostics(summary, result.diagnostics());
        result.findings().warnings().forEach(warning -> summary.add("warning", warning));
        return FitText.end(summary, result.model(), output);
    }

    private static String settings(Autoencoder model) {
        return model.architecture().settings().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(setting ->
                        ", " + setting.getKey() + " " + setting.getValue().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static String optimizer(AutoencoderFit run) {
        String stop = switch (run.training().stop()) {
            case CONVERGED -> "converged";
            case BUDGET -> "all epochs used";
            case PATIENCE -> "the held-out error became no better";
            case NOTHING_TO_LEARN -> "nothing to learn";
            case INTERRUPTED -> "interrupted";
            case DIVERGED -> "diverged";
        };
        return run.settings().get("optimizer") + ", " + run.training().history().size() + " epochs (" + stop
                + "), the best was "
                + (run.training().bestEpoch() == 0
                        ? "the start"
                        : "number " + run.training().bestEpoch());
    }

    private static void addCertificate(Summary summary, AutoencoderFit run) {
        boolean trained = run.training().stop() != StopReason.NOTHING_TO_LEARN;
        if (run.optimum().isPresent() && trained) {
            summary.add("objective, rows trained on", run.training().error());
            summary.add("its exact optimum", run.optimum().getAsDouble());
            addGap(summary, run);
        }
        if (run.gap().isEmpty() && !Double.isNaN(run.gradientNorm())) {
            summary.add("norm of the gradient", run.gradientNorm());
        }
        if (!Double.isNaN(run.training().heldOutError())) {
            summary.add("objective, rows held out", run.training().heldOutError());
        }
    }

    /** The optimum of the form has a line where no model of this form reaches that of all linear ones. */
    private static void addGap(Summary summary, AutoencoderFit run) {
        if (run.formOptimum().isEmpty()) {
            summary.add("optimum of this form", "not known in closed form");
            return;
        }
        double ofForm = run.formOptimum().getAsDouble();
        if (ofForm - run.optimum().getAsDouble() > REACHED * run.energy()) {
            summary.add("optimum of this form", ofForm);
        }
        summary.add("gap to the optimum", run.gap().orElse(Double.NaN));
    }

    private static void addContrast(Summary summary, Controls controls, Controls.Contrast contrast) {
        String rows = controls.heldOut() ? "held out" : "fitted";
        String input = contrast.corruption().isNone()
                ? "clean"
                : Summary.rounded(contrast.corruption().toString());
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
