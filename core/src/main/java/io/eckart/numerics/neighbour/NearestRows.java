package io.eckart.numerics.neighbour;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.Shapes;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Finds the m nearest of r reference rows, exactly: by the float64 sum {@code D^2 = d / |common| * sum over common cells of
 * (x - y)^2}, the smaller index on ties; rows without a common cell are not neighbours. Blocks of float32 products give all
 * distances up to a bound on their rounding error; candidates within that bound are measured in float64. So the neighbours of a
 * row do not depend on the other rows, and no r x r matrix is made.
 *
 * <p>For complete rows one product of d columns gives {@code |y|^2 - 2 x'y}. Else one of stacked rows,
 * {@code [q^2, -2q, o] [o, x, x^2]'} with o the indicator of observed cells and zeros elsewhere, gives the sums, and one of the
 * indicators the numbers of common cells.
 */
public final class NearestRows {
    private static final double FLOAT_ROUNDING = 0x1p-24;

    private final FloatMatrix references;
    private final int d;
    private final boolean complete;
    private final float[] center;
    /** References as the product takes them, {@code width} columns. */
    private final float[] right;

    private final Operand rightOperand;
    private final int width;
    private final float[] squares;
    private final double largestNorm;
    /** Rows and references of a product: the block of distances stays in cache. */
    private final int queryBlock;

    private final int referenceBlock;

    private NearestRows(FloatMatrix references, boolean complete) {
        if (references.rows() < 1) {
            throw new IllegalArgumentException("at least one reference row is needed to find neighbours");
        }
        this.references = references;
        this.d = references.columns();
        this.complete = complete;
        this.center = mean(references);
        this.width = complete ? d : 3 * d;
        this.right = new float[Shapes.length(references.rows(), width)];
        this.rightOperand = Operand.of(right, references.rows(), width);
        this.squares = new float[references.rows()];
        this.queryBlock = complete ? 256 : 64;
        this.referenceBlock = complete ? 1024 : 512;
        double largest = 0;
        for (int i = 0; i < squares.length; i++) {
            double square = loadReference(i);
            squares[i] = (float) square;
            largest = Math.max(largest, square);
        }
        this.largestNorm = Math.sqrt(largest);
    }

    /**
     * Finds neighbours of complete rows.
     *
     * @param references r x d, all finite, r at least 1
     * @throws IllegalArgumentException if there are none or a value is not finite
     */
    public NearestRows(FloatMatrix references) {
        this(requireFinite(references), true);
    }

    /**
     * Finds neighbours over the cells that both rows have observed.
     *
     * @param references r x d, NaN where a cell is missing, r at least 1
     */
    public static NearestRows overCommonCells(FloatMatrix references) {
        return new NearestRows(references, false);
    }

    private static FloatMatrix requireFinite(FloatMatrix rows) {
        for (int i = 0; i < rows.values().length; i++) {
            if (!Float.isFinite(rows.values()[i])) {
                throw new IllegalArgumentException(
                        "row " + (i / rows.columns() + 1) + " holds a value that is not finite");
            }
        }
        return rows;
    }

    /** Subtracted from all rows: distances do not change, and sums near zero lose the least to rounding. */
    private static float[] mean(FloatMatrix rows) {
        int d = rows.columns();
        double[] sums = new double[d];
        long[] counts = new long[d];
        for (int i = 0; i < rows.values().length; i++) {
            float cell = rows.values()[i];
            sums[i % d] += Float.isNaN(cell) ? 0 : cell;
            counts[i % d] += Float.isNaN(cell) ? 0 : 1;
        }
        float[] mean = new float[d];
        for (int j = 0; j < d; j++) {
            mean[j] = counts[j] == 0 ? 0 : (float) (sums[j] / counts[j]);
        }
        return mean;
    }

    /** Returns the squared norm of the row minus the center. */
    private double loadReference(int row) {
        int at = row * width;
        double square = 0;
        for (int j = 0; j < d; j++) {
            float cell = references.values()[row * d + j] - center[j];
            boolean seen = !Float.isNaN(cell);
            float known = seen ? cell : 0;
            right[complete ? at + j : at + d + j] = known;
            if (!complete) {
                right[at + j] = seen ? 1 : 0;
                right[at + 2 * d + j] = known * known;
            }
            square += (double) known * known;
        }
        return square;
    }

    public int references() {
        return references.rows();
    }

    /**
     * The nearest references of other rows.
     *
     * @param rows n x d, all finite, or NaN where a cell is missing
     * @param count m, from 1 to r
     * @throws IllegalArgumentException if a size is out of range
     */
    public Neighbours find(FloatMatrix rows, int count, Workers workers) {
        if (rows.columns() != d) {
            throw new IllegalArgumentException(
                    "rows of " + d + " columns are expected, got " + rows.rows() + " x " + rows.columns());
        }
        return find(rows, count, references.rows(), false, workers, () -> false);
    }

    /**
     * The nearest other references of each reference.
     *
     * @param count m, from 1 to r - 1
     * @throws IllegalArgumentException if {@code count} is out of range
     */
    public Neighbours among(int count, Workers workers) {
        return among(count, workers, () -> false);
    }

    /**
     * As {@link #among(int, Workers)}, but it can be stopped.
     *
     * @param stop asked by all threads at intervals
     * @throws CancellationException once {@code stop} returns true
     */
    public Neighbours among(int count, Workers workers, BooleanSupplier stop) {
        return find(references, count, references.rows() - 1, true, workers, stop);
    }

    private Neighbours find(
            FloatMatrix rows, int count, int most, boolean others, Workers workers, BooleanSupplier stop) {
        if (count < 1 || count > most) {
            throw new IllegalArgumentException("the number of neighbours must be 1 to " + most + ", got " + count);
        }
        int n = rows.rows();
        Neighbours found =
                new Neighbours(n, count, new int[Shapes.length(n, count)], new double[Shapes.length(n, count)]);
        int blocks = Math.ceilDiv(n, queryBlock);
        int share = Math.max(1, Math.min(16, Math.ceilDiv(blocks, 4 * workers.threads())));
        workers.forEach(Math.ceilDiv(blocks, share), task -> {
            Search search = new Search(rows, others, found);
            for (int block = task * share; block < Math.min(blocks, (task + 1) * share); block++) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException("asked to stop while neighbours were looked for");
                }
                search.block(block * queryBlock, Math.min(n, (block + 1) * queryBlock));
            }
        });
        return found;
    }

    /** The formula in float64; NaN where no cell is common. */
    public double squaredDistance(float[] rows, int start, int reference) {
        double sum = 0;
        int common = 0;
        for (int j = 0; j < d; j++) {
            double difference = (double) rows[start + j] - references.values()[reference * d + j];
            if (!Double.isNaN(difference)) {
                sum += difference * difference;
                common++;
            }
        }
        if (common == d) {
            return sum;
        }
        return common == 0 ? Double.NaN : sum * d / common;
    }

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

    /** The arrays of one thread. */
    private final class Search {
        private final FloatMatrix rows;
        private final boolean others;
        private final Neighbours found;
        private final float[] left = new float[queryBlock * width];
        private final float[] scores = new float[queryBlock * referenceBlock];
        private final float[] common = new float[complete ? 0 : scores.length];
        private final Operand leftOperand = Operand.of(left, queryBlock, width);
        private final Operand scoresOperand = Operand.of(scores, queryBlock, referenceBlock);
        private final double[] errors = new double[queryBlock];
        private final NearestSet[] uppers = new NearestSet[queryBlock];
        private final Candidates[] candidates = new Candidates[queryBlock];
        private final NearestSet exact;

        Search(FloatMatrix rows, boolean others, Neighbours found) {
            this.rows = rows;
            this.others = others;
            this.found = found;
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
            for (int first = 0; first < squares.length; first += referenceBlock) {
                int count = Math.min(referenceBlock, squares.length - first);
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
                float cell = rows.values()[row * d + j] - center[j];
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
            double norm = Math.sqrt(square) + largestNorm;
            // A sum of c float32 products in any order is off by at most c u |x||y| (Higham 2002, eq. 3.5); centring
            // and squares add a few u.
            return (complete ? 2 * (d + 8) : 3 * d + 8) * FLOAT_ROUNDING * norm * norm * (1 + 8 * FLOAT_ROUNDING);
        }

        private void score(int queries, int first, int count) {
            LinearAlgebra algebra = LinearAlgebra.get();
            for (int i = 0; i < queries && complete; i++) {
                System.arraycopy(squares, first, scores, i * referenceBlock, count);
            }
            float keep = complete ? 1 : 0;
            Operand queried = leftOperand.rows(0, queries);
            Operand referred = rightOperand.rows(first, first + count).t();
            algebra.gemm(
                    1, queried, referred, keep, scoresOperand.rows(0, queries).columns(0, count));
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
                double distance = squaredDistance(rows.values(), row * d, candidates[i].rows[c]);
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
}
