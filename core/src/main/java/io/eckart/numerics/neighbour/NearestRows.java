package io.eckart.numerics.neighbour;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.Shapes;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Finds the m nearest of r reference rows, exactly: by the float64 sum {@code sum (x - y)^2}, the smaller index on ties. Blocks
 * of one float32 product give all distances up to a bound on their rounding error; each block is searched while it is in cache,
 * and only what passes the bound kept so far is looked at singly. A few more than m are kept and measured in float64; where the
 * bound on the rounding cannot rule out that another row belongs to the m nearest, the row is compared with all references again.
 * So a row alone gets what it gets among others, and no r x r matrix is ever made.
 */
public final class NearestRows {
    /** Rows and references of a product: the block of distances stays in cache. */
    private static final int QUERIES = 256;

    private static final int REFERENCES = 1024;

    private static final int SPARE = 8;
    private static final double FLOAT_ROUNDING = 0x1p-24;

    private final FloatMatrix references;
    private final float[] center;
    private final float[] centred;
    private final float[] squares;
    private final double largestNorm;

    /**
     * @param references r x d, all finite, r at least 1
     * @throws IllegalArgumentException if there are none or a value is not finite
     */
    public NearestRows(FloatMatrix references) {
        if (references.rows() < 1) {
            throw new IllegalArgumentException("there are no rows to find neighbours among");
        }
        this.references = references;
        requireFinite(references);
        this.center = mean(references);
        this.centred = centred(references, 0, references.rows());
        this.squares = new float[references.rows()];
        double largest = 0;
        for (int i = 0; i < squares.length; i++) {
            double square = square(centred, i * center.length);
            squares[i] = (float) square;
            largest = Math.max(largest, square);
        }
        this.largestNorm = Math.sqrt(largest);
    }

    private static void requireFinite(FloatMatrix rows) {
        for (int i = 0; i < rows.values().length; i++) {
            if (!Float.isFinite(rows.values()[i])) {
                throw new IllegalArgumentException(
                        "row " + (i / rows.columns() + 1) + " holds a value that is not finite");
            }
        }
    }

    private static float[] mean(FloatMatrix rows) {
        int d = rows.columns();
        double[] sums = new double[d];
        for (int i = 0; i < rows.values().length; i++) {
            sums[i % d] += rows.values()[i];
        }
        float[] mean = new float[d];
        for (int j = 0; j < d; j++) {
            mean[j] = (float) (sums[j] / rows.rows());
        }
        return mean;
    }

    /** Distances do not change, and sums near zero lose the least to rounding. */
    private float[] centred(FloatMatrix rows, int from, int to) {
        int d = center.length;
        float[] result = new float[Shapes.length(to - from, d)];
        for (int i = 0; i < to - from; i++) {
            for (int j = 0; j < d; j++) {
                result[i * d + j] = rows.values()[(from + i) * d + j] - center[j];
            }
        }
        return result;
    }

    private double square(float[] values, int start) {
        double sum = 0;
        for (int j = start; j < start + center.length; j++) {
            sum += (double) values[j] * values[j];
        }
        return sum;
    }

    public int references() {
        return references.rows();
    }

    /**
     * The nearest references of other rows.
     *
     * @param rows n x d, all finite
     * @param count m, from 1 to r
     * @throws IllegalArgumentException if a size is out of range
     */
    public Neighbours find(FloatMatrix rows, int count, Workers workers) {
        if (rows.columns() != references.columns()) {
            throw new IllegalArgumentException("rows of " + references.columns() + " columns are expected, got "
                    + rows.rows() + " x " + rows.columns());
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
     * The same, unless it is stopped on the way.
     *
     * @param stop asked now and then by all threads
     * @throws CancellationException once {@code stop} says so
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
        int blocks = Math.ceilDiv(n, QUERIES);
        int share = Math.max(1, Math.min(16, Math.ceilDiv(blocks, 4 * workers.threads())));
        workers.forEach(Math.ceilDiv(blocks, share), task -> {
            Search search = new Search(rows, others, found);
            for (int block = task * share; block < Math.min(blocks, (task + 1) * share); block++) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException("asked to stop while neighbours were looked for");
                }
                search.block(block * QUERIES, Math.min(n, (block + 1) * QUERIES));
            }
        });
        return found;
    }

    /** The arrays of one thread. */
    private final class Search {
        private final FloatMatrix rows;
        private final boolean others;
        private final Neighbours found;
        private final float[] scores = new float[QUERIES * REFERENCES];
        private final NearestSet[] kept = new NearestSet[QUERIES];
        private final NearestSet exact;

        Search(FloatMatrix rows, boolean others, Neighbours found) {
            this.rows = rows;
            this.others = others;
            this.found = found;
            Arrays.setAll(kept, i -> new NearestSet(found.count() + SPARE));
            this.exact = new NearestSet(found.count());
        }

        void block(int from, int to) {
            float[] queries = centred(rows, from, to);
            Arrays.stream(kept).forEach(NearestSet::clear);
            for (int reference = 0; reference < squares.length; reference += REFERENCES) {
                score(queries, to - from, reference, Math.min(squares.length, reference + REFERENCES));
            }
            for (int i = from; i < to; i++) {
                decide(queries, i - from, i);
            }
        }

        /** Scores are {@code |y|^2 - 2 x'y}, the squared distance but for {@code |x|^2}. */
        private void score(float[] queries, int count, int first, int end) {
            int d = center.length;
            int width = end - first;
            for (int i = 0; i < count; i++) {
                System.arraycopy(squares, first, scores, i * REFERENCES, width);
            }
            LinearAlgebra.get()
                    .gemm(
                            false,
                            true,
                            count,
                            width,
                            d,
                            -2f,
                            queries,
                            0,
                            d,
                            centred,
                            first * d,
                            d,
                            1f,
                            scores,
                            0,
                            REFERENCES);
            for (int i = 0; i < count; i++) {
                search(kept[i], i * REFERENCES, first, width);
            }
        }

        private void search(NearestSet set, int at, int first, int width) {
            double bound = set.bound();
            for (int j = 0; j < width; j++) {
                if (scores[at + j] < bound) {
                    set.offer(scores[at + j], first + j);
                    bound = set.bound();
                }
            }
        }

        private void decide(float[] queries, int query, int row) {
            NearestSet set = kept[query];
            double square = square(queries, query * center.length);
            if (!Double.isFinite(square)) {
                throw new IllegalArgumentException("row " + (row + 1) + " holds a value that is not finite");
            }
            double norm = Math.sqrt(square) + largestNorm;
            // A sum of d float32 products in any order is off by at most d u |x||y| (Higham 2002, eq. 3.5); centring
            // and the
            // rounding of |y|^2 add a few u.
            double error = 2 * (center.length + 8) * FLOAT_ROUNDING * norm * norm;
            exact.clear();
            for (int i = 0; i < set.size(); i++) {
                measure(row, set.index(i));
            }
            if (!(exact.bound() < set.bound() + square - error)) {
                compareWithAll(queries, query, row, exact.bound() - square + error);
            }
            write(row);
        }

        private void measure(int row, int reference) {
            if (!others || reference != row) {
                exact.offer(squaredDistance(rows.values(), row, reference), reference);
            }
        }

        /** Measures every reference whose score does not rule it out. */
        private void compareWithAll(float[] queries, int query, int row, double largestScore) {
            int d = center.length;
            exact.clear();
            for (int first = 0; first < squares.length; first += REFERENCES) {
                int width = Math.min(REFERENCES, squares.length - first);
                System.arraycopy(squares, first, scores, 0, width);
                LinearAlgebra.get()
                        .gemm(
                                false,
                                true,
                                1,
                                width,
                                d,
                                -2f,
                                queries,
                                query * d,
                                d,
                                centred,
                                first * d,
                                d,
                                1f,
                                scores,
                                0,
                                REFERENCES);
                for (int j = 0; j < width; j++) {
                    if (scores[j] <= largestScore) {
                        measure(row, first + j);
                    }
                }
            }
        }

        private void write(int row) {
            exact.sort();
            for (int i = 0; i < found.count(); i++) {
                found.indices()[row * found.count() + i] = exact.index(i);
                found.squaredDistances()[row * found.count() + i] = exact.distance(i);
            }
        }
    }

    private double squaredDistance(float[] rows, int row, int reference) {
        int d = center.length;
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double difference = (double) rows[row * d + j] - references.values()[reference * d + j];
            sum += difference * difference;
        }
        return sum;
    }
}
