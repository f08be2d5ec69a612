package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.network.pass.Subspace;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.SplittableRandom;

/**
 * The recursion of {@link UnrolledNetwork} with separate weights: {@code y_0 = 0},
 * {@code y_{t+1} = y_t + s_t W_t (x - V_t y_t)}, with learnt step sizes s_t, and W and V shared over time as in a recurrent
 * network or different in each layer. It starts as gradient descent on a random B: {@code W = B'}, {@code V = B}.
 *
 * <p>Without hidden cells it is linear: see {@link UntiedComposition}.
 *
 * @param encoder its settings
 */
public record UntiedNetwork(UntiedEncoder encoder) implements LinearNetwork {

    @Override
    public Layout layout(Dimensions dimensions) {
        return RecurrentCell.layout(dimensions, encoder.depth(), encoder.perLayer())
                .build(dimensions);
    }

    private RecurrentCell cell(Dimensions dimensions, Reals array) {
        return RecurrentCell.in(array, layout(dimensions), encoder.depth(), encoder.perLayer());
    }

    @Override
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        cell(dimensions, parameters)
                .unrollFrom(UnrolledNetwork.startingDecoder(dimensions, encoder.depth(), random), 1);
    }

    @Override
    public void span(Dimensions dimensions, Reals64 parameters, Subspace subspace) {
        RecurrentCell cell = cell(dimensions, parameters);
        new UnrolledNetwork(UnrolledEncoder.automatic(encoder.depth())).setSpan(cell.decoder(), subspace);
        cell.unrollFrom(cell.decoder(), 1);
    }

    @Override
    public Composition composition(Dimensions dimensions, Reals64 parameters, Reals64 gradient) {
        return new UntiedComposition(cell(dimensions, parameters), cell(dimensions, gradient));
    }

    @Override
    public Form form(Dimensions dimensions, boolean partial, Reals parameters, Reals gradient) {
        return partial
                ? RecurrentPass.form(dimensions, parameters, gradient, array -> cell(dimensions, array), 0)
                : new LinearForm(this, dimensions, parameters, gradient);
    }
}
