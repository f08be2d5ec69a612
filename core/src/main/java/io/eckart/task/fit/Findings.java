package io.eckart.task.fit;

import io.eckart.training.AutoencoderFit;
import io.eckart.training.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The findings of a fit, kept with the model.
 *
 * @param texts by name
 * @param warnings each a sentence
 */
public record Findings(Map<String, String> texts, List<String> warnings) {
    /** The identity distance below which a map counts as the identity. */
    private static final double IDENTITY = 0.05;

    public Findings {
        texts = Map.copyOf(texts);
        warnings = List.copyOf(warnings);
    }

    static Findings of(AutoencoderFit run, Controls controls, Diagnostics diagnostics) {
        Map<String, String> texts = new TreeMap<>();
        put(texts, "error_per_sample_trained_on", run.training().error());
        put(texts, "error_per_sample_held_out", run.training().heldOutError());
        run.optimum().ifPresent(optimum -> put(texts, "optimum_per_sample", optimum));
        run.formOptimum().ifPresent(optimum -> put(texts, "form_optimum_per_sample", optimum));
        put(texts, "gradient_norm", run.gradientNorm());
        run.gap().ifPresent(gap -> put(texts, "gap", gap));
        texts.put("epochs_run", String.valueOf(run.training().history().size()));
        texts.put("best_epoch", String.valueOf(run.training().bestEpoch()));
        texts.put("stopped_by", run.training().stop().name().toLowerCase(Locale.ROOT));
        texts.put("controls_on", (controls.heldOut() ? "held-out rows: " : "fitted rows: ") + controls.rows());
        for (Controls.Contrast contrast : controls.contrasts()) {
            String under = "error_per_cell." + contrast.corruption() + ".";
            put(texts, under + "model", contrast.model());
            put(texts, under + "pca", contrast.pca());
            put(texts, under + "column_mean", contrast.columnMean());
            put(texts, under + "untrained", contrast.untrained());
        }
        put(texts, "identity_distance", diagnostics.identityDistance());
        put(texts, "noise_gain", diagnostics.noiseGain());
        put(texts, "effective_rank", diagnostics.effectiveRank());
        put(texts, "gram_condition", diagnostics.gramCondition());
        double[] angles = diagnostics.anglesToPca();
        if (angles.length > 0) {
            put(texts, "largest_angle_to_pca_degrees", Math.toDegrees(angles[angles.length - 1]));
        }
        List<String> warnings = warnings(run, controls, diagnostics);
        for (int i = 0; i < warnings.size(); i++) {
            texts.put("warning." + (i + 1), warnings.get(i));
        }
        return new Findings(texts, warnings);
    }

    /** A copy with one more text. */
    Findings with(String name, String text) {
        Map<String, String> all = new TreeMap<>(texts);
        all.put(name, text);
        return new Findings(all, warnings);
    }

    private static void put(Map<String, String> texts, String name, double value) {
        if (!Double.isNaN(value)) {
            texts.put(name, String.valueOf(value));
        }
    }

    private static List<String> warnings(AutoencoderFit run, Controls controls, Diagnostics diagnostics) {
        List<String> warnings = new ArrayList<>();
        boolean wide = run.model().codeSize() >= run.model().features();
        boolean clean = controls.contrasts().size() == 1;
        if (!run.training().message().isEmpty()) {
            warnings.add(run.training().message());
        }
        if (wide
                && clean
                && diagnostics.identityDistance() < IDENTITY
                && run.training().stop() != StopReason.NOTHING_TO_LEARN) {
            warnings.add(
                    "k >= d and no corruption: this model has learnt the identity; take a smaller k, or train with a corruption");
        }
        for (Controls.Contrast contrast : controls.contrasts()) {
            String under = contrast.corruption().isNone() ? "" : " under " + contrast.corruption();
            if (contrast.model() > contrast.columnMean()) {
                warnings.add("the column means reconstruct better than this model" + under + ": "
                        + contrast.columnMean() + " against " + contrast.model() + " per cell");
            } else if (contrast.model() > contrast.untrained()) {
                warnings.add("the same model untrained reconstructs better" + under + ": " + contrast.untrained()
                        + " against " + contrast.model() + " per cell");
            }
        }
        return warnings;
    }
}
