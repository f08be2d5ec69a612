package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a recurrent encoder {@code y_{t+1} = h(y_t + s_t W_t (m * (x - V_t y_t)))}, or their gradients.
 *
 * @param encode W_t, k x d, one for each step or one for all
 * @param predict V_t, d x k, likewise
 * @param steps s, 1 x T
 * @param threshold theta of the soft threshold h, 1 x k; null where h is the identity
 * @param decoder B, d x k
 * @param bias the vector that the decoder adds, 1 x d; null for none
 */
record RecurrentCell(
        List<MatrixView> encode,
        List<MatrixView> predict,
        MatrixView steps,
        @Nullable MatrixView threshold,
        MatrixView decoder,
        @Nullable MatrixView bias) {

    /** The name of the part for theta. */
    static final String THRESHOLD = "threshold";

    RecurrentCell {
        encode = List.copyOf(encode);
        predict = List.copyOf(predict);
    }

    int depth() {
        return steps.columns();
    }

    MatrixView encode(int step) {
        return encode.get(encode.size() == 1 ? 0 : step);
    }

    MatrixView predict(int step) {
        return predict.get(predict.size() == 1 ? 0 : step);
    }

    /** Parts for a cell whose weights differ from layer to layer, or not. */
    static Layout.Builder layout(Dimensions dimensions, int depth, boolean perLayer) {
        Layout.Builder layout = new Layout.Builder();
        for (int t = 0; t < (perLayer ? depth : 1); t++) {
            layout.add(name("encode", t, perLayer), dimensions.codeSize(), dimensions.features());
            layout.add(name("predict", t, perLayer), dimensions.features(), dimensions.codeSize());
        }
        return layout.add("steps", 1, depth).add("decoder", dimensions.features(), dimensions.codeSize());
    }

    private static String name(String part, int step, boolean perLayer) {
        return perLayer ? part + "." + step : part;
    }

    /** The cell within an array of such a layout. */
    static RecurrentCell in(Reals array, Layout layout, int depth, boolean perLayer) {
        List<MatrixView> encode = new ArrayList<>();
        List<MatrixView> predict = new ArrayList<>();
        for (int t = 0; t < (perLayer ? depth : 1); t++) {
            encode.add(layout.in(array, name("encode", t, perLayer)));
            predict.add(layout.in(array, name("predict", t, perLayer)));
        }
        return new RecurrentCell(
                encode,
                predict,
                layout.in(array, "steps"),
                layout.optional(array, THRESHOLD),
                layout.in(array, "decoder"),
                layout.optional(array, Layout.BIAS));
    }

    /** Sets the weights to those of gradient descent with matrix B: {@code W = B'}, {@code V = B}. */
    void unrollFrom(MatrixView b, double step) {
        encode.forEach(w -> w.copy(b.t()));
        predict.forEach(v -> v.copy(b));
        steps.fill(step);
        decoder.copy(b);
    }
}
