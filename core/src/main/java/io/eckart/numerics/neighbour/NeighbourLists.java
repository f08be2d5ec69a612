package io.eckart.numerics.neighbour;

import java.util.Arrays;

/** The nearest fitted rows of some rows, nearest first. */
public final class NeighbourLists {
    private final int[][] indices;
    private final double[][] distances;
    private final boolean[] complete;

    NeighbourLists(int queries) {
        indices = new int[queries][];
        distances = new double[queries][];
        complete = new boolean[queries];
    }

    /** @param sorted nearest first */
    void put(int query, NearestSet sorted, boolean all) {
        indices[query] = sorted.indices();
        distances[query] = new double[sorted.size()];
        Arrays.setAll(distances[query], sorted::distance);
        complete[query] = all;
    }

    public int count(int query) {
        return indices[query].length;
    }

    public int row(int query, int i) {
        return indices[query][i];
    }

    /** The squared distance. */
    public double distance(int query, int i) {
        return distances[query][i];
    }

    /** Whether every fitted row with a common cell is among them. */
    public boolean isComplete(int query) {
        return complete[query];
    }
}
