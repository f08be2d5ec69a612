package io.eckart.task.label;

import io.eckart.model.Classifier;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.training.FineTuneFit;
import java.util.List;
import java.util.Optional;

/**
 * A network with a head, and what is known of it.
 *
 * @param model trained on all labelled rows
 * @param run how
 * @param reading why the labels are classes or values, in plain words
 * @param notes what a person should know of the labels
 * @param check how well a network trained on a part of the labels does on the others, beside its controls; empty where no check
 *     was asked for or there are too few labels for one
 */
public record FineTuned(
        FittedModel<NetworkPredictor> model,
        FineTuneFit run,
        String reading,
        List<String> notes,
        Optional<FineTuneCheck> check) {

    public FineTuned {
        notes = List.copyOf(notes);
    }

    /** Whether the labels are classes, not values. */
    public boolean isClassifier() {
        return model.model() instanceof Classifier;
    }
}
