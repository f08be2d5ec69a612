package io.eckart.training.kmeans;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.RowOperator;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.blas.Operand;
import io.eckart.numerics.neighbour.SquaredNorms;
import io.eckart.numerics.statistics.RangeFinder;
import io.eckart.numerics.statistics.TruncatedSvd;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * A map of rows into few dimensions that makes no distance longer: the coordinates in an orthonormal basis, and the norm of the
 * residual. For {@code f(x) = (Px, r(x))}, {@code r(x) = |x - P'Px|},
 *
 * <pre>
 * |f(x) - f(c)|^2 &lt;= |x - c|^2 &lt;= |f(x) - f(c)|^2 + 4 r(x) r(c),
 * </pre>
 *
 * both by the triangle inequality in what is left, x - P'Px and c - P'Pc. The basis is that of the principal components of a sample, without mean removal, so
 * that little is left; any basis gives true bounds.
 */
final class Contraction {
    /** With the norm of what is left: whole vectors of any processor, and where a product takes less time than reading the row. */
    static final int DIMENSIONS = 64;

    private static final int BASIS = DIMENSIONS - 1;
    private static final int SAMPLE = 1024;
    private static final int BLOCK = 256;
    /** With fewer features there is little to save. */
    private static final int FEWEST_FEATURES = 4 * DIMENSIONS;
    /** Part of the variance that the basis may leave; with more the bounds would decide too little. */
    private static final double MOST_LEFT = 0.25;

    private static final RangeFinder RANGE_FINDER = new RangeFinder(9, 1);
    private static final long SEED = 1;

    private final DoubleMatrix basis;
    private final float[] rows;
    private final double slack;

    private Contraction(DoubleMatrix basis, int rows) {
        this.basis = basis;
        this.rows = new float[rows * DIMENSIONS];
        // r is a root of a difference of sums of squares, each off by about d sqrt(q) units; and coordinates are
        // rounded
        // to float32.
        this.slack = 0x1p-20 + Math.sqrt(4 * basis.columns() * Math.sqrt(DIMENSIONS) * 0x1p-53);
    }

    /**
     * The contraction of complete rows, where their spectrum makes it useful.
     *
     * @param rows n x d, all cells observed
     * @param squares n squared norms
     */
    static Optional<Contraction> of(FloatMatrix rows, double[] squares, Workers workers) {
        if (rows.columns() < FEWEST_FEATURES || rows.rows() < DIMENSIONS) {
            return Optional.empty();
        }
        FloatMatrix sample = rows.sampleRows(Math.min(SAMPLE, rows.rows()));
        TruncatedSvd svd =
                RANGE_FINDER.of(RowOperator.of(sample), BASIS, new RandomStreams(SEED).stream("contraction"), workers);
        double kept = Arrays.stream(svd.singularValues()).map(s -> s * s).sum();
        double all = SquaredNorms.of(sample.values(), 0, sample.values().length);
        if (!(all - kept <= MOST_LEFT * (all - squaresOfMeans(sample)))) {
            return Optional.empty();
        }
        Contraction contraction = new Contraction(svd.vt(), rows.rows());
        contraction.map(rows, squares, workers);
        return Optional.of(contraction);
    }

    /** By how much the sum of squares is less about the means. */
    private static double squaresOfMeans(FloatMatrix sample) {
        double[] sums = new double[sample.columns()];
        for (int i = 0; i < sample.rows(); i++) {
            int from = i * sums.length;
            for (int j = 0; j < sums.length; j++) {
                sums[j] += sample.values()[from + j];
            }
        }
        return Arrays.stream(sums).map(s -> s * s / sample.rows()).sum();
    }

    private void map(FloatMatrix from, double[] squares, Workers workers) {
        workers.forEach(Math.ceilDiv(from.rows(), BLOCK), block -> {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, from.rows() - first);
            double[] values = new double[count * from.columns()];
            int start = first * from.columns();
            for (int i = 0; i < values.length; i++) {
                values[i] = from.values()[start + i];
            }
            DoubleMatrix wide = new DoubleMatrix(count, from.columns(), values);
            double[] mapped = map(wide, i -> squares[first + i]);
            for (int i = 0; i < mapped.length; i++) {
                rows[first * DIMENSIONS + i] = (float) mapped[i];
            }
        });
    }

    /** @param squares of a row the squared norm */
    private double[] map(DoubleMatrix x, IntToDoubleFunction squares) {
        double[] mapped = new double[x.rows() * DIMENSIONS];
        Operand to = Operand.of(mapped, 0, x.rows(), BASIS, DIMENSIONS);
        LinearAlgebra.get().gemm(1, Operand.of(x), Operand.of(basis).t(), 0, to);
        for (int i = 0; i < x.rows(); i++) {
            double left = squares.applyAsDouble(i);
            for (int j = i * DIMENSIONS; j < i * DIMENSIONS + BASIS; j++) {
                left -= mapped[j] * mapped[j];
            }
            mapped[i * DIMENSIONS + BASIS] = Math.sqrt(Math.max(0, left));
        }
        return mapped;
    }

    /** The images of the centroids, k x {@link #DIMENSIONS}. */
    DoubleMatrix of(DoubleMatrix centroids) {
        int d = centroids.columns();
        double[] values = centroids.values();
        double[] mapped = map(centroids, j -> {
            double sum = 0;
            for (int f = j * d; f < (j + 1) * d; f++) {
                sum += values[f] * values[f];
            }
            return sum;
        });
        return new DoubleMatrix(centroids.rows(), DIMENSIONS, mapped);
    }

    /** Copies the image of a row. */
    void copy(int row, float[] to, int at) {
        System.arraycopy(rows, row * DIMENSIONS, to, at, DIMENSIONS);
    }

    /** The norm of the residual of a row. */
    double left(int row) {
        return rows[row * DIMENSIONS + BASIS];
    }

    /** The norm of the residual of a mapped centroid. */
    static double left(DoubleMatrix mapped, int centroid) {
        return mapped.get(centroid, BASIS);
    }

    /** The largest error, by the rounding of mapped points, of the square of a distance of at most this. */
    double error(double distance) {
        return 4 * slack * distance * distance;
    }
}
