package io.eckart.model.label;

import io.eckart.model.Regressor;
import io.eckart.network.LinearHead;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;

/** A network that estimates a value for a row, {@code shift + scale (W y + b)} of its code y. */
public final class NetworkRegressor implements NetworkPredictor, Regressor {
    public static final String KIND = "network_regressor";

    private final PredictorRows rows;
    private final LinearHead head;

    NetworkRegressor(PredictorParameters parameters, LinearHead head) {
        this.rows = new PredictorRows(parameters);
        this.head = head;
    }

    @Override
    public PredictorParameters parameters() {
        return rows.parameters();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** NaN for a row without an observed cell. */
    @Override
    public double[] estimates(FloatMatrix given, Workers workers) {
        FloatMatrix outputs = rows.outputs(given, workers, (z, at, to) -> to.copy(at, 1, z, at));
        double[] estimates = new double[given.rows()];
        for (int i = 0; i < estimates.length; i++) {
            estimates[i] = head.value(outputs.get(i, 0));
        }
        return estimates;
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
