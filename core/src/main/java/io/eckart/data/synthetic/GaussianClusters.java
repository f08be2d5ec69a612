package io.eckart.data.synthetic;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.RandomStreams;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Generates rows in clusters: {@code x = (a c_g + z) V + noise}. The centres c_g are random orthonormal vectors of r numbers, so
 * that all distances between them are {@code sqrt(2) a}; z ~ N(0, I) is the deviation from the centre; and the rows of V are r
 * random orthonormal directions of the d-dimensional space. The sizes of clusters differ by at most one row.
 *
 * @param rows number of samples n, at least 2
 * @param columns number of features d, at least 1
 * @param rank r, the number of directions with centres and deviations, 1 to d
 * @param clusters number of clusters, 1 to the smaller of r and n
 * @param separation a, the distance of the centres from the origin in standard deviations within a cluster, at least 0
 * @param noise standard deviation of independent Gaussian noise in every cell, at least 0
 * @param seed any value
 */
public record GaussianClusters(
        int rows, int columns, int rank, int clusters, double separation, double noise, long seed) {

    /** @throws IllegalArgumentException if a setting is out of its range */
    public GaussianClusters {
        Settings.checkShape(rows, columns, 1);
        Settings.checkInteger("rank", rank, 1, columns);
        Settings.checkInteger("clusters", clusters, 1, Math.min(rank, rows));
        Settings.checkNotNegative("separation", separation);
        Settings.checkNotNegative("noise", noise);
    }

    /**
     * Data with known truth, which belongs to the caller.
     *
     * @param values n x d, in random order of clusters
     * @param clusters the cluster of each row, n entries from 0
     */
    @SuppressWarnings("ArrayRecordComponent") // a result of the caller, never compared
    public record Sample(DoubleMatrix values, int[] clusters) {}

    /** The data for these settings, the same bits each time. */
    public Sample generate() {
        RandomStreams streams = new RandomStreams(seed);
        DoubleMatrix directions = OrthonormalRows.draw(rank, columns, false, streams.stream("directions"));
        DoubleMatrix centres = OrthonormalRows.draw(clusters, rank, false, streams.stream("centres"));
        SplittableRandom spread = streams.stream("spread");
        int[] order = Shuffle.range(rows, streams.stream("order"));
        int[] cluster = Arrays.stream(order).map(i -> i % clusters).toArray();
        DoubleMatrix clean = DoubleMatrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int r = 0; r < rank; r++) {
                double place = separation * centres.get(cluster[i], r) + spread.nextGaussian();
                for (int j = 0; j < columns; j++) {
                    clean.values()[i * columns + j] += place * directions.get(r, j);
                }
            }
        }
        return new Sample(Noise.added(clean, noise, streams.stream("noise")), cluster);
    }
}
