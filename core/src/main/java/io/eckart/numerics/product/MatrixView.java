package io.eckart.numerics.product;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Shapes;
import io.eckart.numerics.blas.Operand;

/**
 * A dense row-major matrix that stands somewhere in a flat array: a weight matrix within the parameters, the rows of a batch
 * within a workspace. Made once, before the loop that uses it; its operations allocate nothing.
 */
public final class MatrixView {
    private final Reals reals;
    private final int offset;
    private final int rows;
    private final int columns;
    private final boolean flipped;
    private final MatrixView transpose;
    private final Operand operand;

    /**
     * The matrix of {@code rows x columns} entries from {@code offset} on.
     *
     * @throws IllegalArgumentException if it does not lie within the array
     */
    public MatrixView(Reals reals, int offset, int rows, int columns) {
        if (offset < 0 || rows < 0 || columns < 0 || (long) offset + (long) rows * columns > reals.length()) {
            throw new IllegalArgumentException(
                    rows + " x " + columns + " entries from " + offset + " on do not lie within " + reals.length());
        }
        this.reals = reals;
        this.offset = offset;
        this.rows = rows;
        this.columns = columns;
        this.flipped = false;
        this.operand = reals.operand(offset);
        this.transpose = new MatrixView(this);
    }

    private MatrixView(MatrixView original) {
        this.reals = original.reals;
        this.offset = original.offset;
        this.rows = original.columns;
        this.columns = original.rows;
        this.flipped = true;
        this.operand = original.operand;
        this.transpose = original;
    }

    /** A matrix of zeros in an array of its own. */
    public static MatrixView zeros(Reals.Precision precision, int rows, int columns) {
        return new MatrixView(precision.zeros(Shapes.length(rows, columns)), 0, rows, columns);
    }

    public Reals reals() {
        return reals;
    }

    public int offset() {
        return offset;
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public int length() {
        return rows * columns;
    }

    /** The transpose of this matrix: the same entries, read the other way. */
    public MatrixView t() {
        return transpose;
    }

    /** Whether the entries stand by columns, this being the transpose of a matrix. */
    public boolean isFlipped() {
        return flipped;
    }

    public double get(int row, int column) {
        return reals.get(flipped ? offset + column * rows + row : offset + row * columns + column);
    }

    public void set(int row, int column, double value) {
        reals.set(flipped ? offset + column * rows + row : offset + row * columns + column, value);
    }

    /** {@code C = A B}. */
    public void setProduct(MatrixView a, MatrixView b) {
        product(1, a, b, 0);
    }

    /** {@code C += alpha A B}. */
    public void addProduct(double alpha, MatrixView a, MatrixView b) {
        product(alpha, a, b, 1);
    }

    private void product(double alpha, MatrixView a, MatrixView b, double beta) {
        if (flipped) {
            transpose.product(alpha, b.transpose, a.transpose, beta);
            return;
        }
        if (a.rows != rows || b.columns != columns || a.columns != b.rows) {
            throw new IllegalArgumentException("the product of " + a.rows + " x " + a.columns + " and " + b.rows + " x "
                    + b.columns + " is no " + rows + " x " + columns);
        }
        reals.product(
                a.flipped,
                b.flipped,
                rows,
                columns,
                a.columns,
                alpha,
                a.operand,
                a.stride(),
                b.operand,
                b.stride(),
                beta,
                operand,
                stride());
    }

    /**
     * Some rows of this matrix, from {@code from} (included) to {@code to} (excluded).
     *
     * @throws UnsupportedOperationException for a transpose, whose rows do not lie together
     */
    public MatrixView rows(int from, int to) {
        if (flipped) {
            throw new UnsupportedOperationException("the rows of a transpose do not lie together");
        }
        return new MatrixView(reals, offset + from * columns, to - from, columns);
    }

    /** The length of a stored row. */
    private int stride() {
        return Math.max(1, flipped ? rows : columns);
    }

    public void fill(double value) {
        reals.fill(offset, length(), value);
    }

    public void scale(double alpha) {
        reals.scale(offset, length(), alpha);
    }

    /** {@code C += alpha A}; both read the same way. */
    public void add(double alpha, MatrixView other) {
        requireSame(other);
        reals.add(offset, length(), alpha, other.reals, other.offset);
    }

    /** {@code C = A}; both read the same way. */
    public void copy(MatrixView other) {
        requireSame(other);
        reals.copy(offset, length(), other.reals, other.offset);
    }

    /** {@code C += alpha A}, where the two may be read in different ways. */
    public void addFlipped(double alpha, MatrixView other) {
        requireSize(other.rows, other.columns);
        if (other.flipped == flipped) {
            add(alpha, other);
        } else if (flipped) {
            transpose.addFlipped(alpha, other.transpose);
        } else {
            reals.addTransposed(offset, rows, columns, alpha, other.reals, other.offset);
        }
    }

    /** {@code C = A}, where the two may be read in different ways. */
    public void copyFlipped(MatrixView other) {
        requireSize(other.rows, other.columns);
        fill(0);
        addFlipped(1, other);
    }

    /** {@code C = A} from another precision; both read the same way. */
    public void convert(MatrixView other) {
        requireSame(other);
        reals.convert(offset, length(), other.reals, other.offset);
    }

    private void requireSame(MatrixView other) {
        if (other.rows != rows || other.columns != columns || other.flipped != flipped) {
            throw new IllegalArgumentException(other.rows + " x " + other.columns + " entries do not go to " + rows
                    + " x " + columns + (other.flipped != flipped ? " read the other way" : ""));
        }
    }

    private void requireSize(int otherRows, int otherColumns) {
        if (otherRows != rows || otherColumns != columns) {
            throw new IllegalArgumentException(
                    otherRows + " x " + otherColumns + " entries do not go to " + rows + " x " + columns);
        }
    }

    /** {@code sum_ij c_ij^2}. */
    public double sumOfSquares() {
        return reals.sumOfSquares(offset, length());
    }

    /** {@code sum_ij c_ij a_ij} in float64; both read the same way. */
    public double inner(MatrixView other) {
        requireSame(other);
        double sum = 0;
        for (int i = 0; i < length(); i++) {
            sum += reals.get(offset + i) * other.reals.get(other.offset + i);
        }
        return sum;
    }

    /** A copy in float64. */
    public DoubleMatrix toDouble() {
        DoubleMatrix copy = DoubleMatrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                copy.values()[i * columns + j] = get(i, j);
            }
        }
        return copy;
    }

    /** Takes the entries of a matrix of the same size. */
    public void copyFrom(DoubleMatrix source) {
        requireSize(source.rows(), source.columns());
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                set(i, j, source.get(i, j));
            }
        }
    }
}
