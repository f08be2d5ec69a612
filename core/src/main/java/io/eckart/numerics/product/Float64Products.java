package io.eckart.numerics.product;

import io.eckart.numerics.Shapes;
import io.eckart.numerics.blas.LinearAlgebra;

/** Products in float64, added to the tile by BLAS itself. */
public final class Float64Products implements BlockProducts {
    private final int columns;
    private final int rows;
    private final LinearAlgebra algebra;
    private final double[] origin;
    private final double[] differences;

    public Float64Products(double[] origin, int rows, LinearAlgebra algebra) {
        this.columns = origin.length;
        this.origin = origin;
        this.rows = rows;
        this.algebra = algebra;
        this.differences = new double[Shapes.length(rows, columns)];
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public void subtract(float[] values, int offset, int to, int count) {
        for (int i = 0; i < count; i++) {
            int from = offset + i * columns;
            int at = (to + i) * columns;
            for (int j = 0; j < columns; j++) {
                differences[at + j] = values[from + j] - origin[j];
            }
        }
    }

    @Override
    public void accumulate(Tile tile, int lane, int count) {
        double[] sum = tile.products()[lane];
        if (tile.diagonal()) {
            algebra.gram(tile.width(), count, 1, differences, tile.p(), columns, 1, sum);
            addRows(tile.p(), count, tile.sums()[lane]);
        } else {
            int height = tile.height();
            int width = tile.width();
            algebra.gemm(
                    true,
                    false,
                    height,
                    width,
                    count,
                    1,
                    differences,
                    tile.p(),
                    columns,
                    differences,
                    tile.q(),
                    columns,
                    1,
                    sum,
                    0,
                    width);
        }
    }

    @Override
    public void finish(Tile tile, int lane) {}

    private void addRows(int from, int count, double[] sums) {
        for (int i = 0; i < count; i++) {
            int at = from + i * columns;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += differences[at + j];
            }
        }
    }
}
