package io.eckart.numerics.neighbour;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import java.util.Arrays;

/**
 * Finds the nearest centroid of rows, exactly: {@code argmin_j} of the float64 sum {@code sum (x - c_j)^2} over observed
 * cells, the smaller index on ties. One float32 matrix product gives all distances of a block up to a bound on its rounding
 * error; only where the bound leaves more than one candidate is the float64 formula evaluated. So the answer is that of the
 * plain formula at the cost of the product.
 *
 * <p>Immutable and thread-safe; each thread uses its own {@link Scratch}.
 */
public final class NearestCentroids {
    /** Rows of one product. */
    public static final int BLOCK = 256;

    /** With few centroids a product that has the rows on its longer side is nearly twice as fast. */
    private static final int FEW = 32;

    private static final double FLOAT_ROUNDING = 0x1p-24;

    private final DoubleMatrix centroids;
    private final float[] narrow;
    private final float[] narrowSquares;
    private final Operand narrowOperand;
    private final Operand squaresOperand;
    private final double[] squaredNorms;
    private final double largestNorm;
    private final double relativeError;

    /** @param centroids k x d */
    public NearestCentroids(DoubleMatrix centroids) {
        this.centroids = centroids;
        this.narrow = centroids.toFloat().values();
        this.narrowSquares = new float[narrow.length];
        this.narrowOperand = Operand.of(narrow, centroids.rows(), centroids.columns());
        this.squaresOperand = Operand.of(narrowSquares, centroids.rows(), centroids.columns());
        this.squaredNorms = new double[centroids.rows()];
        double largest = 0;
        for (int j = 0; j < centroids.rows(); j++) {
            squaredNorms[j] = squareRow(j);
            largest = Math.max(largest, squaredNorms[j]);
        }
        this.largestNorm = Math.sqrt(largest);
        // A sum of d float32 products is off by at most d u |x||c| (Higham 2002, eq. 3.5); rounding c adds one u.
        this.relativeError = 2 * (centroids.columns() + 8) * FLOAT_ROUNDING;
    }

    private double squareRow(int centroid) {
        int d = centroids.columns();
        double sum = 0;
        for (int f = centroid * d; f < (centroid + 1) * d; f++) {
            double square = centroids.values()[f] * centroids.values()[f];
            narrowSquares[f] = (float) square;
            sum += square;
        }
        return sum;
    }

    public DoubleMatrix centroids() {
        return centroids;
    }

    /** The norm of the centroid farthest from zero. */
    public double largestNorm() {
        return largestNorm;
    }

    public double squaredNorm(int centroid) {
        return squaredNorms[centroid];
    }

    /** The arrays that one thread works in. */
    public final class Scratch {
        /** {@code |c_j|^2 - 2 x_i c_j} at {@code j * BLOCK + i}. */
        private final float[] scores = new float[BLOCK * centroids.rows()];

        private final float[] product = new float[centroids.rows() > FEW ? 0 : BLOCK * centroids.rows()];
        private final Operand scoresOperand = Operand.of(scores, centroids.rows(), BLOCK);
        private final Operand productOperand = Operand.of(product, product.length == 0 ? 0 : BLOCK, centroids.rows());
        private final float[] ofCentroid = new float[BLOCK];
        private final float[] best = new float[BLOCK];
        private final float[] second = new float[BLOCK];
        private float[] observed = new float[0];
        private float[] filled = new float[0];
        /** The answer: index of the nearest centroid, or -1 for a row without an observed cell. */
        public final int[] nearest = new int[BLOCK];
        /** At least the distance to the nearest centroid. */
        public final double[] upper = new double[BLOCK];
        /** At most the distance to every other centroid; infinite for k = 1. */
        public final double[] lower = new double[BLOCK];

        private void makeRoomForMasks() {
            if (filled.length == 0) {
                filled = new float[BLOCK * centroids.columns()];
                observed = new float[BLOCK * centroids.columns()];
            }
        }
    }

    public Scratch scratch() {
        return new Scratch();
    }

    /**
     * Fills the answers in {@code scratch} for {@code count} rows.
     *
     * @param rows row-major, d columns, NaN where a cell is missing
     * @param offset where the first row starts in {@code rows}
     * @param count at most {@link #BLOCK}
     * @param rowSquares the squared norm of each row over its observed cells
     * @param partial whether any of the rows has a missing cell
     */
    public void find(float[] rows, int offset, int count, double[] rowSquares, boolean partial, Scratch scratch) {
        score(rows, offset, count, partial, scratch);
        smallestTwo(count, scratch);
        for (int i = 0; i < count; i++) {
            decide(rows, offset + i * centroids.columns(), i, rowSquares[i], partial, scratch);
        }
    }

    /**
     * Squared distances of {@code count} rows to every centroid: within float32 rounding, and exact (float64) where that
     * rounding could hide that row and centroid are the same. The other arguments are those of {@link #find}.
     *
     * @param distances on return entry {@code i * k + j} is the squared distance of row i to centroid j
     */
    public void squaredDistances(
            float[] rows,
            int offset,
            int count,
            double[] rowSquares,
            boolean partial,
            Scratch scratch,
            double[] distances) {
        score(rows, offset, count, partial, scratch);
        int k = centroids.rows();
        for (int i = 0; i < count; i++) {
            double error = error(rowSquares[i]);
            for (int j = 0; j < k; j++) {
                double distance = rowSquares[i] + scratch.scores[j * BLOCK + i];
                boolean clear = distance > 4 * error;
                distances[i * k + j] = clear ? distance : squaredDistance(rows, offset + i * centroids.columns(), j);
            }
        }
    }

    private void score(float[] rows, int offset, int count, boolean partial, Scratch scratch) {
        if (partial) {
            scoreObserved(rows, offset, count, scratch);
            return;
        }
        for (int j = 0; j < centroids.rows(); j++) {
            Arrays.fill(scratch.scores, j * BLOCK, j * BLOCK + count, (float) squaredNorms[j]);
        }
        addProduct(-2, narrowOperand, rows, offset, count, 1, scratch);
    }

    /** {@code scores = factor left rows' + keep scores}, k x count. */
    private void addProduct(
            float factor, Operand left, float[] rows, int offset, int count, float keep, Scratch scratch) {
        int k = centroids.rows();
        int d = centroids.columns();
        LinearAlgebra algebra = LinearAlgebra.get();
        Operand right = Operand.of(rows, offset, count, d, d);
        if (k > FEW) {
            algebra.gemm(factor, left, right.t(), keep, scratch.scoresOperand.columns(0, count));
            return;
        }
        algebra.gemm(factor, right, left.t(), 0, scratch.productOperand.rows(0, count));
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < count; i++) {
                scratch.scores[j * BLOCK + i] = keep * scratch.scores[j * BLOCK + i] + scratch.product[i * k + j];
            }
        }
    }

    /** {@code sum over observed of c^2 - 2 x c}: two products, with the mask and with the values. */
    private void scoreObserved(float[] rows, int offset, int count, Scratch scratch) {
        scratch.makeRoomForMasks();
        for (int i = 0; i < count * centroids.columns(); i++) {
            float cell = rows[offset + i];
            boolean seen = !Float.isNaN(cell);
            scratch.filled[i] = seen ? cell : 0;
            scratch.observed[i] = seen ? 1 : 0;
        }
        addProduct(1, squaresOperand, scratch.observed, 0, count, 0, scratch);
        addProduct(-2, narrowOperand, scratch.filled, 0, count, 1, scratch);
    }

    /** Without branches and at one index, so that the loop over rows is vectorised. */
    private void smallestTwo(int count, Scratch scratch) {
        float[] best = scratch.best;
        float[] second = scratch.second;
        Arrays.fill(best, 0, count, Float.POSITIVE_INFINITY);
        Arrays.fill(second, 0, count, Float.POSITIVE_INFINITY);
        float[] ofCentroid = scratch.ofCentroid;
        for (int from = 0; from < scratch.scores.length; from += BLOCK) {
            System.arraycopy(scratch.scores, from, ofCentroid, 0, count);
            for (int i = 0; i < count; i++) {
                float score = ofCentroid[i];
                second[i] = Math.min(second[i], Math.max(best[i], score));
                best[i] = Math.min(best[i], score);
            }
        }
    }

    private void decide(float[] rows, int start, int i, double rowSquare, boolean partial, Scratch scratch) {
        double best = scratch.best[i];
        double second = scratch.second[i];
        double error = error(rowSquare);
        if (partial && isUnobserved(rows, start)) {
            scratch.nearest[i] = -1;
        } else {
            // Where float32 overflowed (NaN, infinite), nothing is clear.
            boolean clear = second > best + 2 * error;
            scratch.nearest[i] = clear ? holderOf(scratch.best[i], i, scratch) : exact(rows, start, i, error, scratch);
        }
        scratch.upper[i] = bound(rowSquare + best + error, Double.POSITIVE_INFINITY);
        scratch.lower[i] = bound(rowSquare + second - error, 0);
    }

    private int holderOf(float score, int i, Scratch scratch) {
        int j = 0;
        while (scratch.scores[j * BLOCK + i] != score) {
            j++;
        }
        return j;
    }

    /** The plain formula among the centroids that rounding leaves in question. */
    private int exact(float[] rows, int start, int i, double error, Scratch scratch) {
        double limit = scratch.best[i] + 2 * error;
        double best = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int j = 0; j < centroids.rows(); j++) {
            if (!(scratch.scores[j * BLOCK + i] > limit)) {
                double distance = squaredDistance(rows, start, j);
                nearest = distance < best ? j : nearest;
                best = Math.min(best, distance);
            }
        }
        return nearest;
    }

    /** The root of a squared distance; where float32 overflowed, a bound that always holds. */
    private static double bound(double squared, double otherwise) {
        return Double.isNaN(squared) ? otherwise : Math.sqrt(Math.max(0, squared));
    }

    private boolean isUnobserved(float[] rows, int start) {
        for (int f = 0; f < centroids.columns(); f++) {
            if (!Float.isNaN(rows[start + f])) {
                return false;
            }
        }
        return true;
    }

    /**
     * A bound on the rounding error of a squared distance in float32, for a row of this squared norm: of the product, and of
     * the few operations after it.
     */
    public double error(double rowSquare) {
        return relativeError * largestNorm * (Math.sqrt(rowSquare) + largestNorm)
                + 8 * FLOAT_ROUNDING * (rowSquare + largestNorm * largestNorm);
    }

    /** {@code |x|^2 - 2 x c + |c|^2} with a float32 product: off by at most {@link #error}; all cells observed. */
    public double roughSquaredDistance(float[] rows, int start, double rowSquare, int centroid) {
        int d = centroids.columns();
        return rowSquare + squaredNorms[centroid] - 2 * LinearAlgebra.get().dot(d, rows, start, narrow, centroid * d);
    }

    /** {@code sum (x - c)^2} over the observed cells of the row that starts at {@code start}, in float64. */
    public double squaredDistance(float[] rows, int start, int centroid) {
        int d = centroids.columns();
        double[] values = centroids.values();
        double even = 0;
        double odd = 0;
        int f = 0;
        for (; f + 1 < d; f += 2) {
            even += SquaredNorms.squareOrZero(rows[start + f] - values[centroid * d + f]);
            odd += SquaredNorms.squareOrZero(rows[start + f + 1] - values[centroid * d + f + 1]);
        }
        even += f < d ? SquaredNorms.squareOrZero(rows[start + f] - values[centroid * d + f]) : 0;
        return even + odd;
    }
}
