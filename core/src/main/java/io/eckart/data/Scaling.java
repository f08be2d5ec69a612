package io.eckart.data;

/** How a column of numbers is scaled before training. */
public enum Scaling {
    /** Not scaled: x. */
    NONE,
    /** x - mean. */
    CENTER,
    /** (x - mean) / standard deviation (over n, not n - 1). */
    STANDARD,
    /** (x - min) / (max - min). */
    MINMAX
}
