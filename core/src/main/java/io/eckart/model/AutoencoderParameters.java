package io.eckart.model;

import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.kind.Networks;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.Reals64;
import java.util.Map;
import java.util.Optional;

/**
 * What an autoencoder has learnt, and on which scale it works: a row x stands as {@code (x - origin) / scale}. Arrays are copied
 * in and out.
 *
 * @param architecture how it is built
 * @param dimensions its sizes
 * @param values the parameters one after the other; {@link #matrices} has them by name
 * @param origin d values: what is subtracted from a row, and what a hidden cell stands at
 * @param scale what all cells are divided by, above 0
 * @param means d values, the mean of each feature over the fitted rows
 * @param samples n, the rows it was fitted on
 * @param estimate what missing cells are filled with before a network reads them, beside the indicator that tells them apart:
 *     their conditional mean under it; empty: the origin
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of parameters
public record AutoencoderParameters(
        Architecture architecture,
        Dimensions dimensions,
        double[] values,
        double[] origin,
        double scale,
        double[] means,
        long samples,
        Optional<CellEstimate> estimate) {

    /** @throws IllegalArgumentException if the sizes do not agree or a value is out of its range */
    public AutoencoderParameters {
        int d = dimensions.features();
        int length = Networks.of(architecture).layout(dimensions).length();
        if (values.length != length || origin.length != d || means.length != d) {
            throw new IllegalArgumentException("a " + architecture.kind() + " of " + length + " parameters and " + d
                    + " features cannot have " + values.length + " parameters, an origin of " + origin.length
                    + " and " + means.length + " means");
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
        means = means.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public double[] origin() {
        return origin.clone();
    }

    @Override
    public double[] means() {
        return means.clone();
    }

    /** The number of parameters. */
    public int count() {
        return values.length;
    }

    /** Copies of the parameters, by name: "decoder", "weight.0" ...; which there are depends on the architecture. */
    public Map<String, DoubleMatrix> matrices() {
        return Networks.of(architecture).layout(dimensions).matrices(new Reals64(values));
    }

    /**
     * A copy of the parameters of this name.
     *
     * @throws IllegalArgumentException if there are none
     */
    public DoubleMatrix matrix(String name) {
        return Networks.of(architecture)
                .layout(dimensions)
                .in(new Reals64(values), name)
                .toDouble();
    }

    /** The same with missing cells read as their conditional means. */
    public AutoencoderParameters estimating(CellEstimate wanted) {
        return new AutoencoderParameters(
                architecture, dimensions, values, origin, scale, means, samples, Optional.of(wanted));
    }

    /** Missing cells stand at the origin. */
    public AutoencoderParameters(
            Architecture architecture,
            Dimensions dimensions,
            double[] values,
            double[] origin,
            double scale,
            double[] means,
            long samples) {
        this(architecture, dimensions, values, origin, scale, means, samples, Optional.empty());
    }
}
