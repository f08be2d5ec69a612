package io.eckart.numerics.product;

import io.eckart.numerics.Shapes;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;

/**
 * Products over short blocks of rows in float32. A few products are added up in float32 before they are added to the tile in
 * float64: the rounding error of so few is smaller than that of a block, and the tile is the largest array to read and write.
 */
public final class Float32Products implements BlockProducts {
    /** The longest sum in float32: with 128 terms its error stayed ten times below that with 256 and more. */
    private static final int MOST_ROWS = 128;

    private static final int MOST_BLOCKS = 8;

    private final int columns;
    private final int rows;
    private final LinearAlgebra algebra;
    private final float[] differences;
    private final float[] origins;
    private final float[][] scratch;
    /** The scratch and the columns of the differences that go into it, of each tile. */
    private final Operand[] products;

    private final Operand[] lefts;
    private final Operand[] rights;
    private final int[] blocks;

    /** @param origin d values that are float32 numbers */
    public Float32Products(double[] origin, int rows, Tile[] tiles, LinearAlgebra algebra) {
        this.columns = origin.length;
        this.rows = rows;
        this.algebra = algebra;
        this.differences = new float[Shapes.length(rows, columns)];
        this.origins = new float[differences.length];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = (float) origin[i % columns];
        }
        this.scratch = new float[tiles.length][];
        this.blocks = new int[tiles.length];
        this.products = new Operand[tiles.length];
        this.lefts = new Operand[tiles.length];
        this.rights = new Operand[tiles.length];
        Operand all = Operand.of(differences, rows, columns);
        for (Tile tile : tiles) {
            int i = tile.number();
            scratch[i] = new float[tile.height() * tile.width()];
            products[i] = Operand.of(scratch[i], tile.height(), tile.width());
            lefts[i] = all.columns(tile.p(), tile.p() + tile.height());
            rights[i] = all.columns(tile.q(), tile.q() + tile.width());
        }
    }

    /** The number of rows of a product. */
    public static int blockRows() {
        return MOST_ROWS;
    }

    @Override
    public int rows() {
        return rows;
    }

    /** In float32, which loses nothing compared with float64, since the origin is a float32 number. */
    @Override
    public void subtract(float[] values, int offset, int to, int count) {
        int from = to * columns;
        int end = from + count * columns;
        System.arraycopy(values, offset, differences, from, count * columns);
        // At one index of both arrays, or the JIT does not vectorise it.
        for (int i = from; i < end; i++) {
            differences[i] -= origins[i];
        }
    }

    @Override
    public void accumulate(Tile tile, int lane, int count) {
        for (int i = 0; i < count; i += MOST_ROWS) {
            accumulateBlock(tile, lane, i, Math.min(MOST_ROWS, count - i));
            blocks[tile.number()]++;
            if (blocks[tile.number()] == MOST_BLOCKS) {
                finish(tile, lane);
            }
        }
    }

    private void accumulateBlock(Tile tile, int lane, int from, int count) {
        Operand product = products[tile.number()];
        Operand left = lefts[tile.number()].rows(from, from + count);
        double keep = blocks[tile.number()] == 0 ? 0 : 1;
        if (tile.diagonal()) {
            algebra.gram(1, left, keep, product);
            addRows(from * columns + tile.p(), count, tile.sums()[lane]);
        } else {
            algebra.gemm(1, left.t(), rights[tile.number()].rows(from, from + count), keep, product);
        }
    }

    @Override
    public void finish(Tile tile, int lane) {
        if (blocks[tile.number()] > 0) {
            add(scratch[tile.number()], tile, tile.products()[lane]);
            blocks[tile.number()] = 0;
        }
    }

    private static void add(float[] product, Tile tile, double[] sum) {
        int width = tile.width();
        for (int i = 0; i < tile.height(); i++) {
            for (int j = i * width + (tile.diagonal() ? i : 0); j < (i + 1) * width; j++) {
                sum[j] += product[j];
            }
        }
    }

    private void addRows(int from, int count, double[] sums) {
        for (int i = 0; i < count; i++) {
            int at = from + i * columns;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += differences[at + j];
            }
        }
    }
}
