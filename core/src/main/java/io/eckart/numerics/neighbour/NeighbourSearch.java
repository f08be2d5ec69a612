package io.eckart.numerics.neighbour;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/** Searches the neighbours of blocks of rows, with the arrays of one thread. */
final class NeighbourSearch {
    private static final double FLOAT_ROUNDING = 0x1p-24;

    /** The references that may be among the neighbours of one row. */
    private static final class Candidates {
        private int[] rows;
        private double[] least;
        private int count;

        Candidates(int capacity) {
            rows = new int[capacity];
            least = new double[capacity];
        }

        void add(int row, double lower, double bound) {
            if (count == rows.length) {
                compact(bound);
            }
            rows[count] = row;
            least[count++] = lower;
        }

        /** Drops the candidates that the bound now excludes, and makes room; NaN is not excluded. */
        void compact(double bound) {
            int kept = 0;
            for (int c = 0; c < count; c++) {
                if (!(least[c] > bound)) {
                    rows[kept] = rows[c];
                    least[kept++] = least[c];
                }
            }
            count = kept;
            if (2 * kept > rows.length) {
                rows = Arrays.copyOf(rows, 2 * rows.length);
                least = Arrays.copyOf(least, rows.length);
            }
        }
    }

    private final NearestRows nearest;
    private final FloatMatrix rows;
    private final boolean others;
    private final Neighbours found;
    private final int d;
    private final boolean complete;
    private final int width;
    private final int referenceBlock;
    private final float[] left;
    private final float[] scores;
    private final float[] common;
    private final Operand leftOperand;
    private final Operand scoresOperand;
    private final double[] errors;
    private final NearestSet[] uppers;
    private final Candidates[] candidates;
    private final NearestSet exact;

    /**
     * A search by one thread.
     *
     * @param others whether the rows are the references, none of which is its own neighbour
     * @param found filled row by row
     */
    NeighbourSearch(NearestRows nearest, FloatMatrix rows, boolean others, Neighbours found) {
        this.nearest = nearest;
        this.rows = rows;
        this.others = others;
        this.found = found;
        this.d = nearest.d;
        this.complete = nearest.complete;
        this.width = nearest.width;
        this.referenceBlock = nearest.referenceBlock;
        int queryBlock = nearest.queryBlock;
        this.left = new float[queryBlock * width];
        this.scores = new float[queryBlock * referenceBlock];
        this.common = new float[complete ? 0 : scores.length];
        this.leftOperand = Operand.of(left, queryBlock, width);
        this.scoresOperand = Operand.of(scores, queryBlock, referenceBlock);
        this.errors = new double[queryBlock];
        this.uppers = new NearestSet[queryBlock];
        this.candidates = new Candidates[queryBlock];
        this.exact = new NearestSet(found.count());
        Arrays.setAll(uppers, i -> new NearestSet(found.count()));
        Arrays.setAll(candidates, i -> new Candidates(4 * found.count() + 16));
    }

    void block(int from, int to) {
        for (int i = 0; i < to - from; i++) {
            uppers[i].clear();
            candidates[i].count = 0;
            errors[i] = load(i, from + i);
        }
        for (int first = 0; first < nearest.squares.length; first += referenceBlock) {
            int count = Math.min(referenceBlock, nearest.squares.length - first);
            score(to - from, first, count);
            for (int i = 0; i < to - from; i++) {
                scan(i, first, count, others ? from + i : -1);
            }
        }
        for (int i = 0; i < to - from; i++) {
            finish(i, from + i);
        }
    }

    /** Returns a bound on the rounding error of the row's scores. */
    private double load(int i, int row) {
        int at = i * width;
        double square = 0;
        for (int j = 0; j < d; j++) {
            float cell = rows.values()[row * d + j] - nearest.center[j];
            boolean seen = complete || !Float.isNaN(cell);
            float known = seen ? cell : 0;
            left[complete ? at + j : at + d + j] = -2 * known;
            if (!complete) {
                left[at + j] = known * known;
                left[at + 2 * d + j] = seen ? 1 : 0;
            }
            square += (double) known * known;
        }
        if (complete && !Double.isFinite(square)) {
            throw new IllegalArgumentException("row " + (row + 1) + " holds a value that is not finite");
        }
        double norm = Math.sqrt(square) + nearest.largestNorm;
        // A sum of c float32 products in any order is off by at most c u |x||y| (Higham 2002, eq. 3.5); centring
        // and squares add a few u.
        return (complete ? 2 * (d + 8) : 3 * d + 8) * FLOAT_ROUNDING * norm * norm * (1 + 8 * FLOAT_ROUNDING);
    }

    private void score(int queries, int first, int count) {
        LinearAlgebra algebra = LinearAlgebra.get();
        for (int i = 0; i < queries && complete; i++) {
            System.arraycopy(nearest.squares, first, scores, i * referenceBlock, count);
        }
        float keep = complete ? 1 : 0;
        Operand queried = leftOperand.rows(0, queries);
        Operand referred = nearest.rightOperand.rows(first, first + count).t();
        algebra.gemm(1, queried, referred, keep, scoresOperand.rows(0, queries).columns(0, count));
        if (!complete) {
            Operand shared = Operand.of(common, 0, queries, count, referenceBlock);
            algebra.gemm(1, queried.columns(2 * d, width), referred.rows(0, d), 0, shared);
        }
    }

    /** In float32 with room for its rounding, so that the loop over most rows is short. */
    private void scan(int i, int first, int count, int self) {
        float[] scored = scores;
        float[] shared = common;
        boolean whole = complete;
        float all = d;
        float error = (float) (errors[i] * (1 + 4 * FLOAT_ROUNDING));
        float bound = above(uppers[i].bound()) / all;
        int at = i * referenceBlock;
        for (int t = 0; t < count; t++) {
            float cells = whole ? all : shared[at + t];
            // What float32 overflowed (NaN) is not ruled out; nor is 0 <= NaN for no common cell, at first.
            if (!(scored[at + t] - error > bound * cells) && cells > 0 && first + t != self) {
                consider(i, first + t, scored[at + t], all / cells);
                bound = above(uppers[i].bound()) / all;
            }
        }
    }

    /** A little more than the value, so that no rounding of the comparison leaves a row out. */
    private static float above(double value) {
        return (float) (value + 16 * FLOAT_ROUNDING * Math.abs(value));
    }

    private void consider(int i, int reference, double score, double scale) {
        candidates[i].add(reference, (score - errors[i]) * scale, uppers[i].bound());
        double atMost = (score + errors[i]) * scale;
        uppers[i].offer(Double.isNaN(atMost) ? Double.POSITIVE_INFINITY : atMost, reference);
    }

    private void finish(int i, int row) {
        exact.clear();
        candidates[i].compact(uppers[i].bound());
        for (int c = 0; c < candidates[i].count; c++) {
            double distance = nearest.squaredDistance(rows.values(), row * d, candidates[i].rows[c]);
            if (distance <= exact.bound()) {
                exact.offer(distance, candidates[i].rows[c]);
            }
        }
        exact.sort();
        for (int rank = 0; rank < found.count(); rank++) {
            boolean there = rank < exact.size();
            found.indices()[row * found.count() + rank] = there ? exact.index(rank) : -1;
            found.squaredDistances()[row * found.count() + rank] = there ? exact.distance(rank) : Double.NaN;
        }
    }
}
