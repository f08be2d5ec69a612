package io.eckart.model.label;

import io.eckart.model.Pca;
import io.eckart.network.Dimensions;
import io.eckart.network.Head;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.layer.PredictorNetwork;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.Reals64;
import java.util.Map;
import java.util.Optional;

/**
 * What a network with a head has learnt, and on which scale it works: a row x stands as {@code (x - origin) / scale}. Arrays are
 * copied in and out.
 *
 * @param encoder whose encoding half is used
 * @param head what stands on the code
 * @param dimensions of the encoder
 * @param values the parameters, one after the other; {@link #matrices} has them by name
 * @param origin d values: what is subtracted from a row, and what a hidden cell stands at
 * @param scale what all cells are divided by, above 0
 * @param samples the labelled rows it was trained on
 * @param estimate what missing cells are filled with before the network reads them: their conditional mean under this PCA;
 *     empty: the origin
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of parameters
public record PredictorParameters(
        NetworkEncoder encoder,
        Head head,
        Dimensions dimensions,
        double[] values,
        double[] origin,
        double scale,
        long samples,
        Optional<Pca> estimate) {

    /** @throws IllegalArgumentException if the sizes do not agree or a value is out of its range */
    public PredictorParameters {
        int d = dimensions.features();
        int length = new PredictorNetwork(encoder, head).layout(dimensions).length();
        if (values.length != length || origin.length != d) {
            throw new IllegalArgumentException("a network of " + length + " parameters and " + d
                    + " features cannot have " + values.length + " parameters and an origin of " + origin.length);
        }
        if (estimate.isPresent() && estimate.get().features() != d) {
            throw new IllegalArgumentException(
                    "an estimate of " + estimate.get().features() + " features does not go with " + d);
        }
        if (!(scale > 0) || scale == Double.POSITIVE_INFINITY || samples < 1) {
            throw new IllegalArgumentException("scale " + scale + " or samples " + samples + " is out of range");
        }
        values = values.clone();
        origin = origin.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public double[] origin() {
        return origin.clone();
    }

    /** The number of parameters. */
    public int count() {
        return values.length;
    }

    /** Copies of the parameters, by name, those of the head last. */
    public Map<String, DoubleMatrix> matrices() {
        return network().layout(dimensions).matrices(new Reals64(values));
    }

    PredictorNetwork network() {
        return new PredictorNetwork(encoder, head);
    }

    /** The same with other values. */
    public PredictorParameters withValues(double[] wanted) {
        return new PredictorParameters(encoder, head, dimensions, wanted, origin, scale, samples, estimate);
    }
}
