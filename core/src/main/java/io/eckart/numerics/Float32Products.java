package io.eckart.numerics;

/** Products over short blocks of rows in float32, each added to the tile in float64. */
final class Float32Products implements BlockProducts {
    /** The longest sum in float32: with 128 terms its error stayed ten times below that with 256 and more. */
    private static final int MOST_ROWS = 128;

    private final int columns;
    private final LinearAlgebra algebra;
    private final float[] differences;
    private final float[][][] scratch;

    Float32Products(int columns, int rows, Tile[] tiles, LinearAlgebra algebra) {
        this.columns = columns;
        this.algebra = algebra;
        this.differences = new float[Shapes.length(rows, columns)];
        this.scratch = new float[tiles.length][][];
        for (Tile tile : tiles) {
            scratch[tile.number()] = new float[tile.products().length][tile.height() * tile.width()];
        }
    }

    @Override
    public void subtract(float[] values, int offset, double[] about, int fromRow, int toRow) {
        for (int i = fromRow; i < toRow; i++) {
            int to = i * columns;
            int from = offset + to;
            for (int j = 0; j < columns; j++) {
                differences[to + j] = (float) (values[from + j] - about[j]);
            }
        }
    }

    @Override
    public void accumulate(Tile tile, int lane, int fromRow, int rows) {
        for (int i = 0; i < rows; i += MOST_ROWS) {
            accumulateShort(tile, lane, fromRow + i, Math.min(MOST_ROWS, rows - i));
        }
    }

    private void accumulateShort(Tile tile, int lane, int fromRow, int rows) {
        int left = fromRow * columns + tile.p();
        float[] product = scratch[tile.number()][lane];
        if (tile.diagonal()) {
            algebra.gram(tile.width(), rows, 1, differences, left, columns, 0, product);
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
                    0,
                    product,
                    0,
                    tile.width());
        }
        add(product, tile, tile.products()[lane]);
    }

    private static void add(float[] product, Tile tile, double[] sum) {
        int width = tile.width();
        for (int i = 0; i < tile.height(); i++) {
            for (int j = i * width + (tile.diagonal() ? i : 0); j < (i + 1) * width; j++) {
                sum[j] += product[j];
            }
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
