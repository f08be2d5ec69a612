package io.eckart.training.kmeans;

import io.eckart.numerics.neighbour.NearestCentroids;

/** Collects rows that must be compared with every centroid, and gives them to the product in blocks. */
final class RowGatherer {
    /** Takes a decided row. */
    @FunctionalInterface
    interface Decided {
        /** Takes row {@code row}, whose answer is at index {@code i} of the scratch. */
        void accept(int row, int i, NearestCentroids.Scratch scratch);
    }

    private final ClusterData data;
    private final NearestCentroids nearest;
    private final NearestCentroids.Scratch scratch;
    private final Decided decided;
    private final int[] pending = new int[NearestCentroids.BLOCK];
    private final double[] squares = new double[NearestCentroids.BLOCK];
    private float[] gathered = new float[0];
    private int waiting;

    RowGatherer(ClusterData data, NearestCentroids nearest, Decided decided) {
        this.data = data;
        this.nearest = nearest;
        this.scratch = nearest.scratch();
        this.decided = decided;
    }

    void add(int row) {
        squares[waiting] = data.squares()[row];
        pending[waiting++] = row;
        if (waiting == pending.length) {
            flush();
        }
    }

    void flush() {
        if (waiting == 0) {
            return;
        }
        boolean adjacent = pending[waiting - 1] - pending[0] == waiting - 1;
        float[] rows = adjacent ? data.rows().values() : gather();
        int offset = adjacent ? data.start(pending[0]) : 0;
        nearest.find(rows, offset, waiting, squares, data.partial(), scratch);
        for (int i = 0; i < waiting; i++) {
            decided.accept(pending[i], i, scratch);
        }
        waiting = 0;
    }

    private float[] gather() {
        int d = data.features();
        if (gathered.length == 0) {
            gathered = new float[NearestCentroids.BLOCK * d];
        }
        for (int i = 0; i < waiting; i++) {
            System.arraycopy(data.rows().values(), data.start(pending[i]), gathered, i * d, d);
        }
        return gathered;
    }
}
