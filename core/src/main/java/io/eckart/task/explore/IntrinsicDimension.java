package io.eckart.task.explore;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.MarchenkoPastur;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.training.pca.PairwiseCovariance;
import java.util.stream.IntStream;

/**
 * The intrinsic dimension of rows, by three estimates that answer different questions.
 *
 * @param twoNearest the dimension of a possibly curved surface, by the two nearest neighbours of each complete row (Facco et al.
 *     2017); NaN for fewer than 20 distinct ones
 * @param participationRatio {@code (sum lambda)^2 / sum lambda^2} of the spectrum: the number of directions of equal energy with
 *     the same spread
 * @param parallelAnalysis the number of eigenvalues of the correlations above the largest that independent columns would have
 *     (Horn 1965, by the limit of Marchenko and Pastur 1967)
 * @param rows the number of rows used
 * @param completeRows the number of these without a missing cell
 */
public record IntrinsicDimension(
        double twoNearest, double participationRatio, int parallelAnalysis, int rows, int completeRows) {
    /** Limits the distances of all pairs of rows. */
    private static final int MOST_ROWS = 5000;

    /**
     * Estimates the dimension of rows in memory.
     *
     * @param rows n x d, NaN for missing cells; the first {@value #MOST_ROWS} complete ones are taken for neighbours
     */
    public static IntrinsicDimension of(FloatMatrix rows, Workers workers) {
        FloatMatrix complete = complete(rows);
        PairwiseCovariance covariance = PairwiseCovariance.of(rows, workers);
        return new IntrinsicDimension(
                TwoNearestNeighbours.dimension(
                        complete.rows() > MOST_ROWS ? complete.sampleRows(MOST_ROWS) : complete, workers),
                participationRatio(SymmetricEigen.of(covariance.matrix()).values()),
                parallel(covariance),
                rows.rows(),
                complete.rows());
    }

    private static FloatMatrix complete(FloatMatrix rows) {
        return rows.selectRows(IntStream.range(0, rows.rows())
                .filter(i -> IntStream.range(0, rows.columns()).noneMatch(j -> Float.isNaN(rows.get(i, j))))
                .toArray());
    }

    private static double participationRatio(double[] values) {
        double sum = 0;
        double squares = 0;
        for (double value : values) {
            sum += Math.max(0, value);
            squares += Math.max(0, value) * Math.max(0, value);
        }
        return squares == 0 ? 0 : sum * sum / squares;
    }

    private static int parallel(PairwiseCovariance covariance) {
        int varying = covariance.varying();
        if (varying == 0) {
            return 0;
        }
        // With fewer rows than columns the spectrum is that of the transposed matrix, times d / n.
        double ratio = varying / covariance.rows();
        double edge = ratio <= 1
                ? new MarchenkoPastur(ratio).upperEdge()
                : ratio * new MarchenkoPastur(1 / ratio).upperEdge();
        double[] values = SymmetricEigen.of(covariance.correlation()).values();
        int above = 0;
        while (above < values.length && values[above] > edge) {
            above++;
        }
        return above;
    }
}
