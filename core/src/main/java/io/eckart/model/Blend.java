package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/**
 * Fills a missing cell m with the weighted mean of the estimates of two other models (stacking, Wolpert 1992, with two convex
 * weights), {@code w first(x)_m + (1 - w) second(x)_m}. Immutable and safe for use by several threads.
 */
public final class Blend implements Model, Filler {
    private final Model first;
    private final Model second;
    private final double weight;

    /**
     * @param first a model that fills
     * @param second another one over the same features
     * @param weight w of the first, above 0 and below 1
     * @throws IllegalArgumentException if one does not fill or is a blend itself, they differ in features, or the weight is out
     *     of its range
     */
    public Blend(Model first, Model second, double weight) {
        if (first instanceof Blend || second instanceof Blend) {
            throw new IllegalArgumentException("a blend cannot hold another blend");
        }
        if (!(first instanceof Filler) || !(second instanceof Filler) || first.features() != second.features()) {
            throw new IllegalArgumentException("a blend needs two fillers with the same number of features, got "
                    + first.kind() + " over " + first.features() + " and " + second.kind() + " over "
                    + second.features());
        }
        requireWeight(weight);
        this.first = first;
        this.second = second;
        this.weight = weight;
    }

    private static void requireWeight(double weight) {
        if (!(weight > 0 && weight < 1)) {
            throw new IllegalArgumentException("the weight must be above 0 and below 1, got " + weight);
        }
    }

    @Override
    public String kind() {
        return "blend";
    }

    @Override
    public int features() {
        return first.features();
    }

    /** The code size of the first model. */
    @Override
    public int codeSize() {
        return first.codeSize();
    }

    public Model first() {
        return first;
    }

    public Model second() {
        return second;
    }

    /** The weight w of the first model. */
    public double weight() {
        return weight;
    }

    @Override
    public FloatMatrix fill(FloatMatrix rows, Workers workers) {
        return mix(((Filler) first).fill(rows, workers), ((Filler) second).fill(rows, workers), weight);
    }

    /**
     * The weighted mean of two fillings of the same rows, whose observed cells keep their bits.
     *
     * @param first n x d, all finite
     * @param second n x d, all finite
     * @param weight w of the first, above 0 and below 1
     * @return n x d
     * @throws IllegalArgumentException if the shapes differ or the weight is out of its range
     */
    public static FloatMatrix mix(FloatMatrix first, FloatMatrix second, double weight) {
        requireWeight(weight);
        if (first.rows() != second.rows() || first.columns() != second.columns()) {
            throw new IllegalArgumentException("cannot mix " + first.rows() + " x " + first.columns() + " with "
                    + second.rows() + " x " + second.columns());
        }
        float[] mixed = first.values().clone();
        for (int i = 0; i < mixed.length; i++) {
            double other = second.values()[i];
            mixed[i] = mixed[i] == other ? mixed[i] : (float) (weight * mixed[i] + (1 - weight) * other);
        }
        return new FloatMatrix(first.rows(), first.columns(), mixed);
    }
}
