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
 * The parameters of a network with a head, and the scale on which it works: a row x is read as {@code (x - origin) / scale}.
 * Immutable: arrays are copied in and out.
 *
 * @param encoder its encoding half is used
 * @param head computes the prediction from the code
 * @param dimensions of the encoder
 * @param values the parameters, flat; {@link #matrices} has them by name
 * @param origin d values: subtracted from a row, and read in place of a hidden cell
 * @param scale the divisor of all cells, above 0
 * @param samples number of labelled rows it was trained on
 * @param estimate replaces missing cells by their conditional means under this PCA; empty: they are replaced by the origin
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; parameters are never compared
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

    /** Copies of the parameters by name; those of the head are last. */
    public Map<String, DoubleMatrix> matrices() {
        return network().layout(dimensions).matrices(new Reals64(values));
    }

    PredictorNetwork network() {
        return new PredictorNetwork(encoder, head);
    }

    /** The same with other values. */
    public PredictorParameters withValues(double[] newValues) {
        return new PredictorParameters(encoder, head, dimensions, newValues, origin, scale, samples, estimate);
    }
}
