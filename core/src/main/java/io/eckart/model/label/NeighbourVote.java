package io.eckart.model.label;

import io.eckart.model.PaddedBlocks;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestRows;
import java.util.Arrays;
import java.util.List;

/**
 * The k-nearest-neighbour classifier (Cover and Hart 1967): a row gets the most frequent class of its k nearest labelled rows,
 * and in a tie the class of the nearer rows. The probability of a class with v of the k votes is
 * {@code (v + 1/c) / (k + 1)}, so it is never 0 or 1, at a {@link Temperature}.
 */
public final class NeighbourVote implements ClassificationRule {
    /** The weights of all ranks differ by less than one vote in total. */
    private static final double TIE = 1e-4;

    private final List<String> classes;
    private final FloatMatrix rows;
    private final int[] labels;
    private final int neighbours;
    private final double temperature;
    private final NearestRows nearest;

    /**
     * A rule at temperature 1.
     *
     * @param classes names of the c classes, at least 2
     * @param rows m labelled rows, m x features
     * @param labels the class of each labelled row, m entries from 0 to c - 1
     * @param neighbours k, at least 1; at most m are taken
     * @throws IllegalArgumentException if the sizes do not agree or a value is out of range
     */
    public NeighbourVote(List<String> classes, FloatMatrix rows, int[] labels, int neighbours) {
        this(classes, rows, labels, neighbours, 1);
    }

    private NeighbourVote(List<String> classes, FloatMatrix rows, int[] labels, int neighbours, double temperature) {
        this.classes = List.copyOf(classes);
        this.rows = rows.copyRows(0, rows.rows());
        this.labels = labels.clone();
        this.neighbours = neighbours;
        this.temperature = Temperature.checked(temperature);
        if (labels.length != rows.rows() || classes.size() < 2 || neighbours < 1) {
            throw new IllegalArgumentException(labels.length + " classes of " + rows.rows() + " rows, " + classes.size()
                    + " names and " + neighbours + " neighbours do not go together");
        }
        for (int c : labels) {
            if (c < 0 || c >= classes.size()) {
                throw new IllegalArgumentException("there are " + classes.size() + " classes, got number " + c);
            }
        }
        this.nearest = new NearestRows(this.rows);
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    /** A copy of the labelled rows. */
    public FloatMatrix rows() {
        return rows.copyRows(0, rows.rows());
    }

    /** A copy of the classes of the labelled rows. */
    public int[] labels() {
        return labels.clone();
    }

    public int neighbours() {
        return neighbours;
    }

    public double temperature() {
        return temperature;
    }

    @Override
    public NeighbourVote withTemperature(double factor) {
        return factor == 1 ? this : new NeighbourVote(classes, rows, labels, neighbours, temperature * factor);
    }

    @Override
    public int features() {
        return rows.columns();
    }

    @Override
    public FloatMatrix probabilities(FloatMatrix features, Workers workers) {
        PaddedBlocks.checkWidth(features, features());
        int k = Math.min(neighbours, rows.rows());
        int c = classes.size();
        Neighbours found = nearest.find(features, k, workers);
        FloatMatrix result = FloatMatrix.zeros(features.rows(), c);
        double[] votes = new double[c];
        for (int i = 0; i < features.rows(); i++) {
            Arrays.fill(votes, 1.0 / c);
            for (int rank = 0; rank < k; rank++) {
                votes[labels[found.index(i, rank)]] += vote(rank, k);
            }
            for (int j = 0; j < c; j++) {
                result.values()[i * c + j] = (float) (votes[j] / (k + 1));
            }
        }
        return Temperature.apply(result, temperature);
    }

    /** About one, slightly more for a nearer row; the votes of all ranks add up to k. */
    private static double vote(int rank, int k) {
        return 1 + TIE * ((k - 1) / 2.0 - rank) / k;
    }
}
