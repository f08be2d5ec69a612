package io.eckart.data;

/**
 * The range of the observed cells of each feature column. Immutable.
 *
 * @param least the smallest cell of each feature column
 * @param most the largest cell of each feature column
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; ranges are never compared
public record ColumnRanges(double[] least, double[] most) {

    /** @throws IllegalArgumentException if the lengths differ or a range is empty */
    public ColumnRanges {
        boolean valid = least.length == most.length;
        for (int j = 0; valid && j < least.length; j++) {
            valid = least[j] <= most[j];
        }
        if (!valid) {
            throw new IllegalArgumentException(
                    "ranges need for each column a smallest value and a largest value that is not below it");
        }
        least = least.clone();
        most = most.clone();
    }

    @Override
    public double[] least() {
        return least.clone();
    }

    @Override
    public double[] most() {
        return most.clone();
    }

    /** The smallest observed cell of a feature column. */
    public double least(int column) {
        return least[column];
    }

    /** The largest observed cell of a feature column. */
    public double most(int column) {
        return most[column];
    }
}
