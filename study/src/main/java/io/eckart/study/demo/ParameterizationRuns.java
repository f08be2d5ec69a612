package io.eckart.study.demo;

import java.util.List;

/**
 * The four parameterizations of a linear autoencoder (notes 15.4) on complete rows, next to PCA.
 *
 * @param rows n
 * @param features d
 * @param runs for each code size and noise one of each parameterization and one of PCA
 */
public record ParameterizationRuns(int rows, int features, List<Run> runs) {

    public ParameterizationRuns {
        runs = List.copyOf(runs);
    }

    /**
     * One model.
     *
     * @param name as in the notes
     * @param model its kind
     * @param trainedOn the word for the rows in training: clean or noisy
     * @param noise standard deviation of the noise in training, 0 for none
     * @param error per sample, in expectation over the noise
     * @param optimum the least error of any linear map of this code size
     * @param gap {@code (error - optimum) / optimum}; where the optimum is zero, in parts of the energy
     * @param formGap the same to the least error of its own form: what training left; NaN for PCA
     * @param identityDistance {@code ||BA - I||_F / sqrt(d)}
     * @param untrainedDistance the same before training: the control; NaN for PCA
     * @param iterations of the minimizer
     * @param stop why training ended
     */
    public record Run(
            String name,
            String model,
            int codeSize,
            String trainedOn,
            double noise,
            double error,
            double optimum,
            double gap,
            double formGap,
            double identityDistance,
            double untrainedDistance,
            int iterations,
            String stop) {}

    /** The runs with a code size and noise, in the order of the notes, PCA last. */
    public List<Run> of(int codeSize, double noise) {
        return runs.stream()
                .filter(run -> run.codeSize() == codeSize && run.noise() == noise)
                .toList();
    }
}
