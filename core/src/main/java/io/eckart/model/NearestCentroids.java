package io.eckart.model;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.LinearAlgebra;

/**
 * Finds the nearest centroid of rows, exactly: {@code argmin_j} of the float64 sum {@code sum (x - c_j)^2} over observed
 * cells, the smaller index on ties. One float32 matrix product gives all distances of a block up to a bound on its rounding
 * error; only where the bound leaves more than one candidate is the float64 formula evaluated. So the answer is that of the
 * plain formula at the cost of the product.
 *
 * <p>Immutable; {@link Scratch} holds what a thread needs.
 */
public final class NearestCentroids {
    /** Rows of one product. */
    public static final int BLOCK = 256;

    private static final double FLOAT_ROUNDING = 0x1p-24;

    private final DoubleMatrix centroids;
    private final float[] narrow;
    private final float[] narrowSquares;
    private final double[] squaredNorms;
    private final double largestNorm;
    private final double relativeError;

    /** @param centroids k x d */
    public NearestCentroids(DoubleMatrix centroids) {
        this.centroids = centroids;
        this.narrow = centroids.toFloat().values();
        this.narrowSquares = new float[narrow.length];
        this.squaredNorms = new double[centroids.rows()];
        double largest = 0;
        for (int j = 0; j < centroids.rows(); j++) {
            squaredNorms[j] = squareRow(j);
            largest = Math.max(largest, squaredNorms[j]);
        }
        this.largestNorm = Math.sqrt(largest);
        // A sum of d float32 products in any order is off by at most d u |x||c| (Higham 2002, eq. 3.5); the rounding of
        // c
        // and of the stored product adds a few u.
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

    /** Arrays one thread works in; a new one for each thread. */
    public final class Scratch {
        private final float[] scores = new float[BLOCK * centroids.rows()];
        private float[] squareScores = new float[0];
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
                squareScores = new float[BLOCK * centroids.rows()];
            }
        }
    }

    public Scratch scratch() {
        return new Scratch();
    }

    /**
     * Fills the answers in {@code scratch} for {@code count} rows.
     *
     * @param rows row-major, d columns, NaN where unobserved
     * @param offset where the first row starts in {@code rows}
     * @param count at most {@link #BLOCK}
     * @param rowSquares the squared norm of each row over its observed cells
     * @param partial whether any of the rows has an unobserved cell
     */
    public void find(float[] rows, int offset, int count, double[] rowSquares, boolean partial, Scratch scratch) {
        score(rows, offset, count, partial, scratch);
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
                double distance = rowSquares[i] + score(scratch, i, j, partial);
                boolean clear = distance > 4 * error;
                distances[i * k + j] = clear ? distance : squaredDistance(rows, offset + i * centroids.columns(), j);
            }
        }
    }

    private void score(float[] rows, int offset, int count, boolean partial, Scratch scratch) {
        if (partial) {
            scoreObserved(rows, offset, count, scratch);
        } else {
            product(rows, offset, count, -2f, narrow, scratch.scores);
        }
    }

    private double score(Scratch scratch, int i, int j, boolean partial) {
        int at = i * centroids.rows() + j;
        return scratch.scores[at] + (partial ? scratch.squareScores[at] : squaredNorms[j]);
    }

    /** A bound on the rounding error of a score. */
    private double error(double rowSquare) {
        return relativeError * largestNorm * (Math.sqrt(rowSquare) + largestNorm);
    }

    private void product(float[] rows, int offset, int count, float factor, float[] right, float[] result) {
        int k = centroids.rows();
        int d = centroids.columns();
        LinearAlgebra.get().gemm(false, true, count, k, d, factor, rows, offset, d, right, 0, d, 0f, result, 0, k);
    }

    /** {@code sum over observed of c^2 - 2 x c}: two products, with the values and with the mask. */
    private void scoreObserved(float[] rows, int offset, int count, Scratch scratch) {
        scratch.makeRoomForMasks();
        for (int i = 0; i < count * centroids.columns(); i++) {
            float cell = rows[offset + i];
            boolean seen = !Float.isNaN(cell);
            scratch.filled[i] = seen ? cell : 0;
            scratch.observed[i] = seen ? 1 : 0;
        }
        product(scratch.filled, 0, count, -2f, narrow, scratch.scores);
        product(scratch.observed, 0, count, 1f, narrowSquares, scratch.squareScores);
    }

    private void decide(float[] rows, int start, int i, double rowSquare, boolean partial, Scratch scratch) {
        int k = centroids.rows();
        double best = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int j = 0; j < k; j++) {
            double score = score(scratch, i, j, partial);
            if (score < best) {
                second = best;
                best = score;
                nearest = j;
            } else if (score < second) {
                second = score;
            }
        }
        double error = error(rowSquare);
        boolean decided = second - best > 2 * error;
        scratch.nearest[i] = partial && isUnobserved(rows, start) ? -1 : decided ? nearest : exact(rows, start);
        scratch.upper[i] = bound(rowSquare + best + error, Double.POSITIVE_INFINITY);
        scratch.lower[i] = bound(rowSquare + second - error, 0);
    }

    /** A distance from a squared one; where float32 overflowed, what is always true. */
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

    /** The plain formula over all centroids. */
    private int exact(float[] rows, int start) {
        double best = Double.POSITIVE_INFINITY;
        int nearest = 0;
        for (int j = 0; j < centroids.rows(); j++) {
            double distance = squaredDistance(rows, start, j);
            if (distance < best) {
                best = distance;
                nearest = j;
            }
        }
        return nearest;
    }

    /** {@code sum (x - c)^2} over the observed cells of the row that starts at {@code start}, in float64. */
    public double squaredDistance(float[] rows, int start, int centroid) {
        int d = centroids.columns();
        double[] values = centroids.values();
        double even = 0;
        double odd = 0;
        int f = 0;
        for (; f + 1 < d; f += 2) {
            even += squareOrZero(rows[start + f] - values[centroid * d + f]);
            odd += squareOrZero(rows[start + f + 1] - values[centroid * d + f + 1]);
        }
        return even + odd + (f < d ? squareOrZero(rows[start + f] - values[centroid * d + f]) : 0);
    }

    private static double squareOrZero(double difference) {
        return Double.isNaN(difference) ? 0 : difference * difference;
    }

    /** The squared norm of the row that starts at {@code start}, over its observed cells. */
    public static double squaredNorm(float[] rows, int start, int d) {
        double even = 0;
        double odd = 0;
        int f = 0;
        for (; f + 1 < d; f += 2) {
            even += squareOrZero(rows[start + f]);
            odd += squareOrZero(rows[start + f + 1]);
        }
        return even + odd + (f < d ? squareOrZero(rows[start + f]) : 0);
    }
}
