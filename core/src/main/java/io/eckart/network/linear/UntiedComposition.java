package io.eckart.network.linear;

import io.eckart.network.pass.Composition;
import io.eckart.numerics.product.MatrixView;
import java.util.ArrayList;
import java.util.List;

/**
 * The untied cell without hidden cells: {@code A_0 = 0}, {@code A_{t+1} = A_t + s_t (W_t - K_t A_t)} with {@code K_t = W_t V_t}.
 *
 * <p>Backward, with D the gradient of A_{t+1} and {@code P = D A_t'}: {@code dW_t += s (D - P V')}, {@code dV_t -= s W' P},
 * {@code ds_t += <D, W> - <P, K>}, and D becomes {@code D - s K' D}.
 */
final class UntiedComposition extends Composition {
    private final RecurrentCell cell;
    private final RecurrentCell gradient;
    private final List<MatrixView> encoders = new ArrayList<>();
    private final List<MatrixView> products = new ArrayList<>();
    private final MatrixView inner;
    private final MatrixView previous;

    UntiedComposition(RecurrentCell cell, RecurrentCell gradient) {
        int k = cell.decoder().columns();
        int d = cell.decoder().rows();
        List<MatrixView> made = new ArrayList<>();
        for (int t = 0; t <= cell.depth(); t++) {
            made.add(MatrixView.zeros(k, d));
        }
        super(made.getLast(), cell.decoder(), MatrixView.zeros(k, d), gradient.decoder());
        this.cell = cell;
        this.gradient = gradient;
        this.encoders.addAll(made);
        for (int t = 0; t < cell.depth(); t++) {
            products.add(MatrixView.zeros(k, k));
        }
        this.inner = MatrixView.zeros(k, k);
        this.previous = MatrixView.zeros(k, d);
    }

    @Override
    public void compose() {
        for (int t = 0; t < cell.depth(); t++) {
            products.get(t).setProduct(cell.encode(t), cell.predict(t));
            MatrixView next = encoders.get(t + 1);
            next.copy(encoders.get(t));
            next.add(cell.steps().get(0, t), cell.encode(t));
            next.addProduct(-cell.steps().get(0, t), products.get(t), encoders.get(t));
        }
    }

    @Override
    public void pullBack() {
        gradient.encode().forEach(w -> w.fill(0));
        gradient.predict().forEach(v -> v.fill(0));
        MatrixView back = encoderGradient();
        for (int t = cell.depth() - 1; t >= 0; t--) {
            double step = cell.steps().get(0, t);
            inner.setProduct(back, encoders.get(t).t());
            gradient.steps().set(0, t, back.inner(cell.encode(t)) - inner.inner(products.get(t)));
            gradient.encode(t).add(step, back);
            gradient.encode(t).addProduct(-step, inner, cell.predict(t).t());
            gradient.predict(t).addProduct(-step, cell.encode(t).t(), inner);
            previous.copy(back);
            back.addProduct(-step, products.get(t).t(), previous);
        }
    }
}
