package io.eckart.study.demo;

/**
 * How much data is made, and how long models are trained on it.
 *
 * @param rows of the table of sensors
 * @param broken the number of its rows that are broken
 * @param unlabelled drawings without a label
 * @param imageSize height and width of the drawings in pixels
 * @param trained drawings that models are trained on, the first ones
 * @param tested drawings that they are tested on, the last ones
 * @param networkEpochs passes over the drawings in which the network is trained
 * @param draws random draws of the labelled drawings, at least 2
 */
public record DemoSize(
        int rows, int broken, int unlabelled, int imageSize, int trained, int tested, int networkEpochs, int draws) {
    /** Labelled drawings of each digit. */
    static final int LABELS_OF_EACH = 3;

    static final int DIGITS = 10;

    /** What a person sees. */
    public static final DemoSize FULL = new DemoSize(1000, 20, 5000, 24, 2000, 500, 12, 5);

    /** The same in a second or two, too small to show much. */
    public static final DemoSize SMALL = new DemoSize(200, 4, 120, 10, 100, 40, 2, 2);

    int labels() {
        return LABELS_OF_EACH * DIGITS;
    }

    int drawings() {
        return unlabelled + labels();
    }
}
