package io.eckart.numerics.neighbour;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Neighbours;
import io.eckart.numerics.Shapes;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.Operand;
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
    final FloatMatrix references;
    final int d;
    final boolean complete;
    /** Subtracted from all rows: distances do not change, and sums near zero lose the least to rounding. */
    final float[] center;
    /** References as the product takes them, {@code width} columns. */
    private final float[] right;

    final Operand rightOperand;
    final int width;
    final float[] squares;
    final double largestNorm;
    /** Rows and references of a product: the block of distances stays in cache. */
    final int queryBlock;

    final int referenceBlock;

    private NearestRows(FloatMatrix references, boolean complete) {
        if (references.rows() < 1) {
            throw new IllegalArgumentException("at least one reference row is needed to find neighbours");
        }
        this.references = references;
        this.d = references.columns();
        this.complete = complete;
        this.center = references.columnMeans();
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
            NeighbourSearch search = new NeighbourSearch(this, rows, others, found);
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
}
