package io.eckart.network.linear;

import io.eckart.network.Composition;
import io.eckart.network.Dimensions;
import io.eckart.network.DirectForm;
import io.eckart.network.Form;
import io.eckart.network.Layout;
import io.eckart.network.Subspace;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The cell of parameterization 4 with weights of its own (notes 15.4.3, "some other learnable weights"): {@code y_0 = 0},
 * {@code y_{t+1} = y_t + s_t W_t (x - V_t y_t)}, with learnt step sizes s_t, and W and V shared over time as in a recurrent
 * network or different in each layer. It starts as gradient descent on a random B: {@code W = B'}, {@code V = B}.
 *
 * <p>Without hidden cells it is linear: see {@link UntiedComposition}.
 *
 * @param depth T, at least 1
 * @param perLayer whether every step has weights of its own
 */
public record UntiedEncoder(int depth, boolean perLayer) implements LinearArchitecture {

    /** @throws IllegalArgumentException if the depth is below 1 */
    public UntiedEncoder {
        if (depth < 1) {
            throw new IllegalArgumentException("the depth must be at least 1, got " + depth);
        }
    }

    @Override
    public String kind() {
        return "untied";
    }

    @Override
    public boolean readsIndicator() {
        return false;
    }

    @Override
    public Layout layout(Dimensions dimensions) {
        return RecurrentCell.layout(dimensions, depth, perLayer).build(dimensions);
    }

    private RecurrentCell cell(Dimensions dimensions, Reals array) {
        return RecurrentCell.in(array, layout(dimensions), depth, perLayer);
    }

    @Override
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        cell(dimensions, parameters).unrollFrom(UnrolledEncoder.startingDecoder(dimensions, depth, random), 1);
    }

    @Override
    public void span(Dimensions dimensions, Reals64 parameters, Subspace subspace) {
        RecurrentCell cell = cell(dimensions, parameters);
        subspace.setColumns(cell.decoder(), BEYOND);
        cell.unrollFrom(cell.decoder(), 1);
    }

    @Override
    public Composition composition(Dimensions dimensions, Reals64 parameters, Reals64 gradient) {
        return new UntiedComposition(cell(dimensions, parameters), cell(dimensions, gradient));
    }

    @Override
    public Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient) {
        if (!partial) {
            return new LinearForm(this, dimensions, parameters, gradient);
        }
        return new DirectForm(
                dimensions,
                parameters,
                gradient,
                (rows, weights, passGradient) -> new RecurrentPass(
                        weights.precision(),
                        dimensions,
                        rows,
                        cell(dimensions, weights),
                        passGradient == null ? null : cell(dimensions, passGradient),
                        0));
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("depth", String.valueOf(depth), "per_layer", String.valueOf(perLayer));
    }
}
