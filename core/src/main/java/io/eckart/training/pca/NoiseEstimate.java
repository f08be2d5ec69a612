package io.eckart.training.pca;

import io.eckart.data.DataException;
import io.eckart.data.FeatureSource;
import io.eckart.data.Remedy;
import io.eckart.data.sampling.RowSample;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.MarchenkoPastur;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.training.NoiseLevel;
import java.util.stream.IntStream;

/**
 * Estimates how much independent noise of equal variance s^2 the features carry from the spectrum of the data: without a few
 * strong directions it should look like the eigenvalues of noise.
 *
 * <p>Gavish and Donoho (2014, section IV.A) take the median eigenvalue, divided by the median of the Marchenko-Pastur
 * distribution, for s^2. That is too much where there are many strong directions, so they are left out: those are
 * the eigenvalues above the upper edge of that distribution at the current estimate, at most half of all, and the estimate is
 * repeated until their number does not change (after Kritchman and Nadler 2009). Where the spectrum falls smoothly, as that of images does,
 * the figure is the level of its quieter half.
 */
public final class NoiseEstimate {
    /** The least number of directions for an estimate. */
    public static final int LEAST_DIRECTIONS = 5;

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_FEATURES = 1024;
    /** Eigenvalues below this part of the largest are rounding. */
    private static final double ROUNDING = 1e-9;

    private NoiseEstimate() {}

    /**
     * Estimates the level from rows, missing cells left out pair by pair.
     *
     * @throws DataException if the rows have fewer than {@value #LEAST_DIRECTIONS} directions
     */
    public static NoiseLevel of(FeatureSource source, RandomStreams random, Workers workers) {
        FloatMatrix sample = RowSample.of(source, MOST_ROWS, random.stream("noise level"));
        FloatMatrix rows = someColumns(sample);
        PairwiseCovariance pairs = PairwiseCovariance.of(rows, workers);
        double[] values = SymmetricEigen.of(pairs.matrix()).values();
        int directions = 0;
        int possible = Math.min(values.length, rows.rows() - 1);
        while (directions < possible && values[directions] > ROUNDING * values[0]) {
            directions++;
        }
        if (directions < LEAST_DIRECTIONS) {
            throw new DataException(
                    "the noise level cannot be estimated from " + rows.rows() + " rows whose features vary in "
                            + directions + " directions: it takes at least " + LEAST_DIRECTIONS,
                    Remedy.byHand("give the standard deviation yourself, as gaussian:S"));
        }
        return level(values, directions, pairs, rows);
    }

    private static NoiseLevel level(double[] values, int directions, PairwiseCovariance pairs, FloatMatrix rows) {
        // With fewer rows than features it is the same spectrum seen from the other side.
        double longer = Math.max(pairs.rows(), pairs.varying());
        double unit = longer / pairs.rows();
        int signals = 0;
        double variance = 0;
        for (int round = 0; round <= directions; round++) {
            MarchenkoPastur noise = new MarchenkoPastur(Math.min(1, (directions - signals) / longer));
            variance = median(values, signals, directions) / (unit * noise.quantile(0.5));
            int above = signals;
            double edge = variance * unit * noise.upperEdge();
            while (above < directions / 2 && values[above] > edge) {
                above++;
            }
            if (above == signals) {
                break;
            }
            signals = above;
        }
        return new NoiseLevel(Math.sqrt(variance), signals, directions, rows.rows(), rows.columns());
    }

    private static double median(double[] descending, int from, int to) {
        int count = to - from;
        double upper = descending[from + (count - 1) / 2];
        double lower = descending[from + count / 2];
        return (upper + lower) / 2;
    }

    private static FloatMatrix someColumns(FloatMatrix rows) {
        int d = rows.columns();
        int taken = Math.min(d, MOST_FEATURES);
        if (taken == d) {
            return rows;
        }
        return rows.selectColumns(
                IntStream.range(0, taken).map(j -> (int) ((long) j * d / taken)).toArray());
    }
}
