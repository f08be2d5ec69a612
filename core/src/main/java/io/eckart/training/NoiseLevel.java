package io.eckart.training;

/**
 * How much independent noise of equal variance s^2 the features carry, estimated from the spectrum of the data.
 *
 * @param deviation s, in units of the features
 * @param signals the number of directions that rise above the noise
 * @param directions the number of directions in the data; features that are constant or follow from others add none
 * @param rows the number of rows looked at: all, or a random sample
 * @param features the number of features looked at
 */
public record NoiseLevel(double deviation, int signals, int directions, int rows, int features) {
    /** The method in words. */
    public String method() {
        return "median eigenvalue against Marchenko-Pastur (Gavish and Donoho 2014) without " + signals + " of "
                + directions + " directions, " + rows + " rows, " + features + " features";
    }

    /** The level and the method, for reports and provenance. */
    public String description() {
        return deviation + ": " + method();
    }
}
