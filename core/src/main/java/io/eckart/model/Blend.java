package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;

/**
 * Fills a missing cell with the weighted mean of what two other models say of it (stacking, Wolpert 1992, with two convex
 * weights).
 *
 * <pre>
 *   w first(x)_m + (1 - w) second(x)_m
 * </pre>
 */
public final class Blend implements Model, Filler {
    private final Model first;
    private final Model second;
    private final double weight;

    /**
     * @param first a model that fills
     * @param second another one over the same features
     * @param weight w of the first, above 0 and below 1
     * @throws IllegalArgumentException if one does not fill or is a blend itself, they differ in features, or the weight is out of its range
     */
    public Blend(Model first, Model second, double weight) {
        if (first instanceof Blend || second instanceof Blend) {
            throw new IllegalArgumentException("a blend holds no other blend");
        }
        if (!(first instanceof Filler) || !(second instanceof Filler) || first.features() != second.features()) {
            throw new IllegalArgumentException("two models that fill rows of as many features are blended, got "
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

    /** That of the first. */
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

    /** w, of the first. */
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
            throw new IllegalArgumentException("fillings of other shapes cannot be mixed");
        }
        float[] mixed = first.values().clone();
        for (int i = 0; i < mixed.length; i++) {
            double other = second.values()[i];
            mixed[i] = mixed[i] == other ? mixed[i] : (float) (weight * mixed[i] + (1 - weight) * other);
        }
        return new FloatMatrix(first.rows(), first.columns(), mixed);
    }
}
