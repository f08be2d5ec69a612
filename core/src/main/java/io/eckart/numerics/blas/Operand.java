package io.eckart.numerics.blas;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * A matrix as products take it: a row-major matrix within a float32 or float64 array, or the transpose of one. Entry (i, j)
 * of a matrix of m rows is at {@code offset + i * stride + j} of the array.
 *
 * <p>Immutable, and checked when it is made: products of operands that are kept allocate nothing. The array is shared.
 */
public final class Operand {
    private final Object values;
    private final MemorySegment segment;
    private final int offset;
    private final int rows;
    private final int columns;
    private final int stride;
    private final boolean transposed;

    private Operand(Object values, int offset, int rows, int columns, int stride, boolean transposed) {
        this.values = values;
        this.segment = values instanceof double[] wide
                ? MemorySegment.ofArray(wide).asSlice((long) offset * Double.BYTES)
                : MemorySegment.ofArray((float[]) values).asSlice((long) offset * Float.BYTES);
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.stride = Math.max(1, stride);
        this.transposed = transposed;
    }

    /** The float32 matrix of {@code rows x columns} at the start of the array. */
    public static Operand of(float[] values, int rows, int columns) {
        return of(values, 0, rows, columns, columns);
    }

    /**
     * A part of a float32 matrix.
     *
     * @param offset where its first entry is in the array
     * @param stride the distance of an entry from the one below it, at least the number of columns
     * @throws IllegalArgumentException if it does not lie within the array
     */
    public static Operand of(float[] values, int offset, int rows, int columns, int stride) {
        check(values.length, offset, rows, columns, stride);
        return new Operand(values, offset, rows, columns, stride, false);
    }

    /** The float64 matrix of {@code rows x columns} at the start of the array. */
    public static Operand of(double[] values, int rows, int columns) {
        return of(values, 0, rows, columns, columns);
    }

    /** A part of a float64 matrix, as {@link #of(float[], int, int, int, int)}. */
    public static Operand of(double[] values, int offset, int rows, int columns, int stride) {
        check(values.length, offset, rows, columns, stride);
        return new Operand(values, offset, rows, columns, stride, false);
    }

    public static Operand of(FloatMatrix matrix) {
        return of(matrix.values(), matrix.rows(), matrix.columns());
    }

    public static Operand of(DoubleMatrix matrix) {
        return of(matrix.values(), matrix.rows(), matrix.columns());
    }

    /** Checks that a matrix lies within an array of this length. */
    static void check(int length, int offset, int rows, int columns, int stride) {
        if (rows < 0 || columns < 0) {
            throw new IllegalArgumentException("a matrix cannot be " + rows + " x " + columns);
        }
        if (stride < columns) {
            throw new IllegalArgumentException(
                    rows + " x " + columns + " entries need a stride of at least the columns, got " + stride);
        }
        long end = rows == 0 || columns == 0 ? offset : (long) offset + (long) (rows - 1) * stride + columns;
        if (offset < 0 || end > length) {
            throw new IllegalArgumentException(rows + " x " + columns + " entries at offset " + offset + " with stride "
                    + stride + " do not lie within an array of " + length);
        }
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** Where the first entry is in the array. */
    public int offset() {
        return offset;
    }

    /** Whether this is the transpose of the matrix in the array. */
    public boolean isTransposed() {
        return transposed;
    }

    /** The transpose: the same entries. */
    @SuppressWarnings("ArgumentSelectionDefectChecker") // a transpose swaps them
    public Operand t() {
        return new Operand(values, offset, columns, rows, stride, !transposed);
    }

    /** Rows {@code from} (included) to {@code to} (excluded); the operand itself if these are all. */
    public Operand rows(int from, int to) {
        if (from == 0 && to == rows) {
            return this;
        }
        requireWithin("rows", from, to, rows);
        int start = from == to ? offset : offset + from * (transposed ? 1 : stride);
        return new Operand(values, start, to - from, columns, stride, transposed);
    }

    /** Columns {@code from} (included) to {@code to} (excluded); the operand itself if these are all. */
    public Operand columns(int from, int to) {
        if (from == 0 && to == columns) {
            return this;
        }
        requireWithin("columns", from, to, columns);
        int start = from == to ? offset : offset + from * (transposed ? stride : 1);
        return new Operand(values, start, rows, to - from, stride, transposed);
    }

    private static void requireWithin(String name, int from, int to, int count) {
        if (from < 0 || to < from || to > count) {
            throw new IllegalArgumentException(name + " " + from + " to " + to + " are not within " + count);
        }
    }

    /** Whether the entries are float64. */
    boolean isWide() {
        return values instanceof double[];
    }

    float[] floats() {
        return (float[]) values;
    }

    double[] doubles() {
        return (double[]) values;
    }

    int stride() {
        return stride;
    }

    Object array() {
        return values;
    }

    /** This operand, or a copy of it where the array ends before a whole stride after the last row. */
    Operand padded() {
        int length = Math.multiplyExact(transposed ? columns : rows, stride);
        int end = Math.addExact(offset, length);
        return switch (values) {
            case double[] wide when end > wide.length -> over(Arrays.copyOfRange(wide, offset, end));
            case float[] narrow when end > narrow.length -> over(Arrays.copyOfRange(narrow, offset, end));
            default -> this;
        };
    }

    private Operand over(Object copy) {
        return new Operand(copy, 0, rows, columns, stride, transposed);
    }

    /** The array from that row of this matrix on, for native code. */
    MemorySegment fromRow(int row) {
        long entries = (long) row * (transposed ? 1 : stride);
        return row == 0 ? segment : segment.asSlice(entries * (isWide() ? Double.BYTES : Float.BYTES));
    }

    /** Checks that this matrix can take the product of two others. */
    void requireProduct(Operand a, Operand b) {
        if (a.rows != rows || b.columns != columns || a.columns != b.rows) {
            throw new IllegalArgumentException("cannot multiply " + a.rows + " x " + a.columns + " by " + b.rows + " x "
                    + b.columns + " into " + rows + " x " + columns);
        }
        requireResult(a, b);
    }

    /** Checks that the upper triangle of this matrix can take that of A'A. */
    void requireGram(Operand a) {
        if (rows != a.columns || columns != a.columns || a.transposed) {
            throw new IllegalArgumentException("the Gram matrix of " + a.rows + " x " + a.columns
                    + (a.transposed ? " of a transpose" : "") + " does not go into " + rows + " x " + columns);
        }
        requireResult(a, a);
    }

    private void requireResult(Operand a, Operand b) {
        if (transposed) {
            throw new IllegalArgumentException("a product cannot be written to a transpose");
        }
        if (a.isWide() != isWide() || b.isWide() != isWide()) {
            throw new IllegalArgumentException("float32 and float64 matrices in one product");
        }
    }
}
