package io.eckart.training;

/**
 * How much independent noise of equal variance s^2 the features carry, estimated from the spectrum of the data.
 *
 * @param deviation s, in units of the features
 * @param signals how many directions stand above the noise
 * @param directions how many directions the data has; features that are constant or follow from others add none
 * @param rows looked at: all of them, or an even random sample
 * @param features looked at
 */
public record NoiseLevel(double deviation, int signals, int directions, int rows, int features) {
    /** How it was told, in words. */
    public String method() {
        return "median eigenvalue against Marchenko-Pastur (Gavish and Donoho 2014) without " + signals + " of "
                + directions + " directions, " + rows + " rows, " + features + " features";
    }

    /** The level and how it was told, for reports and provenance. */
    public String description() {
        return deviation + ": " + method();
    }
}
