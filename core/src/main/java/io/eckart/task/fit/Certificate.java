package io.eckart.task.fit;

import io.eckart.model.Pca;
import io.eckart.model.PcaParameters;
import io.eckart.training.PcaFit;
import java.util.Optional;

/**
 * How far a measured error is from the exact optimum of every linear map of the same code size.
 *
 * @param optimum the least error per sample, {@code tr(Sigma) - sum_{i <= k} lambda_i} (Eckart and Young 1936)
 * @param gap {@code (error - optimum) / optimum}; where the optimum is zero but for rounding, {@code (error - optimum) /
 *     tr(Sigma)}
 */
public record Certificate(double optimum, double gap) {
    /** Below this part of the total energy the optimum is rounding. */
    private static final double ZERO = 1e-9;

    /** The certificate of a fitted PCA; empty with missing cells, for which no closed form of the optimum exists. */
    public static Optional<Certificate> of(Fitted<Pca, PcaFit> fitted) {
        return fitted.missingCells() > 0
                ? Optional.empty()
                : Optional.of(of(
                        fitted.run().model().parameters(), fitted.evaluation().errorPerSample()));
    }

    /**
     * The certificate of a fitted PCA.
     *
     * @param errorPerSample measured over the rows the model was fitted on
     */
    public static Certificate of(PcaParameters parameters, double errorPerSample) {
        double optimum = parameters.optimum();
        double total = parameters.totalEnergy();
        double scale = optimum > ZERO * total ? optimum : total;
        return new Certificate(optimum, scale == 0 ? 0 : (errorPerSample - optimum) / scale);
    }
}
