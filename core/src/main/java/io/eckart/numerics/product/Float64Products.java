package io.eckart.numerics.product;

import io.eckart.numerics.Shapes;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;

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
        Operand all = Operand.of(differences, count, columns);
        Operand left = all.columns(tile.p(), tile.p() + tile.height());
        Operand sum = Operand.of(tile.products()[lane], tile.height(), tile.width());
        if (tile.diagonal()) {
            algebra.gram(1, left, 1, sum);
            addRows(tile.p(), count, tile.sums()[lane]);
        } else {
            algebra.gemm(1, left.t(), all.columns(tile.q(), tile.q() + tile.width()), 1, sum);
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
