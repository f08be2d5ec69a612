package io.eckart.numerics;

/**
 * The m nearest reference rows of each of n rows, nearest first, of equal distances the smaller index first.
 *
 * @param rows n
 * @param count m, the same for all rows
 * @param indices n x m reference rows; -1 after the last where fewer than m have a cell in common with the row
 * @param squaredDistances n x m; NaN where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of neighbours; the arrays are the point
public record Neighbours(int rows, int count, int[] indices, double[] squaredDistances) {

    /** @throws IllegalArgumentException if the lengths do not agree */
    public Neighbours {
        if (indices.length != rows * count || squaredDistances.length != rows * count) {
            throw new IllegalArgumentException(rows + " rows of " + count + " neighbours cannot have " + indices.length
                    + " indices and " + squaredDistances.length + " distances");
        }
    }

    /** The i-th nearest of a row. */
    public int index(int row, int i) {
        return indices[row * count + i];
    }

    public double squaredDistance(int row, int i) {
        return squaredDistances[row * count + i];
    }
}
