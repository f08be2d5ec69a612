package io.eckart.task.label;

import io.eckart.model.Classifier;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.training.FineTuneFit;
import java.util.List;
import java.util.Optional;

/**
 * A fine-tuned network with its history and its check.
 *
 * @param model trained on all labelled rows
 * @param run history of the training
 * @param reading why the labels are classes or values
 * @param notes remarks on the labels; may be empty
 * @param check the errors of a network trained on a part of the labels, and of its controls, on the other labels; empty if no check was
 *     asked for or there are too few labels
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
