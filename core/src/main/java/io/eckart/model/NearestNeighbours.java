package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.NotANumber;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestRows;
import io.eckart.numerics.neighbour.NearestSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Fills a missing cell with the mean over the k nearest fitted rows in which that cell is observed (Troyanskaya et al. 2001);
 * a category gets the level with most votes. The squared distance of two rows is over the cells that both have observed:
 *
 * <pre>
 *   D^2 = d / |common| * sum over common cells of (x - y)^2
 * </pre>
 *
 * Where distances are equal, the row that was fitted first is nearer; rows without a common cell are not neighbours. Without
 * any neighbour the feature's mean is taken. The result is that of this formula in float64; products in float32 only exclude
 * rows that cannot be among the nearest. A query costs O(n d). Immutable and safe for use by several threads.
 */
public final class NearestNeighbours implements Model, Filler {
    private static final int MOST_CANDIDATES = 512;
    /** Rows whose neighbours are kept at a time. */
    private static final int SLICE = 8192;

    private static final int BLOCK = 64;

    private final FloatMatrix rows;
    private final int neighbours;
    private final NeighbourWeights weights;
    private final double[] means;
    private final NearestRows search;
    private final int capacity;

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
        this.rows = rows.copyRows(0, rows.rows());
        this.neighbours = neighbours;
        this.weights = weights;
        this.means = means.clone();
        this.search = NearestRows.overCommonCells(this.rows);
        this.capacity = capacity();
    }

    /** The number of nearest rows in which each feature is usually observed k times. */
    private int capacity() {
        int n = rows.rows();
        long[] counts = new long[means.length];
        for (int i = 0; i < rows.values().length; i++) {
            counts[i % means.length] += Float.isNaN(rows.values()[i]) ? 0 : 1;
        }
        long least = Arrays.stream(counts).filter(count -> count > 0).min().orElse(n);
        double needed = (neighbours + 3 * Math.sqrt(neighbours)) * n / least + 4;
        return (int) Math.min(n, Math.max(neighbours, Math.min(needed, MOST_CANDIDATES)));
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

    /** A copy of the fitted rows, n x d. */
    public FloatMatrix rows() {
        return rows.copyRows(0, rows.rows());
    }

    /** A copy of the d feature means. */
    public double[] means() {
        return means.clone();
    }

    @Override
    public FloatMatrix fill(FloatMatrix queries, Workers workers) {
        PaddedBlocks.checkWidth(queries, features());
        FloatMatrix filled = queries.copyRows(0, queries.rows());
        int[] partial = partialRows(queries);
        for (int from = 0; from < partial.length; from += SLICE) {
            fillSlice(Arrays.copyOfRange(partial, from, Math.min(partial.length, from + SLICE)), filled, workers);
        }
        return filled;
    }

    private static int[] partialRows(FloatMatrix queries) {
        int d = queries.columns();
        return IntStream.range(0, queries.rows())
                .filter(i -> NotANumber.in(queries.values(), i * d, (i + 1) * d))
                .toArray();
    }

    private void fillSlice(int[] partial, FloatMatrix filled, Workers workers) {
        int d = features();
        FloatMatrix rowsToFill = filled.selectRows(partial);
        Neighbours found = search.find(rowsToFill, capacity, workers);
        workers.forEach(Math.ceilDiv(partial.length, BLOCK), block -> {
            for (int i = block * BLOCK; i < Math.min(partial.length, (block + 1) * BLOCK); i++) {
                for (int j = 0; j < d; j++) {
                    if (Float.isNaN(rowsToFill.get(i, j))) {
                        filled.values()[partial[i] * d + j] = (float) estimate(rowsToFill.values(), found, i, j);
                    }
                }
            }
        });
    }

    /** Goes through the nearest rows first, and through all rows only where too few of those have the cell observed. */
    private double estimate(float[] queries, Neighbours nearest, int query, int feature) {
        double[] distances = new double[neighbours];
        double[] values = new double[neighbours];
        int found = 0;
        int rank = 0;
        for (; rank < capacity && nearest.index(query, rank) >= 0 && found < neighbours; rank++) {
            float cell = rows.get(nearest.index(query, rank), feature);
            if (!Float.isNaN(cell)) {
                values[found] = cell;
                distances[found++] = nearest.squaredDistance(query, rank);
            }
        }
        if (found < neighbours && rank == capacity && capacity < rows.rows()) {
            found = donors(queries, query * features(), feature, values, distances);
        }
        return found == 0 ? means[feature] : weights.mean(values, distances, found);
    }

    /** The nearest rows in which a feature is observed, by the formula over all rows; returns their number. */
    private int donors(float[] queries, int start, int feature, double[] values, double[] distances) {
        NearestSet set = new NearestSet(neighbours);
        for (int i = 0; i < rows.rows(); i++) {
            if (!Float.isNaN(rows.get(i, feature))) {
                double distance = search.squaredDistance(queries, start, i);
                if (distance <= set.bound()) {
                    set.offer(distance, i);
                }
            }
        }
        set.sort();
        for (int i = 0; i < set.size(); i++) {
            values[i] = rows.get(set.index(i), feature);
            distances[i] = set.distance(i);
        }
        return set.size();
    }
}
