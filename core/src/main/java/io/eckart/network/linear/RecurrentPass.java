package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.DirectForm;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.GradientTerm;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The recurrent encoder with hidden cells, step by step: {@code R_t = M * (X - Y_t V')}, {@code Y_{t+1} = h(Y_t + s R_t W')},
 * {@code X^ = Y_T B'}; and backward through time. Hidden cells enter neither the residual nor the gradient.
 */
class RecurrentPass extends Pass {
    private final RecurrentCell cell;
    private final @Nullable RecurrentCell gradient;
    private final double sparsity;
    private final List<MatrixView> codes = new ArrayList<>();
    private final List<MatrixView> residuals = new ArrayList<>();
    private final GradientTerm.@Nullable Sum biasGradient;
    private final MatrixView codeGradient;
    private final MatrixView residualGradient;
    private final MatrixView scratch;

    /** @param sparsity the weight of the penalty {@code 2 a sum |y_j|} on the codes; 0 for none */
    RecurrentPass(
            Dimensions dimensions, int rows, RecurrentCell cell, @Nullable RecurrentCell gradient, double sparsity) {
        Precision precision = cell.decoder().reals().precision();
        super(precision, dimensions, rows);
        this.cell = cell;
        this.gradient = gradient;
        this.sparsity = sparsity;
        int k = dimensions.codeSize();
        for (int t = 0; t < cell.depth(); t++) {
            codes.add(MatrixView.zeros(precision, rows, k));
            residuals.add(MatrixView.zeros(precision, rows, dimensions.features()));
        }
        codes.add(MatrixView.zeros(precision, rows, k));
        MatrixView bias = gradient == null ? null : gradient.bias();
        biasGradient = bias == null ? null : new GradientTerm.ColumnSums(bias, outputGradient()).rows(0, 1);
        codeGradient = MatrixView.zeros(precision, rows, k);
        scratch = MatrixView.zeros(precision, rows, k);
        residualGradient = MatrixView.zeros(precision, rows, dimensions.features());
    }

    /** The form of a network whose parameters are those of a cell, which is found within an array by {@code cell}. */
    static Form form(
            Dimensions dimensions,
            Reals parameters,
            Reals gradient,
            Function<Reals, RecurrentCell> cell,
            double sparsity) {
        return new DirectForm(
                dimensions,
                parameters,
                gradient,
                (rows, weights, to) -> new RecurrentPass(
                        dimensions, rows, cell.apply(weights), to == null ? null : cell.apply(to), sparsity));
    }

    @Override
    public MatrixView codes() {
        return codes.getLast();
    }

    @Override
    public void encode() {
        for (int t = 0; t < cell.depth(); t++) {
            MatrixView residual = residuals.get(t);
            residual.setProduct(codes.get(t), cell.predict(t).t());
            residual.reals().residual(0, residual.length(), input().reals(), hidden().reals());
            MatrixView next = codes.get(t + 1);
            next.copy(codes.get(t));
            next.addProduct(cell.steps().get(0, t), residual, cell.encode(t).t());
            MatrixView threshold = cell.threshold();
            if (threshold != null) {
                SoftThreshold.apply(next, threshold);
            }
        }
    }

    @Override
    public void decode() {
        decode(cell.decoder(), cell.bias());
    }

    @Override
    public double penalty() {
        return sparsity == 0 ? 0 : 2 * sparsity * codes().reals().sumOfMagnitudes(0, codes().length());
    }

    @Override
    public void backThroughRows(double rowWeight) {
        RecurrentCell to = gradient();
        backThroughDecoder(to);
        if (sparsity != 0) {
            codeGradient.reals().addSigns(0, codeGradient.length(), 2 * sparsity * rowWeight, codes().reals(), 0);
        }
        for (int t = cell.depth() - 1; t >= 0; t--) {
            backThroughThreshold(to, t);
            backThroughStep(to, t);
        }
    }

    /** Whether the step sizes are parameters; their gradient takes another product in each step. */
    boolean learnsSteps() {
        return true;
    }

    final RecurrentCell gradient() {
        return Objects.requireNonNull(gradient, "this pass only goes forward");
    }

    /** Adds the gradient of the weights of the decoder, and returns the gradient of the codes. */
    final MatrixView backThroughDecoder(RecurrentCell to) {
        to.decoder().addProduct(1, outputGradient().t(), codes());
        if (biasGradient != null) {
            biasGradient.add();
        }
        codeGradient.setProduct(outputGradient(), cell.decoder());
        return codeGradient;
    }

    private void backThroughThreshold(RecurrentCell to, int t) {
        MatrixView threshold = to.threshold();
        if (threshold != null) {
            SoftThreshold.back(codeGradient, codes.get(t + 1), threshold);
        }
    }

    private void backThroughStep(RecurrentCell to, int t) {
        double step = cell.steps().get(0, t);
        MatrixView residual = residuals.get(t);
        if (learnsSteps()) {
            scratch.setProduct(residual, cell.encode(t).t());
            to.steps().set(0, t, to.steps().get(0, t) + codeGradient.inner(scratch));
        }
        to.encode(t).addProduct(step, codeGradient.t(), residual);
        residualGradient.setProduct(codeGradient, cell.encode(t));
        residualGradient.scale(step);
        residualGradient.reals().clearWhere(0, residualGradient.length(), hidden().reals());
        to.predict(t).addProduct(-1, residualGradient.t(), codes.get(t));
        codeGradient.addProduct(-1, residualGradient, cell.predict(t));
    }
}
