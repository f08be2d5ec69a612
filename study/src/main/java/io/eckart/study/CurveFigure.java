package io.eckart.study;

/** The pictures that curves belong into. */
public enum CurveFigure {
    IDENTITY("distance from the identity over outer time", "steps of gradient descent", "||BA - I|| / sqrt(d)"),
    NOISY("error on noisy input over outer time", "steps of gradient descent", "error over that of the exact denoiser"),
    USED("error on noisy input over the depth of use", "T in use", "error over that of the exact denoiser"),
    SCALED("error on noisy input of the whole map times c", "c", "error over that of the exact denoiser"),
    DEPTH("P4 of a fixed B over depth", "T", "||BA - projection||, the largest singular value"),
    INVERSE("P3: C and the inverse over outer time", "steps of gradient descent", "||C G - I|| / sqrt(side)");

    private final String label;
    private final String x;
    private final String y;

    CurveFigure(String label, String x, String y) {
        this.label = label;
        this.x = x;
        this.y = y;
    }

    public String label() {
        return label;
    }

    public String x() {
        return x;
    }

    public String y() {
        return y;
    }
}
