package io.eckart.numerics;

/**
 * The m nearest reference rows of each of n rows, nearest first; on ties the smaller index comes first.
 *
 * @param rows n
 * @param count m, the same for all rows
 * @param indices n x m reference rows; -1 where fewer than m references have an observed cell in common with the row
 * @param squaredDistances n x m; NaN where the index is -1
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

    /** The index of the i-th nearest reference of a row, or -1; i from 0 to m - 1. */
    public int index(int row, int i) {
        return indices[row * count + i];
    }

    /** The squared distance to the i-th nearest reference of a row, or NaN; i from 0 to m - 1. */
    public double squaredDistance(int row, int i) {
        return squaredDistances[row * count + i];
    }
}
