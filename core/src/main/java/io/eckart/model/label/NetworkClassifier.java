package io.eckart.model.label;

import io.eckart.model.Classifier;
import io.eckart.network.SoftmaxHead;
import io.eckart.network.layer.SoftmaxLoss;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;

/** A network that predicts the probabilities of classes, {@code softmax(W y + b)} of the code y of a row. */
public final class NetworkClassifier extends NetworkPredictor implements Classifier {
    /** The name of this kind of model in files. */
    public static final String KIND = "network_classifier";

    private final SoftmaxHead head;
    private final SoftmaxLoss softmax;

    NetworkClassifier(PredictorParameters parameters, SoftmaxHead head) {
        super(parameters);
        this.head = head;
        this.softmax = new SoftmaxLoss(head.outputs());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<String> classes() {
        return head.classes();
    }

    /**
     * The same classifier with its probabilities at a {@link Temperature}: the parameters of the head are divided by it.
     *
     * @throws IllegalArgumentException if the temperature is not above 0 and finite
     */
    public NetworkClassifier withTemperature(double temperature) {
        double factor = 1 / Temperature.checked(temperature);
        PredictorParameters given = parameters();
        double[] values = given.values();
        for (int i = given.network().headOffset(given.dimensions()); i < values.length; i++) {
            values[i] *= factor;
        }
        return new NetworkClassifier(given.withValues(values), head);
    }

    @Override
    public FloatMatrix probabilities(FloatMatrix rows, Workers workers) {
        return predictions(rows, workers, (outputs, at, to) -> softmax.probabilities(outputs, at, 1, to, at));
    }
}
