package io.eckart.training.optimizer;

import io.eckart.numerics.product.Reals;
import java.util.Map;

/** Moves parameters along a gradient; its state has the layout of the parameters. */
public interface Optimizer {

    /** Prepares the step of this number, counted from 1; called once before its slices. */
    void begin(long step, double learningRate);

    /** Moves a slice of the parameters; slices may be moved by several threads. */
    void move(Reals parameters, Reals gradient, int offset, int count);

    /** The arrays of its state by name, for checkpoints. */
    Map<String, Reals> state();
}
