package io.eckart.numerics.product;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Shapes;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import org.jspecify.annotations.Nullable;

/**
 * A dense row-major matrix within a flat array, or its transpose: a weight matrix within the parameters, the rows of a batch
 * within a workspace. It is made once, before the loop that uses it; its operations allocate nothing.
 */
public final class MatrixView {
    private final Reals reals;
    private final Operand operand;
    private final MatrixView transpose;

    /**
     * The matrix of {@code rows x columns} entries from {@code offset} on.
     *
     * @throws IllegalArgumentException if it does not lie within the array
     */
    public MatrixView(Reals reals, int offset, int rows, int columns) {
        this(reals, reals.operand(offset, rows, columns), null);
    }

    private MatrixView(Reals reals, Operand operand, @Nullable MatrixView transpose) {
        this.reals = reals;
        this.operand = operand;
        this.transpose = transpose == null ? new MatrixView(reals, operand.t(), this) : transpose;
    }

    /** A float64 matrix of zeros in a new array. */
    public static MatrixView zeros(int rows, int columns) {
        return zeros(Reals.Precision.FLOAT64, rows, columns);
    }

    /** A matrix of zeros in a new array. */
    public static MatrixView zeros(Reals.Precision precision, int rows, int columns) {
        return new MatrixView(precision.zeros(Shapes.length(rows, columns)), 0, rows, columns);
    }

    /** A view of a matrix, which shares its entries. */
    public static MatrixView of(DoubleMatrix matrix) {
        return new MatrixView(new Reals64(matrix.values()), 0, matrix.rows(), matrix.columns());
    }

    public Reals reals() {
        return reals;
    }

    /** The float64 array that the entries are in. */
    public double[] doubles() {
        return ((Reals64) reals).values();
    }

    public int offset() {
        return operand.offset();
    }

    public int rows() {
        return operand.rows();
    }

    public int columns() {
        return operand.columns();
    }

    public int length() {
        return operand.rows() * operand.columns();
    }

    /** The transpose of this matrix: the same entries, and always the same view. */
    public MatrixView t() {
        return transpose;
    }

    /** Whether this is the transpose of the matrix in the array, so that entries are ordered by columns. */
    public boolean isFlipped() {
        return operand.isTransposed();
    }

    /** The entry at a row and a column, both counted from 0. */
    public double get(int row, int column) {
        return reals.get(index(row, column));
    }

    public void set(int row, int column, double value) {
        reals.set(index(row, column), value);
    }

    private int index(int row, int column) {
        return offset() + (isFlipped() ? column * rows() + row : row * columns() + column);
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
        if (isFlipped()) {
            transpose.product(alpha, b.transpose, a.transpose, beta);
        } else {
            LinearAlgebra.get().gemm(alpha, a.operand, b.operand, beta, operand);
        }
    }

    /** This matrix in products. */
    public Operand operand() {
        return operand;
    }

    /**
     * Some rows of this matrix, from {@code from} (included) to {@code to} (excluded).
     *
     * @throws UnsupportedOperationException for a transpose, whose rows are not contiguous
     */
    public MatrixView rows(int from, int to) {
        if (isFlipped()) {
            throw new UnsupportedOperationException("the rows of a transpose are not contiguous");
        }
        return new MatrixView(reals, offset() + from * columns(), to - from, columns());
    }

    public void fill(double value) {
        reals.fill(offset(), length(), value);
    }

    public void scale(double alpha) {
        reals.scale(offset(), length(), alpha);
    }

    /** {@code C += alpha A}. */
    public void add(double alpha, MatrixView other) {
        requireSize(other.rows(), other.columns());
        if (other.isFlipped() == isFlipped()) {
            reals.add(offset(), length(), alpha, other.reals, other.offset());
        } else if (isFlipped()) {
            transpose.add(alpha, other.transpose);
        } else {
            reals.addTransposed(offset(), rows(), columns(), alpha, other.reals, other.offset());
        }
    }

    /** {@code C = A}. */
    public void copy(MatrixView other) {
        requireSize(other.rows(), other.columns());
        if (other.isFlipped() == isFlipped()) {
            reals.copy(offset(), length(), other.reals, other.offset());
        } else {
            fill(0);
            add(1, other);
        }
    }

    /** {@code C = A} from any precision; both or neither are transposes. */
    public void convert(MatrixView other) {
        requireSame(other);
        reals.convert(offset(), length(), other.reals, other.offset());
    }

    private void requireSame(MatrixView other) {
        requireSize(other.rows(), other.columns());
        if (other.isFlipped() != isFlipped()) {
            throw new IllegalArgumentException("one of the matrices is a transpose and the other is not");
        }
    }

    private void requireSize(int otherRows, int otherColumns) {
        if (otherRows != rows() || otherColumns != columns()) {
            throw new IllegalArgumentException(
                    otherRows + " x " + otherColumns + " entries do not go into " + rows() + " x " + columns());
        }
    }

    /** {@code sum_ij c_ij^2}. */
    public double sumOfSquares() {
        return reals.sumOfSquares(offset(), length());
    }

    /** {@code sum_ij c_ij a_ij} in float64; both or neither are transposes. */
    public double inner(MatrixView other) {
        requireSame(other);
        double sum = 0;
        for (int i = 0; i < length(); i++) {
            sum += reals.get(offset() + i) * other.reals.get(other.offset() + i);
        }
        return sum;
    }

    /** A copy in float64. */
    public DoubleMatrix toDouble() {
        DoubleMatrix copy = DoubleMatrix.zeros(rows(), columns());
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                copy.values()[i * columns() + j] = get(i, j);
            }
        }
        return copy;
    }

    /** Copies the entries of a matrix of the same size. */
    public void copyFrom(DoubleMatrix source) {
        requireSize(source.rows(), source.columns());
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                set(i, j, source.get(i, j));
            }
        }
    }
}
