package io.eckart.training.label;

import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.SparseMatrix;
import io.eckart.numerics.Workers;
import java.util.function.BooleanSupplier;

/**
 * Spreads known labels over a graph (Zhou et al. 2004): {@code F <- a S F + (1 - a) F0} with S the normalised weights and F0 the known
 * labels, the start of F, a = {@value #ALPHA}, for {@value #ROUNDS} rounds, or fewer once a round changes no entry by more than
 * {@value #TOLERANCE} of the largest.
 *
 * <p>Classes: F0 has a one for the class of each labelled row; at the end each column is divided by its sum, the mass of its class
 * (Zhu et al. 2003), so that no class wins by being frequent among the labels; then each row is divided by its sum, and no class has a
 * probability below 1e-9. Values: F0 has the value
 * minus the mean of the known ones in one column and a one in the other; the estimate is the mean plus the quotient of the two.
 * A row without a path to a label within the rounds stays unknown.
 */
public final class Spreading {
    static final double ALPHA = 0.99;
    static final int ROUNDS = 200;
    static final double TOLERANCE = 1e-6;
    /** That a class was not reached within the rounds does not make it impossible. */
    private static final double LEAST_PROBABILITY = 1e-9;

    private final SparseMatrix transition;
    private final Workers workers;
    private final BooleanSupplier stop;

    /** @param stop asked each round; once true, no further round is done */
    public Spreading(SimilarityGraph graph, Workers workers, BooleanSupplier stop) {
        this.transition = graph.normalized();
        this.workers = workers;
        this.stop = stop;
    }

    /**
     * The probabilities of the classes, n x c; NaN where no label reaches.
     *
     * @throws IllegalArgumentException if there is not one entry for each row of the graph
     */
    public FloatMatrix probabilities(Targets.Classes known) {
        int n = checkedRows(known);
        int c = known.names().size();
        double[] start = new double[n * c];
        for (int i = 0; i < n; i++) {
            if (known.isKnown(i)) {
                start[i * c + known.of()[i]] = 1;
            }
        }
        double[] spread = spread(start, c);
        divideByMass(spread, c);
        FloatMatrix result = FloatMatrix.zeros(n, c);
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = i * c; j < (i + 1) * c; j++) {
                sum += spread[j];
            }
            for (int j = i * c; j < (i + 1) * c; j++) {
                result.values()[j] = sum > 0 ? (float) Math.max(spread[j] / sum, LEAST_PROBABILITY) : Float.NaN;
            }
        }
        return result;
    }

    private static void divideByMass(double[] spread, int c) {
        double[] mass = new double[c];
        for (int i = 0; i < spread.length; i++) {
            mass[i % c] += spread[i];
        }
        for (int i = 0; i < spread.length; i++) {
            spread[i] = mass[i % c] > 0 ? spread[i] / mass[i % c] : 0;
        }
    }

    /**
     * The estimated values, n entries; NaN where no label reaches.
     *
     * @throws IllegalArgumentException if there is not one entry for each row of the graph
     */
    public double[] estimates(Targets.Values known) {
        int n = checkedRows(known);
        double mean = KnownLabels.mean(known);
        double[] start = new double[2 * n];
        for (int i = 0; i < n; i++) {
            if (known.isKnown(i)) {
                start[2 * i] = known.of()[i] - mean;
                start[2 * i + 1] = 1;
            }
        }
        double[] spread = spread(start, 2);
        double[] result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = spread[2 * i + 1] > 0 ? mean + spread[2 * i] / spread[2 * i + 1] : Double.NaN;
        }
        return result;
    }

    private int checkedRows(Targets known) {
        if (known.rows() != transition.rows()) {
            throw new IllegalArgumentException(known.rows() + " labels for a graph of " + transition.rows() + " rows");
        }
        return known.rows();
    }

    private double[] spread(double[] start, int width) {
        double[] now = start.clone();
        double[] next = new double[start.length];
        for (int round = 0; round < ROUNDS && !stop.getAsBoolean(); round++) {
            transition.multiply(ALPHA, now, width, next, workers);
            double change = 0;
            double largest = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] += (1 - ALPHA) * start[i];
                change = Math.max(change, Math.abs(next[i] - now[i]));
                largest = Math.max(largest, Math.abs(next[i]));
            }
            double[] old = now;
            now = next;
            next = old;
            if (change <= TOLERANCE * largest) {
                break;
            }
        }
        return now;
    }
}
