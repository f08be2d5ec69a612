package io.eckart.task.fit;

import io.eckart.model.Autoencoder;
import io.eckart.model.fitted.FittedModel;
import io.eckart.task.Evaluation;
import io.eckart.training.AutoencoderFit;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fitted autoencoder with its controls and diagnostics.
 *
 * @param fitted model, run, and how well it does on all rows it was given
 * @param controls errors of simpler models on the same rows
 * @param diagnostics properties of its map
 * @param findings controls and diagnostics in words, as kept in the model's provenance
 */
public record FittedAutoencoder(
        Fitted<Autoencoder, AutoencoderFit> fitted, Controls controls, Diagnostics diagnostics, Findings findings) {

    public FittedModel<Autoencoder> model() {
        return fitted.model();
    }

    public AutoencoderFit run() {
        return fitted.run();
    }

    public Evaluation evaluation() {
        return fitted.evaluation();
    }

    /** A copy with one more finding, kept with the model. */
    public FittedAutoencoder with(String name, String text) {
        Findings all = findings.with(name, text);
        FittedModel<Autoencoder> model = model();
        Map<String, String> texts = new TreeMap<>(model.provenance().findings());
        texts.put(name, text);
        FittedModel<Autoencoder> kept = new FittedModel<>(
                model.encoding(), model.model(), model.provenance().finding(texts), model.scores());
        return new FittedAutoencoder(
                new Fitted<>(kept, run(), evaluation(), fitted.notes()), controls, diagnostics, all);
    }
}
