package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NeighbourLists;
import io.eckart.numerics.neighbour.NeighbourSearch;
import java.util.Arrays;

/**
 * Fills a missing cell with the mean over the k nearest fitted rows in which that cell is observed (Troyanskaya et al. 2001),
 * so the level of a category by their votes. The squared distance of two rows runs over the cells that both have observed:
 *
 * <pre>
 *   D^2 = d / |common| * sum over common cells of (x - y)^2
 * </pre>
 *
 * Of equal distances the row that was fitted first is nearer; rows without a common cell are no neighbours. Where no neighbour
 * is left the feature's mean is taken. The answer is that of this formula in float64; products in float32 only leave out rows
 * that cannot be among the nearest.
 */
public final class NearestNeighbours implements Model, Filler {
    private final FloatMatrix rows;
    private final int neighbours;
    private final NeighbourWeights weights;
    private final double[] means;
    private final NeighbourSearch search;

    /**
     * @param rows the fitted rows, n x d, NaN where unobserved
     * @param neighbours k, at least 1
     * @param means d values, over the observed cells
     * @throws IllegalArgumentException if the sizes do not agree or a value is out of its range
     */
    public NearestNeighbours(FloatMatrix rows, int neighbours, NeighbourWeights weights, double[] means) {
        if (rows.rows() < 1 || rows.columns() != means.length || neighbours < 1) {
            throw new IllegalArgumentException(rows.rows() + " x " + rows.columns() + " rows, " + neighbours
                    + " neighbours and " + means.length + " means do not go together");
        }
        this.rows = rows;
        this.neighbours = neighbours;
        this.weights = weights;
        this.means = means.clone();
        this.search = new NeighbourSearch(rows, means, neighbours);
    }

    @Override
    public String kind() {
        return "neighbours";
    }

    @Override
    public int features() {
        return means.length;
    }

    /** The number of neighbours. */
    @Override
    public int codeSize() {
        return neighbours;
    }

    public NeighbourWeights weights() {
        return weights;
    }

    /** The fitted rows, n x d. */
    public FloatMatrix rows() {
        return rows;
    }

    /** d values. */
    public double[] means() {
        return means.clone();
    }

    @Override
    public FloatMatrix fill(FloatMatrix queries, Workers workers) {
        PaddedBlocks.checkWidth(queries, features());
        FloatMatrix filled = queries.copyRows(0, queries.rows());
        int[] partial = partialRows(queries);
        workers.forEach(Math.ceilDiv(partial.length, NeighbourSearch.QUERIES), block -> {
            int from = block * NeighbourSearch.QUERIES;
            int[] of = Arrays.copyOfRange(partial, from, Math.min(partial.length, from + NeighbourSearch.QUERIES));
            NeighbourLists nearest = search.nearest(queries, of);
            for (int i = 0; i < of.length; i++) {
                fillRow(queries.values(), of[i] * features(), nearest, i, filled.values());
            }
        });
        return filled;
    }

    private static int[] partialRows(FloatMatrix queries) {
        int d = queries.columns();
        int[] partial = new int[queries.rows()];
        int count = 0;
        for (int i = 0; i < queries.rows(); i++) {
            boolean hole = false;
            for (int j = 0; j < d; j++) {
                hole |= Float.isNaN(queries.values()[i * d + j]);
            }
            if (hole) {
                partial[count++] = i;
            }
        }
        return Arrays.copyOf(partial, count);
    }

    private void fillRow(float[] queries, int start, NeighbourLists nearest, int query, float[] filled) {
        for (int j = 0; j < features(); j++) {
            if (Float.isNaN(queries[start + j])) {
                filled[start + j] = (float) estimate(queries, start, nearest, query, j);
            }
        }
    }

    /** Walks the rows nearest first; only where too few of them have the cell observed are all rows looked at. */
    private double estimate(float[] queries, int start, NeighbourLists nearest, int query, int feature) {
        double[] distances = new double[neighbours];
        double[] values = new double[neighbours];
        int found = 0;
        for (int i = 0; i < nearest.count(query) && found < neighbours; i++) {
            float cell = rows.get(nearest.row(query, i), feature);
            if (!Float.isNaN(cell)) {
                values[found] = cell;
                distances[found++] = nearest.distance(query, i);
            }
        }
        if (found < neighbours && !nearest.isComplete(query)) {
            found = search.donors(queries, start, feature, values, distances);
        }
        return found == 0 ? means[feature] : weights.mean(values, distances, found);
    }
}
