package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.ListaEncoder;
import io.eckart.network.pass.Constraint;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Network;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;

/**
 * Learned iterative soft thresholding (Gregor and LeCun 2010): the untied cell, shared over time, with a soft threshold after
 * each step, {@code y_{t+1} = soft(y_t + s_t W (m * (x - V y_t)), theta)}; codes are sparse.
 *
 * <p>The objective has the penalty {@code 2 a sum_j |y_j|} for each row, and the columns of B have length at most 1; otherwise
 * codes would shrink and B grow until the penalty vanished. It starts as ISTA for {@code 1/2 ||x - B y||^2 + a |y|_1}:
 * {@code W = B'}, {@code V = B}, {@code theta = s a}.
 *
 * @param encoder its settings
 */
public record ListaNetwork(ListaEncoder encoder) implements Network {

    @Override
    public Layout layout(Dimensions dimensions) {
        return RecurrentCell.layout(dimensions, encoder.depth(), false)
                .add(RecurrentCell.THRESHOLD, 1, dimensions.codeSize())
                .build(dimensions);
    }

    private RecurrentCell cell(Dimensions dimensions, Reals array) {
        return RecurrentCell.in(array, layout(dimensions), encoder.depth(), false);
    }

    @Override
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        Layout layout = layout(dimensions);
        cell(dimensions, parameters)
                .unrollFrom(UnrolledNetwork.startingDecoder(dimensions, encoder.depth(), random), 1);
        layout.in(parameters, RecurrentCell.THRESHOLD).fill(encoder.sparsity());
    }

    /**
     * ISTA with the directions of the subspace for B, if there is one for each code entry: the threshold would set other entries
     * to 0.
     */
    @Override
    public boolean startAt(Dimensions dimensions, Reals64 parameters, Subspace subspace) {
        if (subspace.size() < dimensions.codeSize()) {
            return false;
        }
        RecurrentCell cell = cell(dimensions, parameters);
        subspace.setColumns(cell.decoder(), 0);
        cell.unrollFrom(cell.decoder(), 1);
        subspace.setOptional(layout(dimensions), parameters);
        return true;
    }

    @Override
    public Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient) {
        return RecurrentPass.form(
                dimensions, parameters, gradient, array -> cell(dimensions, array), encoder.sparsity());
    }

    /** Thresholds are at least 0, columns of B have length at most 1. */
    @Override
    public Constraint constraint(Dimensions dimensions, Reals parameters) {
        Layout layout = layout(dimensions);
        Layout.Part threshold = layout.part(RecurrentCell.THRESHOLD);
        MatrixView decoder = layout.in(parameters, "decoder");
        return () -> {
            parameters.raiseTo(threshold.offset(), threshold.length(), 0);
            shorten(decoder);
        };
    }

    private static void shorten(MatrixView decoder) {
        for (int j = 0; j < decoder.columns(); j++) {
            double square = 0;
            for (int i = 0; i < decoder.rows(); i++) {
                square += decoder.get(i, j) * decoder.get(i, j);
            }
            for (int i = 0; square > 1 && i < decoder.rows(); i++) {
                decoder.set(i, j, decoder.get(i, j) / Math.sqrt(square));
            }
        }
    }
}
