package io.eckart.task.label;

import java.util.OptionalInt;

/**
 * The sizes and strengths of the ways to label.
 *
 * @param codeSize k of PCA and autoencoders; fewer if there are fewer rows or features
 * @param neighbours labelled rows that vote
 * @param clusters the number of clusters of k-means; empty: half as many as there are labels, at least one for each class and at most 200
 * @param ridge the ridge r of softmax and linear regression, above 0
 * @param graphCodeSize the PCA code size in which the graph's neighbours and the clusters are found
 * @param graphNeighbours the number of neighbours of a row in the graph
 */
public record LabelSettings(
        int codeSize, int neighbours, OptionalInt clusters, double ridge, int graphCodeSize, int graphNeighbours) {
    private static final int MOST_CLUSTERS = 200;

    public static final LabelSettings DEFAULT = new LabelSettings(32, 1, OptionalInt.empty(), 1, 64, 10);

    /** @throws IllegalArgumentException if a value is out of its range, with the range */
    public LabelSettings {
        require(codeSize >= 1, "the code size must be at least 1", codeSize);
        require(neighbours >= 1, "the number of neighbours must be at least 1", neighbours);
        clusters.ifPresent(count -> require(count >= 1, "the number of clusters must be at least 1", count));
        require(ridge > 0 && ridge < Double.POSITIVE_INFINITY, "the ridge must be above 0 and finite", ridge);
        require(graphCodeSize >= 1, "the code size of the graph must be at least 1", graphCodeSize);
        require(graphNeighbours >= 1, "the neighbours in the graph must be at least 1", graphNeighbours);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", got " + value);
        }
    }

    /** The number of clusters for a number of labels. */
    int clusters(int labels, int classes, int rows) {
        int chosen = clusters.orElse(Math.min(MOST_CLUSTERS, Math.max(classes, labels / 2)));
        return Math.min(chosen, rows);
    }

    public LabelSettings withCodeSize(int k) {
        return new LabelSettings(k, neighbours, clusters, ridge, graphCodeSize, graphNeighbours);
    }

    public LabelSettings withNeighbours(int count) {
        return new LabelSettings(codeSize, count, clusters, ridge, graphCodeSize, graphNeighbours);
    }

    public LabelSettings withClusters(int count) {
        return new LabelSettings(codeSize, neighbours, OptionalInt.of(count), ridge, graphCodeSize, graphNeighbours);
    }

    public LabelSettings withRidge(double value) {
        return new LabelSettings(codeSize, neighbours, clusters, value, graphCodeSize, graphNeighbours);
    }

    public LabelSettings withGraph(int k, int count) {
        return new LabelSettings(codeSize, neighbours, clusters, ridge, k, count);
    }
}
