package io.eckart.model.label;

import io.eckart.model.Pca;
import io.eckart.network.Dimensions;
import io.eckart.network.layer.PredictorNetwork;
import io.eckart.numerics.product.Reals64;
import java.util.Optional;

/**
 * What a network with a head has learnt, and on which scale it works: a row x stands as {@code (x - origin) / scale}.
 *
 * @param network encoder and head
 * @param dimensions of the encoder
 * @param values the parameters, by the network's layout
 * @param origin d values: what is subtracted from a row, and what a hidden cell stands at
 * @param scale what all cells are divided by, above 0
 * @param samples the labelled rows it was trained on
 * @param estimate what missing cells are filled with before the network reads them: their conditional mean under this PCA;
 *     empty: the origin
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of parameters
public record PredictorParameters(
        PredictorNetwork network,
        Dimensions dimensions,
        Reals64 values,
        double[] origin,
        double scale,
        long samples,
        Optional<Pca> estimate) {

    /** @throws IllegalArgumentException if the sizes do not agree or a value is out of its range */
    public PredictorParameters {
        int d = dimensions.features();
        int length = network.layout(dimensions).length();
        if (values.length() != length || origin.length != d) {
            throw new IllegalArgumentException("a network of " + length + " parameters and " + d
                    + " features cannot have " + values.length() + " parameters and an origin of " + origin.length);
        }
        if (estimate.isPresent() && estimate.get().features() != d) {
            throw new IllegalArgumentException(
                    "an estimate of " + estimate.get().features() + " features does not go with " + d);
        }
        if (!(scale > 0) || scale == Double.POSITIVE_INFINITY || samples < 1) {
            throw new IllegalArgumentException("scale " + scale + " or samples " + samples + " is out of range");
        }
    }

    /** The same with other values. */
    public PredictorParameters withValues(double[] wanted) {
        return new PredictorParameters(
                network, dimensions, new Reals64(wanted.clone()), origin, scale, samples, estimate);
    }
}
