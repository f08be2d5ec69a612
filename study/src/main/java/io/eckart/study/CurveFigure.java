package io.eckart.study;

/** The pictures that curves belong into. */
public enum CurveFigure {
    IDENTITY("identity over budget, k = 2 d", "steps of gradient descent", "||BA - I|| / sqrt(d)"),
    TEST_NOISE("error on noisy input over budget, k = 2 d", "steps of gradient descent", "squared error per cell"),
    DEPTH("P4 of a fixed B over depth", "T", "||BA - projection||, the largest singular value"),
    INVERSE("P3: C and the inverse of B'B over budget", "steps of gradient descent", "||C B'B - I|| / sqrt(k)");

    private final String label;
    private final String x;
    private final String y;

    CurveFigure(String label, String x, String y) {
        this.label = label;
        this.x = x;
        this.y = y;
    }

    String label() {
        return label;
    }

    String x() {
        return x;
    }

    String y() {
        return y;
    }
}
