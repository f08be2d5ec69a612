package io.eckart.model;

import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.kind.Networks;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.Reals64;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of an autoencoder, and the scale on which it works: a row x is read as {@code (x - origin) / scale}.
 * Immutable: arrays are copied in and out.
 *
 * @param architecture how it is built
 * @param dimensions its sizes
 * @param values the parameters, flat; {@link #matrices} has them by name
 * @param origin d values: subtracted from a row, and read in place of a hidden cell
 * @param scale the divisor of all cells, above 0
 * @param means d values, the mean of each feature over the fitted rows
 * @param samples n, the rows it was fitted on
 * @param estimate replaces missing cells by their conditional means before a network reads them together with their
 *     indicator; empty: they are replaced by the origin
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; parameters are never compared
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

    /** Copies of the parameters by name, such as "decoder" or "weight.0"; the names depend on the architecture. */
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

    /** The same with missing cells replaced by their conditional means. */
    public AutoencoderParameters estimating(CellEstimate cellEstimate) {
        return new AutoencoderParameters(
                architecture, dimensions, values, origin, scale, means, samples, Optional.of(cellEstimate));
    }

    /** Missing cells are replaced by the origin. */
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
