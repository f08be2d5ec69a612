package io.eckart.network.layer;

import io.eckart.numerics.Draws;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;

/**
 * Dropout on a layer's output (Srivastava et al. 2014): each unit of each row is set to 0 with probability p, and the
 * others are divided by 1 - p, so that the expectation does not change; the gradient likewise.
 */
final class Dropout {
    private final double rate;
    private final MatrixView output;
    private final Reals dropped;
    private boolean active;

    Dropout(double rate, MatrixView output) {
        this.rate = rate;
        this.output = output;
        this.dropped = output.reals().precision().zeros(rate > 0 ? output.length() : 0);
    }

    void draw(Draws draws) {
        active = rate > 0;
        if (active) {
            dropped.fill(0, dropped.length(), 0);
            output.reals().hide(0, dropped.length(), rate, dropped, draws);
        }
    }

    void drawNone() {
        active = false;
    }

    void forward() {
        apply(output.reals());
    }

    void backward(MatrixView gradient) {
        apply(gradient.reals());
    }

    private void apply(Reals values) {
        if (active) {
            values.clearWhere(0, dropped.length(), dropped);
            values.scale(0, dropped.length(), 1 / (1 - rate));
        }
    }
}
