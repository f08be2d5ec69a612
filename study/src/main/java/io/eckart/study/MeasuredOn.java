package io.eckart.study;

/**
 * The rows that a number is about.
 *
 * @param rows in words
 * @param own whether they are the user's data, not generated
 */
public record MeasuredOn(String rows, boolean own) {

    /** The rows of a study. */
    public static MeasuredOn of(StudyData data) {
        return new MeasuredOn(data.name(), !data.generated());
    }

    /** Rows made for one claim. */
    public static MeasuredOn generated(String rows) {
        return new MeasuredOn(rows, false);
    }
}
