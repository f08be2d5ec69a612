package io.eckart.network.layer;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * Lets a network start at PCA: two hidden units {@code f(c)} and {@code f(-c)} hand a number c on as {@code f(c) - f(-c) = c}
 * (but for a constant factor), so 2k units of each hidden layer carry the k principal components and the others start at random with no weight in what
 * follows. A hidden cell is read as its mean, which is the origin.
 */
final class PcaStart {
    private final DenseNetwork network;
    private final Dimensions dimensions;
    private final Layout layout;
    private final Reals64 values;
    private final DoubleMatrix directions;
    private final double[] offset;
    private final int components;
    private final double gain;

    /** @param subspace of at most k directions */
    PcaStart(DenseNetwork network, Dimensions dimensions, Reals64 values, Subspace subspace) {
        this.network = network;
        this.dimensions = dimensions;
        this.layout = network.layout(dimensions);
        this.values = values;
        this.directions = subspace.directions();
        this.offset = subspace.offset();
        this.components = subspace.size();
        this.gain = network.encoder().activation().oddGain();
    }

    /**
     * Whether the hidden layers can carry this many components, and their activation hands numbers on. With tied weights every
     * code entry takes part in the output, so each must be a component.
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
            boolean toCode = layer == codeLayer;
            boolean toRow = layer == layers - 1;
            boolean fromRow = layer == 0;
            boolean fromCode = layer == codeLayer + 1;
            for (int c = 0; c < components; c++) {
                if (fromRow) {
                    setRow(weight, c, toCode);
                } else if (toRow) {
                    setColumns(weight, c, fromCode);
                } else {
                    handOn(weight, c, fromCode, toCode);
                }
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

    /** Hidden cells say nothing at first to the units that carry components. */
    private void clearIndicator() {
        MatrixView indicator = layout.optional(values, Layout.INDICATOR);
        int units = network.encoder().hidden().isEmpty() ? components : 2 * components;
        for (int unit = 0; indicator != null && unit < units; unit++) {
            for (int j = 0; j < indicator.columns(); j++) {
                indicator.set(unit, j, 0);
            }
        }
    }

    /** The component itself, into one code entry or into a pair of hidden units. */
    private void setRow(MatrixView weight, int c, boolean toCode) {
        for (int j = 0; j < dimensions.features(); j++) {
            double entry = directions.get(c, j);
            if (toCode) {
                weight.set(c, j, entry);
            } else {
                weight.set(2 * c, j, entry);
                weight.set(2 * c + 1, j, -entry);
            }
        }
    }

    private void setColumns(MatrixView weight, int c, boolean fromCode) {
        if (c == 0) {
            weight.fill(0);
        }
        for (int j = 0; j < dimensions.features(); j++) {
            double entry = directions.get(c, j);
            if (fromCode) {
                weight.set(j, c, entry);
            } else {
                weight.set(j, 2 * c, entry / gain);
                weight.set(j, 2 * c + 1, -entry / gain);
            }
        }
    }

    /** From a code entry or a pair of units to a code entry or a pair of units. */
    private void handOn(MatrixView weight, int c, boolean fromCode, boolean toCode) {
        int inputs = fromCode ? 1 : 2;
        int outputs = toCode ? 1 : 2;
        for (int out = 0; out < outputs; out++) {
            int row = outputs * c + out;
            for (int j = 0; j < weight.columns(); j++) {
                weight.set(row, j, 0);
            }
            double sign = (out == 0 ? 1 : -1) / (fromCode ? 1 : gain);
            weight.set(row, inputs * c, sign);
            if (inputs == 2) {
                weight.set(row, 2 * c + 1, -sign);
            }
        }
    }
}
