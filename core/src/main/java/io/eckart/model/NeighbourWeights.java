package io.eckart.model;

/** How much each of the nearest neighbours counts. */
public enum NeighbourWeights {
    /** All the same. */
    UNIFORM,
    /** By the inverse of its distance; where a neighbour is at distance 0, only those at distance 0 count. */
    DISTANCE;

    /**
     * The weighted mean.
     *
     * @param squaredDistances ascending
     * @param count how many of the entries there are, at least 1
     */
    double mean(double[] values, double[] squaredDistances, int count) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < count; i++) {
            double weight = weight(squaredDistances[i], squaredDistances[0] == 0);
            sum += weight * values[i];
            total += weight;
        }
        return sum / total;
    }

    private double weight(double squaredDistance, boolean anyAtZero) {
        return switch (this) {
            case UNIFORM -> 1;
            case DISTANCE -> anyAtZero ? (squaredDistance == 0 ? 1 : 0) : 1 / Math.sqrt(squaredDistance);
        };
    }
}
