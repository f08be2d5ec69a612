package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.RowOperator;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import io.eckart.numerics.product.GramProduct;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Randomized truncated singular value decomposition of a data matrix that is read row by row: randomized subspace iteration
 * (Halko, Martinsson and Tropp, SIAM Review 2011, algorithm 4.4) on X'X, orthonormalised after every pass, and a Rayleigh-Ritz
 * step at the end.
 *
 * <p>One pass over the rows gives {@code X'(X Q)}, so the memory is O(d (k + oversampling)) for any n, where
 * moments would need d x d. As X'X is applied without orthonormalising in between, singular values below 1e-8 of the largest are
 * noise.
 * The same seed gives the same bits for any number of threads and any chunks.
 *
 * @param oversampling the number of directions computed in addition to the k; 5 to 10 are usual
 * @param powerSteps passes before the last one, at least 1; more are needed for a slowly falling spectrum
 */
public record RangeFinder(int oversampling, int powerSteps) {

    /** Enough for four digits of the explained energy on image data. */
    public static final RangeFinder DEFAULT = new RangeFinder(10, 4);

    /** @throws IllegalArgumentException if a setting is out of range */
    public RangeFinder {
        if (oversampling < 0 || powerSteps < 1) {
            throw new IllegalArgumentException("oversampling must be at least 0 and power steps at least 1, got "
                    + oversampling + " and " + powerSteps);
        }
    }

    /** The k leading right singular vectors and singular values of the uncentred rows, by the provider in use. */
    public TruncatedSvd of(RowOperator rows, int k, SplittableRandom random, Workers workers) {
        return of(rows, new double[rows.columns()], k, random, workers, LinearAlgebra.get());
    }

    /**
     * The k leading right singular vectors and singular values of the rows minus a mean.
     *
     * @param rows n x d, all values finite
     * @param mean d values that are subtracted from each row; zeros for uncentred rows
     * @param k from 1 to d
     * @throws IllegalArgumentException if k or the mean does not fit the columns or a value is not finite
     */
    public TruncatedSvd of(
            RowOperator rows, double[] mean, int k, SplittableRandom random, Workers workers, LinearAlgebra algebra) {
        int d = rows.columns();
        if (k < 1 || k > d || mean.length != d) {
            throw new IllegalArgumentException("k must be from 1 to " + d + " and the mean have " + d + " values, got "
                    + k + " and " + mean.length);
        }
        int width = (int) Math.min(d, (long) k + oversampling);
        GramProduct gram = new GramProduct(d, width, mean, workers, algebra);
        DoubleMatrix q = Qr.of(gaussian(d, width, random), algebra).q();
        DoubleMatrix z = gram.times(q, rows);
        // A basis of the whole space is exact at once.
        int steps = width == d ? 0 : powerSteps;
        for (int step = 0; step < steps; step++) {
            q = Qr.of(z, algebra).q();
            z = gram.times(q, rows);
        }
        return rayleighRitz(k, q, z, steps + 1, algebra);
    }

    private static DoubleMatrix gaussian(int rows, int columns, SplittableRandom random) {
        DoubleMatrix matrix = DoubleMatrix.zeros(rows, columns);
        Arrays.setAll(matrix.values(), i -> random.nextGaussian());
        return matrix;
    }

    /** The best approximations to eigenpairs of X'X from the span of Q, where Z = X'X Q. */
    private static TruncatedSvd rayleighRitz(int k, DoubleMatrix q, DoubleMatrix z, int passes, LinearAlgebra algebra) {
        int width = q.columns();
        DoubleMatrix projected = DoubleMatrix.zeros(width, width);
        algebra.gemm(1, Operand.of(q).t(), Operand.of(z), 0, Operand.of(projected));
        SymmetricEigen ritz = SymmetricEigen.top(projected, k, algebra);
        DoubleMatrix vt = timesTransposed(ritz.vectors(), q, algebra);
        DoubleMatrix images = timesTransposed(ritz.vectors(), z, algebra);
        double[] singularValues = new double[k];
        double[] residuals = new double[k];
        for (int i = 0; i < k; i++) {
            singularValues[i] = Math.sqrt(Math.max(0, ritz.values()[i]));
            residuals[i] = residual(ritz.values()[i], vt, images, i);
        }
        Signs.fixRows(vt);
        return new TruncatedSvd(singularValues, vt, residuals, passes);
    }

    private static DoubleMatrix timesTransposed(DoubleMatrix a, DoubleMatrix b, LinearAlgebra algebra) {
        DoubleMatrix c = DoubleMatrix.zeros(a.rows(), b.rows());
        algebra.gemm(1, Operand.of(a), Operand.of(b).t(), 0, Operand.of(c));
        return c;
    }

    private static double residual(double value, DoubleMatrix vectors, DoubleMatrix images, int row) {
        double sum = 0;
        for (int j = 0; j < vectors.columns(); j++) {
            double difference = images.get(row, j) - value * vectors.get(row, j);
            sum += difference * difference;
        }
        return Math.sqrt(sum);
    }
}
