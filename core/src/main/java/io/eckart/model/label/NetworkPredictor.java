package io.eckart.model.label;

import io.eckart.model.Encoder;
import io.eckart.model.Model;
import io.eckart.network.LinearHead;
import io.eckart.network.SoftmaxHead;

/**
 * The encoder of a network with a head that predicts a label. A missing cell stands at the origin, or at its conditional mean
 * under PCA where the encoder has learnt so, and is told apart by its indicator where the encoder reads one; what number stands
 * in it changes no bit.
 */
public sealed interface NetworkPredictor extends Model, Encoder permits NetworkClassifier, NetworkRegressor {

    PredictorParameters parameters();

    /** The model of these parameters: a classifier or a regressor, by the head. */
    static NetworkPredictor of(PredictorParameters parameters) {
        return switch (parameters.head()) {
            case SoftmaxHead softmax -> new NetworkClassifier(parameters, softmax);
            case LinearHead linear -> new NetworkRegressor(parameters, linear);
        };
    }

    @Override
    default int features() {
        return parameters().dimensions().features();
    }

    @Override
    default int codeSize() {
        return parameters().dimensions().codeSize();
    }
}
