package io.eckart.training.pca;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.ObservedColumns;
import io.eckart.training.MissingCells;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The covariance of rows that may have missing cells, each entry over the rows in which both features are observed.
 *
 * @param matrix d x d
 * @param rows the mean number of rows of an entry
 */
public record PairwiseCovariance(DoubleMatrix matrix, double rows) {

    /**
     * The covariance of rows in memory.
     *
     * @param rows n x d, NaN where a cell is missing, n at least 1
     */
    public static PairwiseCovariance of(FloatMatrix rows, Workers workers) {
        return MissingCells.in(rows, workers)
                ? pairs(rows, workers)
                : new PairwiseCovariance(Moments.of(rows, workers).covariance(), rows.rows());
    }

    private static PairwiseCovariance pairs(FloatMatrix rows, Workers workers) {
        int d = rows.columns();
        double[] means = ObservedColumns.means(rows);
        DoubleMatrix matrix = DoubleMatrix.zeros(d, d);
        long[] counts = new long[d];
        workers.forEach(d, a -> {
            for (int b = a; b < d; b++) {
                double sum = 0;
                int count = 0;
                for (int i = 0; i < rows.rows(); i++) {
                    double product = (rows.get(i, a) - means[a]) * (rows.get(i, b) - means[b]);
                    if (!Double.isNaN(product)) {
                        sum += product;
                        count++;
                    }
                }
                counts[a] += count;
                matrix.values()[a * d + b] = count == 0 ? 0 : sum / count;
                matrix.values()[b * d + a] = matrix.values()[a * d + b];
            }
        });
        double pairs = d * (d + 1) / 2.0;
        return new PairwiseCovariance(matrix, Math.max(1, Arrays.stream(counts).sum() / pairs));
    }

    /** The number of features that vary. */
    public int varying() {
        return (int) IntStream.range(0, matrix.rows())
                .filter(j -> matrix.get(j, j) > 0)
                .count();
    }

    /** d x d, within [-1, 1]; 0 for features that do not vary. */
    public DoubleMatrix correlation() {
        int d = matrix.rows();
        DoubleMatrix correlation = DoubleMatrix.zeros(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double scale = Math.sqrt(matrix.get(i, i) * matrix.get(j, j));
                correlation.values()[i * d + j] = scale > 0 ? Math.clamp(matrix.get(i, j) / scale, -1, 1) : 0;
            }
        }
        return correlation;
    }
}
