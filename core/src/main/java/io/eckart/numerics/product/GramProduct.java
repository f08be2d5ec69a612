package io.eckart.numerics.product;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.RowBlocks;
import io.eckart.numerics.RowOperator;
import io.eckart.numerics.Shapes;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/**
 * {@code (X - 1 m')'(X - 1 m') Q} for a d x l matrix Q in one pass over the rows of X, without the d x d product.
 *
 * <p>Rows go round robin to a fixed number of lanes, in blocks counted from the first row; the lanes are summed in order. These
 * sizes depend on d and l only, so the result has the same bits for any number of threads and any chunks.
 */
public final class GramProduct {
    private static final int MOST_LANES = 16;
    private static final int LANE_ENTRIES = 1 << 24;
    private static final int BLOCK_ENTRIES = 200_000;

    private final int columns;
    private final int width;
    private final double[] mean;
    private final Workers workers;
    private final LinearAlgebra algebra;
    private final int blockRows;
    private final double[][] differences;
    private final double[][] images;
    private final double[][] sums;

    public GramProduct(int columns, int width, double[] mean, Workers workers, LinearAlgebra algebra) {
        this.columns = columns;
        this.width = width;
        this.mean = mean.clone();
        this.workers = workers;
        this.algebra = algebra;
        int lanes = Math.clamp(LANE_ENTRIES / Shapes.length(columns, width), 2, MOST_LANES);
        blockRows = Math.clamp(BLOCK_ENTRIES / columns, 16, 4096);
        differences = new double[lanes][Shapes.length(blockRows, columns)];
        images = new double[lanes][Shapes.length(blockRows, width)];
        sums = new double[lanes][Shapes.length(columns, width)];
    }

    /**
     * The product {@code X'X Q} in one pass over the rows of X.
     *
     * @param q d x l
     */
    public DoubleMatrix times(DoubleMatrix q, RowOperator rows) {
        for (double[] sum : sums) {
            Arrays.fill(sum, 0);
        }
        int lanes = sums.length;
        Operand right = Operand.of(q);
        RowBlocks blocks = new RowBlocks(
                columns,
                lanes * blockRows,
                (values, offset, count) -> workers.forEach(Math.ceilDiv(count, blockRows), lane -> {
                    int from = lane * blockRows;
                    accumulate(lane, values, offset + from * columns, Math.min(blockRows, count - from), right);
                }));
        rows.pass(blocks::add);
        blocks.finish();
        return total();
    }

    private void accumulate(int lane, float[] values, int offset, int rows, Operand q) {
        double[] x = differences[lane];
        for (int i = 0; i < rows; i++) {
            int to = i * columns;
            for (int j = 0; j < columns; j++) {
                x[to + j] = values[offset + to + j] - mean[j];
            }
        }
        Operand left = Operand.of(x, rows, columns);
        Operand image = Operand.of(images[lane], rows, width);
        algebra.gemm(1, left, q, 0, image);
        algebra.gemm(1, left.t(), image, 1, Operand.of(sums[lane], columns, width));
    }

    private DoubleMatrix total() {
        double[] total = sums[0].clone();
        for (int lane = 1; lane < sums.length; lane++) {
            double[] part = sums[lane];
            Arrays.setAll(total, i -> total[i] + part[i]);
        }
        return new DoubleMatrix(columns, width, total);
    }
}
