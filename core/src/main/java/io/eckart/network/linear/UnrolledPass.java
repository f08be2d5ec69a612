package io.eckart.network.linear;

import io.eckart.network.Dimensions;
import io.eckart.network.pass.Composition;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * The unrolled encoder over rows of a training batch. If all rows have the same hidden cells, the recursion is the same linear map
 * for all of them, with m 1 for observed cells: {@code A_m = phi(B_m' B_m) B_m'} with {@code B_m = diag(m) B} is composed once and
 * applied with one product. Otherwise it runs step by step.
 */
final class UnrolledPass extends RecurrentPass {
    private final MatrixView decoder;
    private final MatrixView maskedDecoder;
    private final Composition composition;
    private final MatrixView encoder;
    private final MatrixView encoderGradient;
    private final boolean worthwhile;
    private boolean together;

    UnrolledPass(UnrolledNetwork network, Dimensions dimensions, int rows, RecurrentCell cell, RecurrentCell gradient) {
        super(dimensions, rows, cell, gradient, 0);
        int d = dimensions.features();
        int k = dimensions.codeSize();
        Dimensions plain = new Dimensions(d, k, false, false);
        this.decoder = cell.decoder();
        this.composition = network.composition(plain, new Reals64(new double[d * k]), new Reals64(new double[d * k]));
        this.maskedDecoder = composition.decoder();
        this.encoder = MatrixView.zeros(decoder.reals().precision(), k, d);
        this.encoderGradient = MatrixView.zeros(decoder.reals().precision(), k, d);
        // Composing costs about k more products with B than a step of one row does.
        this.worthwhile = (long) rows * network.encoder().depth() >= 2L * Math.min(k, d);
    }

    /** Every step is eta. */
    @Override
    boolean learnsSteps() {
        return false;
    }

    @Override
    public void encode() {
        together = worthwhile && masksAreEqual();
        if (!together) {
            super.encode();
            return;
        }
        maskedDecoder.convert(decoder);
        for (int j = 0; j < maskedDecoder.rows(); j++) {
            for (int c = 0; isHidden(j) && c < maskedDecoder.columns(); c++) {
                maskedDecoder.set(j, c, 0);
            }
        }
        composition.compose();
        encoder.convert(composition.encoder());
        codes().setProduct(input(), encoder.t());
    }

    private boolean isHidden(int feature) {
        return hidden().get(0, feature) != 0;
    }

    private boolean masksAreEqual() {
        for (int i = 1; i < rows(); i++) {
            for (int j = 0; j < hidden().columns(); j++) {
                if (hidden().get(i, j) != hidden().get(0, j)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void backThroughRows(double rowWeight) {
        if (!together) {
            super.backThroughRows(rowWeight);
            return;
        }
        RecurrentCell to = gradient();
        MatrixView codeGradient = backThroughDecoder(to);
        encoderGradient.setProduct(codeGradient.t(), input());
        composition.encoderGradient().convert(encoderGradient);
        composition.decoderGradient().fill(0);
        composition.pullBack();
        MatrixView back = composition.decoderGradient();
        for (int j = 0; j < back.rows(); j++) {
            for (int c = 0; !isHidden(j) && c < back.columns(); c++) {
                to.decoder().set(j, c, to.decoder().get(j, c) + back.get(j, c));
            }
        }
    }
}
