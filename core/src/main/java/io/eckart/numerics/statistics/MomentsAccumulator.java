package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RowBlocks;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.product.BlockProducts;
import io.eckart.numerics.product.Float32Products;
import io.eckart.numerics.product.Float64Products;
import io.eckart.numerics.product.Tile;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Adds up {@link Moments} over chunks of rows, in one pass and in memory that does not grow with the rows: O(d^2).
 *
 * <p>The result has the same bits for any number of threads and any chunks of the same rows. Rows are cut into blocks counted
 * from the first row, which go round robin to a fixed number of lanes; each lane adds up its blocks in order, and the lanes are
 * added up in order. Up to 1024 columns there are 16 lanes of one tile each; beyond that there is one lane whose product is cut
 * into tiles, so that memory stays near d x d. Only the number of columns decides these sizes.
 *
 * <p>Not thread-safe.
 */
public final class MomentsAccumulator {
    private static final int MOST_COLUMNS_IN_LANES = 1024;
    private static final int LANES = 16;
    private static final int TILE = 256;
    /** The entries of a block: float32 sums are added up over a block before they are added to the lane, the largest array. */
    private static final int BLOCK_ENTRIES = 800_000;
    /** A block of float64 values this large stays in a core's cache from one step to the next. */
    private static final int WIDE_ENTRIES = 400_000;

    /** The arithmetic of the products within a block of rows; all sums beyond a block are float64. */
    public enum Precision {
        /**
         * Products of blocks of at most 128 rows, and sums of eight of these, in float32: nearly twice as fast for some hundred
         * columns, with errors around 1e-8 of the trace.
         */
        FLOAT32,
        /** Everything in float64: also correct for values of 1e-12 of the trace, such as the residual of low-rank data. */
        FLOAT64
    }

    private final int columns;
    private final Workers workers;
    private final int lanes;
    private final int blockRows;
    private final Tile[] tiles;
    private final RowBlocks blocks;
    private final Function<double[], BlockProducts> workspaces;
    /** Workspaces not in use, the one used last on top, since its arrays are still in the cache. */
    private final Deque<BlockProducts> idle = new ConcurrentLinkedDeque<>();

    private double @Nullable [] origin;
    private long count;
    private boolean finished;

    /**
     * An accumulator of no rows yet.
     *
     * @throws IllegalArgumentException if {@code columns} is below 1
     */
    public MomentsAccumulator(int columns, Precision precision, Workers workers, LinearAlgebra algebra) {
        if (columns < 1) {
            throw new IllegalArgumentException("columns must be at least 1, got " + columns);
        }
        this.columns = columns;
        this.workers = workers;
        boolean inLanes = columns <= MOST_COLUMNS_IN_LANES;
        int panels = inLanes ? 1 : Math.ceilDiv(columns, TILE);
        lanes = inLanes ? LANES : 1;
        blockRows = inLanes ? Math.clamp(BLOCK_ENTRIES / columns, 512, 4096) : 256;
        tiles = tiles(columns, panels, lanes);
        blocks = new RowBlocks(columns, lanes * blockRows, this::take);
        workspaces = switch (precision) {
            case FLOAT32 -> {
                int rows = inLanes ? Float32Products.blockRows() : blockRows;
                yield about -> new Float32Products(about, rows, tiles, algebra);
            }
            case FLOAT64 -> {
                int rows = Math.clamp(WIDE_ENTRIES / columns, Math.min(512, blockRows), blockRows);
                yield about -> new Float64Products(about, rows, algebra);
            }
        };
    }

    private static Tile[] tiles(int columns, int panels, int lanes) {
        Tile[] tiles = new Tile[panels * (panels + 1) / 2];
        int next = 0;
        for (int i = 0; i < panels; i++) {
            int p = start(i, panels, columns);
            int height = start(i + 1, panels, columns) - p;
            for (int j = i; j < panels; j++) {
                int q = start(j, panels, columns);
                int width = start(j + 1, panels, columns) - q;
                double[][] sums = new double[lanes][i == j ? height : 0];
                tiles[next] = new Tile(next, p, height, q, width, new double[lanes][height * width], sums);
                next++;
            }
        }
        return tiles;
    }

    private static int start(int panel, int panels, int columns) {
        return (int) ((long) panel * columns / panels);
    }

    /**
     * Adds rows.
     *
     * @param chunk any number of rows, all values finite
     * @throws IllegalArgumentException if the chunk has another number of columns
     * @throws IllegalStateException after {@link #finish}
     */
    public void add(FloatMatrix chunk) {
        if (finished) {
            throw new IllegalStateException("the moments are finished");
        }
        blocks.add(chunk);
        count += chunk.rows();
    }

    private void take(float[] values, int offset, int rows) {
        double[] about = origin == null ? meanOfFirst(values, offset, Math.min(rows, blockRows)) : origin;
        origin = about;
        if (lanes > 1) {
            workers.forEach(
                    Math.ceilDiv(rows, blockRows),
                    lane -> takeLane(
                            values, offset + lane * blockRows * columns, about, lane, rows - lane * blockRows));
        } else {
            takeWide(values, offset, about, rows);
        }
    }

    private void takeLane(float[] values, int offset, double[] about, int lane, int left) {
        BlockProducts products = workspace(about);
        int rows = Math.min(left, blockRows);
        for (int from = 0; from < rows; from += products.rows()) {
            int count = Math.min(products.rows(), rows - from);
            products.subtract(values, offset + from * columns, 0, count);
            products.accumulate(tiles[0], lane, count);
        }
        products.finish(tiles[0], lane);
        idle.push(products);
    }

    private void takeWide(float[] values, int offset, double[] about, int rows) {
        BlockProducts products = workspace(about);
        workers.forEach(Math.ceilDiv(rows, 16), piece -> {
            int from = piece * 16;
            products.subtract(values, offset + from * columns, from, Math.min(16, rows - from));
        });
        workers.forEach(tiles.length, tile -> {
            products.accumulate(tiles[tile], 0, rows);
            products.finish(tiles[tile], 0);
        });
        idle.push(products);
    }

    private BlockProducts workspace(double[] about) {
        BlockProducts last = idle.poll();
        return last == null ? workspaces.apply(about) : last;
    }

    /** Rounded to float32, so that a difference from the data is exact in float64 or nearly so. */
    private double[] meanOfFirst(float[] values, int offset, int rows) {
        double[] mean = new double[columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                mean[j] += values[offset + i * columns + j];
            }
        }
        for (int j = 0; j < columns; j++) {
            mean[j] = (float) (mean[j] / rows);
        }
        return mean;
    }

    /**
     * The moments of all rows added.
     *
     * @throws IllegalArgumentException if a value was not finite
     * @throws IllegalStateException if called twice
     */
    public Moments finish() {
        if (finished) {
            throw new IllegalStateException("the moments are finished");
        }
        blocks.finish();
        finished = true;
        double[] sums = new double[columns];
        DoubleMatrix total = DoubleMatrix.zeros(columns, columns);
        workers.forEach(tiles.length, i -> tiles[i].collect(columns, sums, total.values()));
        requireFinite(sums);
        return new Moments(count, origin == null ? new double[columns] : origin, sums, total);
    }

    private static void requireFinite(double[] sums) {
        for (int j = 0; j < sums.length; j++) {
            if (!Double.isFinite(sums[j])) {
                throw new IllegalArgumentException("column " + j + " has a value that is not finite");
            }
        }
    }
}
