package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;

/**
 * Fills a missing cell with the mean of its feature, and so a category with its most frequent level: the baseline for every
 * other filler. Its uncertainty is the standard deviation of the feature. Immutable and safe for use by several threads.
 */
public final class Constant implements Model, UncertainFiller {
    private final double[] means;
    private final double[] deviations;
    private final long samples;

    /**
     * @param means d values, over the observed cells of the fitted rows
     * @param deviations d values at least 0, over the same cells
     * @param samples n, the number of fitted rows
     * @throws IllegalArgumentException if the sizes do not agree or a value is out of its range
     */
    public Constant(double[] means, double[] deviations, long samples) {
        boolean valid = Arrays.stream(deviations).allMatch(s -> s >= 0);
        if (means.length < 1 || means.length != deviations.length || !valid || samples < 1) {
            throw new IllegalArgumentException(means.length + " means, " + deviations.length
                    + " standard deviations (at least 0) and " + samples + " samples do not go together");
        }
        this.means = means.clone();
        this.deviations = deviations.clone();
        this.samples = samples;
    }

    @Override
    public String kind() {
        return "mean";
    }

    @Override
    public int features() {
        return means.length;
    }

    /** 0: there is no code. */
    @Override
    public int codeSize() {
        return 0;
    }

    /** A copy of the d means. */
    public double[] means() {
        return means.clone();
    }

    /** A copy of the d standard deviations. */
    public double[] deviations() {
        return deviations.clone();
    }

    public long samples() {
        return samples;
    }

    @Override
    public FloatMatrix fill(FloatMatrix rows, Workers workers) {
        return FillBlocks.map(rows, features(), workers, () -> this::fillRow);
    }

    private void fillRow(float[] values, int start) {
        for (int j = 0; j < means.length; j++) {
            if (Float.isNaN(values[start + j])) {
                values[start + j] = (float) means[j];
            }
        }
    }

    @Override
    public FloatMatrix deviations(FloatMatrix rows, Workers workers) {
        return FillBlocks.map(rows, features(), workers, () -> (values, start) -> {
            for (int j = 0; j < deviations.length; j++) {
                values[start + j] = Float.isNaN(values[start + j]) ? (float) deviations[j] : Float.NaN;
            }
        });
    }
}
