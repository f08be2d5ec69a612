package io.eckart.data;

/**
 * What the observed cells of each column span.
 *
 * @param least one for each feature column
 * @param most one for each feature column, at least as large
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of ranges
public record ColumnRanges(double[] least, double[] most) {

    /** @throws IllegalArgumentException if the lengths differ or a range is empty */
    public ColumnRanges {
        boolean valid = least.length == most.length;
        for (int j = 0; valid && j < least.length; j++) {
            valid = least[j] <= most[j];
        }
        if (!valid) {
            throw new IllegalArgumentException("ranges need a least value and one at least as large for every column");
        }
    }
}
