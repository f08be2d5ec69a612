package io.eckart.model;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.NotANumber;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestCentroids;
import io.eckart.numerics.neighbour.SquaredNorms;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * k-means: k centroids, and each row belongs to the nearest (Lloyd 1982). Distances are over the observed cells of a row:
 * {@code D^2(x, c) = sum over observed j of (x_j - c_j)^2}.
 *
 * <p>The code of a row is its distances D to the k centroids; its reconstruction is the nearest centroid. Immutable and safe
 * for use by several threads.
 */
public final class KMeans implements Model, Encoder, Reconstructor, Predictor {
    private final NearestCentroids centroids;
    private final double[] means;
    private final double inertia;
    private final long samples;

    /**
     * @param centroids k x d
     * @param means d entries, the mean of each feature over the fitted rows
     * @param inertia sum over the fitted rows of the squared distance to the nearest centroid
     * @param samples n, the number of fitted rows
     * @throws IllegalArgumentException if the sizes do not agree or a value is out of its range
     */
    public KMeans(DoubleMatrix centroids, double[] means, double inertia, long samples) {
        if (centroids.rows() < 1 || means.length != centroids.columns() || !(inertia >= 0) || samples < 1) {
            throw new IllegalArgumentException("centroids " + centroids.rows() + " x " + centroids.columns() + ", "
                    + means.length + " means, inertia " + inertia + " and " + samples + " samples do not go together");
        }
        this.centroids = new NearestCentroids(centroids.copyRows(0, centroids.rows()));
        this.means = means.clone();
        this.inertia = inertia;
        this.samples = samples;
    }

    @Override
    public String kind() {
        return "kmeans";
    }

    @Override
    public int features() {
        return means.length;
    }

    @Override
    public int codeSize() {
        return centroids.centroids().rows();
    }

    /** A copy of the centroids, k x d. */
    public DoubleMatrix centroids() {
        return centroids.centroids().copyRows(0, codeSize());
    }

    /** The sum over the fitted rows of the squared distance to the nearest centroid. */
    public double inertia() {
        return inertia;
    }

    public long samples() {
        return samples;
    }

    /** A copy of the mean of each feature over the fitted rows, d entries. */
    public double[] means() {
        return means.clone();
    }

    @Override
    public float[] featureMeans() {
        return PaddedBlocks.narrow(means);
    }

    /** The feature means, which would be the centroid of a single cluster. */
    @Override
    public float[] origin() {
        return featureMeans();
    }

    /** The distance to each centroid, by the number of its cluster from 0. */
    @Override
    public List<String> codeNames() {
        return IntStream.range(0, codeSize()).mapToObj(i -> "distance" + i).toList();
    }

    @Override
    public FloatMatrix encode(FloatMatrix rows, Workers workers) {
        PaddedBlocks.checkWidth(rows, features());
        return PaddedBlocks.map(rows, codeSize(), workers, size -> this::distances);
    }

    @Override
    public RowEncoder rowEncoder() {
        return PaddedBlocks.rowEncoder(features(), codeSize(), this::distances);
    }

    private void distances(float[] rows, float[] distances) {
        int k = codeSize();
        for (int i = 0; i < distances.length; i++) {
            distances[i] = (float) Math.sqrt(centroids.squaredDistance(rows, i / k * features(), i % k));
        }
    }

    /** A row without an observed cell is reconstructed by the feature means. */
    @Override
    public FloatMatrix reconstruct(FloatMatrix rows, Workers workers) {
        int[] nearest = predict(rows, workers);
        float[] unknown = featureMeans();
        float[] known = centroids.centroids().toFloat().values();
        FloatMatrix result = FloatMatrix.zeros(rows.rows(), features());
        for (int i = 0; i < nearest.length; i++) {
            boolean seen = nearest[i] >= 0;
            System.arraycopy(
                    seen ? known : unknown,
                    seen ? nearest[i] * features() : 0,
                    result.values(),
                    i * features(),
                    features());
        }
        return result;
    }

    @Override
    public int[] predict(FloatMatrix rows, Workers workers) {
        PaddedBlocks.checkWidth(rows, features());
        int[] nearest = new int[rows.rows()];
        workers.forEach(Math.ceilDiv(rows.rows(), NearestCentroids.BLOCK), block -> predictBlock(rows, block, nearest));
        return nearest;
    }

    private void predictBlock(FloatMatrix rows, int block, int[] nearest) {
        int d = features();
        int from = block * NearestCentroids.BLOCK;
        int count = Math.min(NearestCentroids.BLOCK, rows.rows() - from);
        double[] squares = new double[count];
        Arrays.setAll(squares, i -> SquaredNorms.of(rows.values(), (from + i) * d, d));
        NearestCentroids.Scratch scratch = centroids.scratch();
        centroids.find(
                rows.values(),
                from * d,
                count,
                squares,
                NotANumber.in(rows.values(), from * d, (from + count) * d),
                scratch);
        System.arraycopy(scratch.nearest, 0, nearest, from, count);
    }
}
