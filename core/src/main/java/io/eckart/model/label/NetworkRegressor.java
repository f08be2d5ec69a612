package io.eckart.model.label;

import io.eckart.model.Regressor;
import io.eckart.network.LinearHead;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;

/** A network that estimates a numeric label, {@code shift + scale (W y + b)} of the code y of a row. */
public final class NetworkRegressor extends NetworkPredictor implements Regressor {
    /** The name of this kind of model in files. */
    public static final String KIND = "network_regressor";

    private final LinearHead head;

    NetworkRegressor(PredictorParameters parameters, LinearHead head) {
        super(parameters);
        this.head = head;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public double[] estimates(FloatMatrix rows, Workers workers) {
        FloatMatrix outputs = predictions(rows, workers, (z, at, to) -> to.copy(at, 1, z, at));
        double[] estimates = new double[rows.rows()];
        Arrays.setAll(estimates, i -> head.value(outputs.get(i, 0)));
        return estimates;
    }
}
