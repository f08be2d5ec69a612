package io.eckart.network.layer;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * Lets a network start at PCA: two hidden units {@code f(c)} and {@code f(-c)} pass a number c on as {@code f(c) - f(-c) = c}
 * (up to a constant factor), so 2k units of each hidden layer carry the k principal components; the others start at random and
 * have no weight in the layers above. A hidden cell is read as its mean, which is the origin.
 */
final class PcaStart {
    private final DenseNetwork network;
    private final Layout layout;
    private final Reals64 values;
    private final DoubleMatrix directions;
    private final double[] offset;
    private final int components;
    private final double gain;

    /** @param subspace of at most k directions */
    PcaStart(DenseNetwork network, Dimensions dimensions, Reals64 values, Subspace subspace) {
        this.network = network;
        this.layout = network.layout(dimensions);
        this.values = values;
        this.directions = subspace.directions();
        this.offset = subspace.offset();
        this.components = subspace.size();
        this.gain = network.encoder().activation().oddGain();
    }

    /**
     * Whether the hidden layers can carry this number of components and the activation can pass numbers on. With tied weights
     * every code entry contributes to the output, so each must be a component.
     */
    static boolean isPossible(DenseNetwork network, int components, int codeSize) {
        return network.encoder().activation().oddGain() > 0
                && (!network.encoder().tied() || components == codeSize)
                && network.encoder().hidden().stream().allMatch(width -> width >= 2 * components)
                && network.encoder().decoder().stream().allMatch(width -> width >= 2 * components);
    }

    /** Overwrites a random start. */
    void set() {
        clearIndicator();
        setBias();
        int codeLayer = network.codeLayer();
        int layers = network.layers();
        for (int layer = 0; layer < layers; layer++) {
            if (network.encoder().tied() && layer > codeLayer) {
                break;
            }
            MatrixView weight = layout.in(values, "weight." + layer);
            boolean toRow = layer == layers - 1;
            if (toRow) {
                weight.fill(0);
            }
            for (int c = 0; c < components; c++) {
                Units in = layer == 0 ? row(c) : layer == codeLayer + 1 ? codeEntry(c) : pair(c, 1 / gain);
                Units out = toRow ? row(c) : layer == codeLayer ? codeEntry(c) : pair(c, 1);
                carry(weight, in, out, !toRow);
            }
        }
    }

    /** Units of a layer, from {@code first} on, that carry a component, each its value times the component. */
    @SuppressWarnings("ArrayRecordComponent") // made for one loop, never compared
    private record Units(int first, double[] values) {}

    private Units row(int c) {
        return new Units(0, directions.copyRows(c, c + 1).values());
    }

    private static Units codeEntry(int c) {
        return new Units(c, new double[] {1});
    }

    private static Units pair(int c, double value) {
        return new Units(2 * c, new double[] {value, -value});
    }

    private static void carry(MatrixView weight, Units in, Units out, boolean clear) {
        for (int i = 0; i < out.values.length; i++) {
            for (int j = 0; clear && j < weight.columns(); j++) {
                weight.set(out.first + i, j, 0);
            }
            for (int j = 0; j < in.values.length; j++) {
                weight.set(out.first + i, in.first + j, out.values[i] * in.values[j]);
            }
        }
    }

    /** The subspace need not pass through the origin: with missing cells PCA has another mean than the columns. */
    private void setBias() {
        MatrixView bias = layout.in(values, "bias." + (network.layers() - 1));
        for (int j = 0; j < offset.length; j++) {
            bias.set(0, j, offset[j]);
        }
    }

    /** Units that carry components do not depend on the indicator at first. */
    private void clearIndicator() {
        MatrixView indicator = layout.optional(values, Layout.INDICATOR);
        int units = network.encoder().hidden().isEmpty() ? components : 2 * components;
        for (int unit = 0; indicator != null && unit < units; unit++) {
            for (int j = 0; j < indicator.columns(); j++) {
                indicator.set(unit, j, 0);
            }
        }
    }
}
