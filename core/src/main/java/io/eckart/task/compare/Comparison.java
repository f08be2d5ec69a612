package io.eckart.task.compare;

import io.eckart.task.explore.IntrinsicDimension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Models and code sizes compared by cross-validation. Errors are squared, per cell, in units of the scaled
 * features.
 *
 * @param data the name of the data
 * @param rows used, an even random sample of all
 * @param features d
 * @param folds the number of folds
 * @param noise standard deviation of the noise that was removed
 * @param noiseSource where that value comes from
 * @param hidden the part of the cells hidden
 * @param entries one for each model and code size; fewer if the comparison was interrupted
 * @param floors the least errors of any linear model, for each code size; empty if cells are missing
 * @param rawLabel accuracy of softmax regression on the features themselves; null without labels
 * @param dimension the intrinsic dimension of the rows
 * @param recommendation one sentence
 * @param complete whether everything requested was measured
 * @param seconds time taken
 */
public record Comparison(
        String data,
        int rows,
        int features,
        int folds,
        double noise,
        String noiseSource,
        double hidden,
        List<Entry> entries,
        List<Floor> floors,
        @Nullable Measure rawLabel,
        IntrinsicDimension dimension,
        String recommendation,
        boolean complete,
        double seconds) {

    /**
     * A measure of held-out rows.
     *
     * @param mean over the folds
     * @param spread standard deviation between the folds
     * @param folds the values
     */
    public record Measure(double mean, double spread, List<Double> folds) {
        static Measure of(List<Double> folds) {
            double mean =
                    folds.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
            double squares = 0;
            for (double value : folds) {
                squares += (value - mean) * (value - mean);
            }
            return new Measure(mean, Math.sqrt(squares / Math.max(1, folds.size() - 1)), List.copyOf(folds));
        }

        /** This minus another, fold by fold: folds differ more than models do. */
        Measure minus(Measure other) {
            List<Double> differences = new ArrayList<>();
            for (int i = 0; i < folds.size(); i++) {
                differences.add(folds.get(i) - other.folds.get(i));
            }
            return of(differences);
        }
    }

    /**
     * One model of one code size.
     *
     * @param k code size or clusters; 0 for the column means
     * @param reconstruction error, trained on clean rows
     * @param denoising error against the clean rows, trained under this noise
     * @param masked error over all cells while the part of them is hidden, trained under such masks
     * @param filling error over the hidden cells alone
     * @param label accuracy of softmax regression on the codes; of the commonest class for the means; null without labels
     * @param seconds of all its fits
     */
    public record Entry(
            ComparedModel model,
            int k,
            Measure reconstruction,
            Measure denoising,
            Measure masked,
            Measure filling,
            @Nullable Measure label,
            double seconds) {}

    /** The least errors of any linear model of a code size on the held-out rows, mean over the folds. */
    public record Floor(int k, double reconstruction, double denoising, double masked) {}
}
