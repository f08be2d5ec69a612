package io.eckart.report;

/**
 * An axis.
 *
 * @param title the quantity and its unit
 */
public record Axis(String title, Scale scale, Format format) {

    /** How values lie on an axis. */
    public enum Scale {
        LINEAR,
        /** Linear, and zero is on it. */
        FROM_ZERO,
        /** Linear, and no interval goes beyond 0 and 1. */
        PART,
        LOG,
        /** Logarithmic to base two, for ratios of a few. */
        RATIO,
        CATEGORY
    }

    public static Axis linear(String title) {
        return new Axis(title, Scale.LINEAR, Format.NUMBER);
    }

    public static Axis fromZero(String title) {
        return new Axis(title, Scale.FROM_ZERO, Format.NUMBER);
    }

    /** Parts of 1, such as probabilities, shown in hundredths. */
    public static Axis part(String title) {
        return new Axis(title, Scale.PART, Format.PERCENT);
    }

    public static Axis log(String title) {
        return new Axis(title, Scale.LOG, Format.NUMBER);
    }

    public static Axis ratio(String title) {
        return new Axis(title, Scale.RATIO, Format.NUMBER);
    }

    public static Axis category(String title) {
        return new Axis(title, Scale.CATEGORY, Format.TEXT);
    }

    public Axis as(Format format) {
        return new Axis(title, scale, format);
    }
}
