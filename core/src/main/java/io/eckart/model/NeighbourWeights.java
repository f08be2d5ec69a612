package io.eckart.model;

/** The weight of each of the nearest neighbours in a mean. */
public enum NeighbourWeights {
    /** All weights are equal. */
    UNIFORM,
    /** The inverse of the distance; where neighbours are at distance 0, only these count. */
    DISTANCE;

    /**
     * The weighted mean.
     *
     * @param squaredDistances ascending
     * @param count number of entries used, at least 1
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
