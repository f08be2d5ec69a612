package io.eckart.numerics;

/** Products in float64, added to the tile by BLAS itself. */
final class Float64Products implements BlockProducts {
    private final int columns;
    private final LinearAlgebra algebra;
    private final double[] differences;

    Float64Products(int columns, int rows, LinearAlgebra algebra) {
        this.columns = columns;
        this.algebra = algebra;
        this.differences = new double[Shapes.length(rows, columns)];
    }

    @Override
    public void subtract(float[] values, int offset, double[] about, int fromRow, int toRow) {
        for (int i = fromRow; i < toRow; i++) {
            int to = i * columns;
            int from = offset + to;
            for (int j = 0; j < columns; j++) {
                differences[to + j] = values[from + j] - about[j];
            }
        }
    }

    @Override
    public void accumulate(Tile tile, int lane, int fromRow, int rows) {
        int left = fromRow * columns + tile.p();
        if (tile.diagonal()) {
            algebra.gram(tile.width(), rows, 1, differences, left, columns, 1, tile.products()[lane]);
            addRows(left, rows, tile.sums()[lane]);
        } else {
            int right = fromRow * columns + tile.q();
            algebra.gemm(
                    true,
                    false,
                    tile.height(),
                    tile.width(),
                    rows,
                    1,
                    differences,
                    left,
                    columns,
                    differences,
                    right,
                    columns,
                    1,
                    tile.products()[lane],
                    0,
                    tile.width());
        }
    }

    private void addRows(int from, int rows, double[] sums) {
        for (int i = 0; i < rows; i++) {
            int at = from + i * columns;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += differences[at + j];
            }
        }
    }
}
