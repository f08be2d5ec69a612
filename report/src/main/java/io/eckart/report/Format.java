package io.eckart.report;

/** How a value is shown; what is kept and downloaded is the value itself. */
public enum Format {
    TEXT,
    COUNT,
    /** A count; nothing is shown where it is zero. */
    COUNT_IF_ANY,
    NUMBER,
    /** A number in three significant digits. */
    SHORT,
    /** A part of 1, shown in hundredths. */
    PERCENT,
    SECONDS,
    /** Radians, shown in degrees. */
    DEGREES,
    /** A verdict in words, on the colour of its kind. */
    VERDICT
}
