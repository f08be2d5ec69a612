package io.eckart.model.label;

import io.eckart.model.Classifier;
import io.eckart.network.SoftmaxHead;
import io.eckart.network.layer.SoftmaxLoss;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;

/** A network that gives a row the probabilities of its classes, {@code softmax(W y + b)} of its code y. */
public final class NetworkClassifier implements NetworkPredictor, Classifier {
    public static final String KIND = "network_classifier";

    private final PredictorRows rows;
    private final SoftmaxHead head;
    private final SoftmaxLoss softmax;

    NetworkClassifier(PredictorParameters parameters, SoftmaxHead head) {
        this.rows = new PredictorRows(parameters);
        this.head = head;
        this.softmax = new SoftmaxLoss(head.outputs());
    }

    @Override
    public PredictorParameters parameters() {
        return rows.parameters();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> classes() {
        return head.classes();
    }

    /** NaN for a row without an observed cell. */
    @Override
    public FloatMatrix probabilities(FloatMatrix given, Workers workers) {
        return rows.outputs(given, workers, (outputs, at, to) -> softmax.probabilities(outputs, at, 1, to, at));
    }

    @Override
    public FloatMatrix encode(FloatMatrix given, Workers workers) {
        return rows.codes(given, workers);
    }

    @Override
    public List<String> codeNames() {
        return rows.codeNames();
    }
}
