package io.eckart.network.pass;

import io.eckart.network.Dimensions;
import io.eckart.numerics.product.Reals;
import org.jspecify.annotations.Nullable;

/** A form whose weights are the parameters. */
public final class DirectForm extends Form {

    /** Makes passes over given weights. */
    @FunctionalInterface
    public interface Passes {
        Pass pass(int rows, Reals weights, @Nullable Reals gradient);
    }

    private final Passes passes;

    public DirectForm(Dimensions dimensions, Reals parameters, Reals gradient, Passes passes) {
        super(dimensions, parameters, gradient);
        this.passes = passes;
    }

    @Override
    public Pass pass(int rows, @Nullable Reals gradient) {
        return passes.pass(rows, weights(), gradient);
    }
}
