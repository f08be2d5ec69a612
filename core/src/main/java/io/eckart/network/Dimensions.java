package io.eckart.network;

/**
 * The sizes of an autoencoder.
 *
 * @param features d, at least 1
 * @param codeSize k, at least 1; may exceed d
 * @param indicator whether the encoder also reads which cells are hidden, so that 0 and hidden differ
 * @param bias whether a linear decoder adds a vector to its output; general networks always have biases
 */
public record Dimensions(int features, int codeSize, boolean indicator, boolean bias) {

    /** @throws IllegalArgumentException if a size is below 1 */
    public Dimensions {
        if (features < 1 || codeSize < 1) {
            throw new IllegalArgumentException(
                    "features and code size must be at least 1, got " + features + " and " + codeSize);
        }
    }

    /** Whether the code is smaller than the row, k below d. */
    public boolean isBottleneck() {
        return codeSize < features;
    }
}
