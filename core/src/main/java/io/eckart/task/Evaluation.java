package io.eckart.task;

import io.eckart.data.DataException;
import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.Corruptor;
import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import java.util.Arrays;

/**
 * How well a model reconstructs rows, measured in float64 over the observed cells.
 *
 * @param rows n, the rows measured
 * @param cells observed cells
 * @param errorPerSample {@code (1/n) sum ||x - x^||^2} (notes 15.9)
 * @param errorPerCell the mean squared error of an observed cell
 * @param energyExplained {@code 1 - sum ||x - x^||^2 / sum ||x - o||^2} with o the model's origin; 0 if there is no energy
 * @param columnMeanErrorPerCell the control: error per cell of the feature means of the fitted rows
 * @param featureErrors d entries, the mean squared error of the observed cells of each feature; 0 if there are none
 */
@SuppressWarnings("ArrayRecordComponent") // a result of the caller, which the library does not keep
public record Evaluation(
        long rows,
        long cells,
        double errorPerSample,
        double errorPerCell,
        double energyExplained,
        double columnMeanErrorPerCell,
        double[] featureErrors) {

    /** Rows reconstructed at once, so that memory does not grow with the data. */
    private static final int SLICE = 4096;

    /**
     * Measures a model in one pass.
     *
     * @throws DataException if there are no rows or no observed cells, or the data cannot be read
     */
    public static Evaluation of(FeatureSource source, Reconstructor model, Workers workers) {
        return of(source, model, new Corruptor(Corruption.NONE, new RandomStreams(0)), workers);
    }

    /**
     * Measures in one pass how well a model reconstructs clean rows from corrupted copies, over all observed cells including those that
     * the corruption hides.
     *
     * @throws DataException if there are no rows or no observed cells, or the data cannot be read
     */
    public static Evaluation of(FeatureSource source, Reconstructor model, Corruptor corruptor, Workers workers) {
        Sums sums = new Sums(model, source.width());
        try (FeatureCursor cursor = source.open()) {
            for (FloatMatrix chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                for (int from = 0; from < chunk.rows(); from += SLICE) {
                    FloatMatrix slice = chunk.copyRows(from, Math.min(chunk.rows(), from + SLICE));
                    sums.add(slice, corruptor.next(slice), workers);
                }
            }
        }
        return sums.evaluation();
    }

    private static final class Sums {
        private static final int BLOCK = 256;

        private final Reconstructor model;
        private final float[] origin;
        private final float[] means;
        private final double[] errors;
        private final long[] observed;
        private double energy;
        private double meanError;
        private long rows;

        Sums(Reconstructor model, int features) {
            this.model = model;
            this.origin = model.origin();
            this.means = model.featureMeans();
            this.errors = new double[features];
            this.observed = new long[features];
        }

        void add(FloatMatrix slice, FloatMatrix corrupted, Workers workers) {
            FloatMatrix reconstruction = model.reconstruct(corrupted, workers);
            Sums[] parts = new Sums[Math.ceilDiv(slice.rows(), BLOCK)];
            workers.forEach(parts.length, block -> {
                parts[block] = new Sums(model, errors.length);
                for (int i = block * BLOCK; i < Math.min(slice.rows(), (block + 1) * BLOCK); i++) {
                    parts[block].addRow(slice, reconstruction, i);
                }
            });
            Arrays.stream(parts).forEach(this::merge);
            rows += slice.rows();
        }

        private void addRow(FloatMatrix slice, FloatMatrix reconstruction, int row) {
            for (int j = 0; j < errors.length; j++) {
                double cell = slice.get(row, j);
                if (!Double.isNaN(cell)) {
                    errors[j] += square(cell - reconstruction.get(row, j));
                    energy += square(cell - origin[j]);
                    meanError += square(cell - means[j]);
                    observed[j]++;
                }
            }
        }

        private static double square(double value) {
            return value * value;
        }

        private void merge(Sums part) {
            Arrays.setAll(errors, j -> errors[j] + part.errors[j]);
            Arrays.setAll(observed, j -> observed[j] + part.observed[j]);
            energy += part.energy;
            meanError += part.meanError;
        }

        Evaluation evaluation() {
            long cells = Arrays.stream(observed).sum();
            if (cells == 0) {
                throw new DataException("there is nothing to evaluate: " + rows + " rows without an observed cell");
            }
            double total = Arrays.stream(errors).sum();
            double[] perFeature = new double[errors.length];
            Arrays.setAll(perFeature, j -> observed[j] == 0 ? 0 : errors[j] / observed[j]);
            double explained = energy == 0 ? 0 : 1 - total / energy;
            return new Evaluation(rows, cells, total / rows, total / cells, explained, meanError / cells, perFeature);
        }
    }
}
