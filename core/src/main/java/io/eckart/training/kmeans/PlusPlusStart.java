package io.eckart.training.kmeans;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.neighbour.NearestCentroids;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * k-means++ (Arthur and Vassilvitskii 2007), greedy: each next centroid is the best of {@code 2 + ln k} rows drawn with
 * probability proportional to the squared distance to the nearest centroid so far.
 */
final class PlusPlusStart {
    private static final int BLOCK = NearestCentroids.BLOCK;

    private final ClusterData data;
    private final Workers workers;
    private final int blocks;

    PlusPlusStart(ClusterData data, Workers workers) {
        this.data = data;
        this.workers = workers;
        this.blocks = Math.ceilDiv(data.rows().rows(), BLOCK);
    }

    /** k rows as centroids, k x d; a missing cell of a chosen row becomes the feature mean. */
    DoubleMatrix choose(int k, SplittableRandom random) {
        int trials = 2 + (int) Math.log(k);
        double[] nearest = new double[data.rows().rows()];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        DoubleMatrix chosen = DoubleMatrix.zeros(k, data.features());
        for (int c = 0; c < k; c++) {
            int[] drawn = c == 0 ? new int[] {random.nextInt(nearest.length)} : draw(nearest, trials, random);
            DoubleMatrix candidates = candidates(drawn);
            double[] distances = distances(candidates);
            int best = best(distances, drawn.length, nearest);
            System.arraycopy(
                    candidates.values(), best * data.features(), chosen.values(), c * data.features(), data.features());
            for (int i = 0; i < nearest.length; i++) {
                nearest[i] = Math.min(nearest[i], distances[i * drawn.length + best]);
            }
        }
        return chosen;
    }

    private DoubleMatrix candidates(int[] rows) {
        int d = data.features();
        DoubleMatrix candidates = DoubleMatrix.zeros(rows.length, d);
        for (int c = 0; c < rows.length; c++) {
            for (int j = 0; j < d; j++) {
                float cell = data.rows().get(rows[c], j);
                candidates.values()[c * d + j] = Float.isNaN(cell) ? data.means()[j] : cell;
            }
        }
        return candidates;
    }

    /** n x candidates squared distances. */
    private double[] distances(DoubleMatrix candidates) {
        NearestCentroids centroids = new NearestCentroids(candidates);
        int width = candidates.rows();
        double[] distances = new double[Math.multiplyExact(data.rows().rows(), width)];
        workers.forEach(blocks, block -> {
            int from = block * BLOCK;
            int to = Math.min(data.rows().rows(), from + BLOCK);
            double[] part = new double[(to - from) * width];
            centroids.squaredDistances(
                    data.rows().values(),
                    data.start(from),
                    to - from,
                    Arrays.copyOfRange(data.squares(), from, to),
                    data.partial(),
                    centroids.scratch(),
                    part);
            System.arraycopy(part, 0, distances, from * width, part.length);
        });
        return distances;
    }

    /** The candidate that leaves the least sum of squared distances. */
    private int best(double[] distances, int width, double[] nearest) {
        double[] potential = new double[width];
        for (int i = 0; i < nearest.length; i++) {
            for (int c = 0; c < width; c++) {
                potential[c] += Math.min(nearest[i], distances[i * width + c]);
            }
        }
        int best = 0;
        for (int c = 1; c < width; c++) {
            best = potential[c] < potential[best] ? c : best;
        }
        return best;
    }

    /** Rows drawn with probability proportional to their weight; uniformly if all weights are 0. */
    private static int[] draw(double[] weights, int count, SplittableRandom random) {
        double[] upTo = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            upTo[i] = sum;
        }
        int[] drawn = new int[count];
        for (int c = 0; c < count; c++) {
            drawn[c] = sum > 0 ? firstAbove(upTo, random.nextDouble() * sum) : random.nextInt(weights.length);
        }
        return drawn;
    }

    private static int firstAbove(double[] upTo, double target) {
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > target) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
