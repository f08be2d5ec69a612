package io.eckart.network.pass;

import io.eckart.network.Dimensions;
import io.eckart.numerics.Draws;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals.Precision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes codes and reconstructions of a fixed number of rows, and the gradient of the weights. All arrays are made with the
 * pass; not thread-safe.
 */
public abstract class Pass {
    private final MatrixView input;
    private final MatrixView hidden;
    private final MatrixView output;
    private final MatrixView outputGradient;

    /** A pass whose output is the reconstruction of the row. */
    public Pass(Precision precision, Dimensions dimensions, int rows) {
        this(precision, dimensions, rows, dimensions.features());
    }

    /** @param outputs the width of the output */
    public Pass(Precision precision, Dimensions dimensions, int rows, int outputs) {
        input = MatrixView.zeros(precision, rows, dimensions.features());
        hidden = MatrixView.zeros(precision, rows, dimensions.features());
        output = MatrixView.zeros(precision, rows, outputs);
        outputGradient = MatrixView.zeros(precision, rows, outputs);
    }

    /** n, the number of rows. */
    public final int rows() {
        return input.rows();
    }

    /** Standardised rows, n x d, 0 where hidden; filled by the caller. */
    public final MatrixView input() {
        return input;
    }

    /** 1 where a cell is hidden or missing, else 0, n x d; filled by the caller. */
    public final MatrixView hidden() {
        return hidden;
    }

    /** n x k. */
    public abstract MatrixView codes();

    /** Reconstructions of the standardised rows, n x d, or the output of a head, as of the last {@link #decode}. */
    public final MatrixView output() {
        return output;
    }

    /** dL/d{@link #output}; filled by the caller before {@link #backward}, which may overwrite it. */
    public final MatrixView outputGradient() {
        return outputGradient;
    }

    /** Draws which hidden units of the next rows are dropped; most passes drop none. */
    public void drop(Draws draws) {
        // Only networks with a head drop units.
    }

    /** Drops no units from now on. */
    public void dropNone() {
        // Only networks with a head drop units.
    }

    /** Computes codes of the input. */
    public abstract void encode();

    /** Computes the output of the codes. */
    public abstract void decode();

    /** The output of a linear decoder with or without a bias. */
    public final void decode(MatrixView decoder, @Nullable MatrixView bias) {
        if (bias == null) {
            output.setProduct(codes(), decoder.t());
        } else {
            output.reals().fillRows(0, output.rows(), output.columns(), bias.reals(), bias.offset());
            output.addProduct(1, codes(), decoder.t());
        }
    }

    /** A penalty on the codes, summed over the rows; 0 for most. */
    public double penalty() {
        return 0;
    }

    /**
     * Adds the gradient of the weights.
     *
     * @param rowWeight the weight of a row in the objective, such as 1/n, for the {@link #penalty}
     */
    public final void backward(double rowWeight) {
        backThroughRows(rowWeight);
        List<GradientTerm> terms = terms();
        for (int i = 0; i < terms.size(); i++) {
            terms.get(i).addAll();
        }
    }

    /** As {@link #backward}, but leaves out the {@link #terms} of the gradient, which the caller sums. */
    public abstract void backThroughRows(double rowWeight);

    /** The terms that are to be summed after {@link #backThroughRows}; none if the pass sums its gradient itself. */
    public List<GradientTerm> terms() {
        return List.of();
    }
}
