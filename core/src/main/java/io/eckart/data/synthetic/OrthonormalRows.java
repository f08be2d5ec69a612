package io.eckart.data.synthetic;

import io.eckart.numerics.DoubleMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Random orthonormal vectors by Gram-Schmidt, each vector orthogonalised twice so that rounding does not build up (Giraud
 * et al. 2005). Uses plain arithmetic instead of a decomposition of {@code numerics}, because the result must have the same bits
 * with any LAPACK.
 */
final class OrthonormalRows {
    private OrthonormalRows() {}

    /**
     * Orthonormal rows in random directions.
     *
     * @param centred whether every row also sums to 0
     * @return {@code count x length}; {@code count} is at most {@code length}, or {@code length - 1} if centred
     */
    static DoubleMatrix draw(int count, int length, boolean centred, SplittableRandom random) {
        DoubleMatrix rows = DoubleMatrix.zeros(count, length);
        for (int i = 0; i < count; i++) {
            double[] row = gaussian(length, random);
            orthogonalise(row, rows, i, centred);
            orthogonalise(row, rows, i, centred);
            System.arraycopy(row, 0, rows.values(), i * length, length);
        }
        return rows;
    }

    private static double[] gaussian(int length, SplittableRandom random) {
        double[] draws = new double[length];
        Arrays.setAll(draws, i -> random.nextGaussian());
        return draws;
    }

    private static void orthogonalise(double[] row, DoubleMatrix rows, int before, boolean centred) {
        if (centred) {
            double mean = sum(row) / row.length;
            Arrays.setAll(row, j -> row[j] - mean);
        }
        for (int i = 0; i < before; i++) {
            removeProjection(row, rows.values(), i * row.length);
        }
        normalise(row);
    }

    private static double sum(double[] row) {
        double sum = 0;
        for (double value : row) {
            sum += value;
        }
        return sum;
    }

    private static void removeProjection(double[] row, double[] unit, int from) {
        double dot = 0;
        for (int j = 0; j < row.length; j++) {
            dot += row[j] * unit[from + j];
        }
        for (int j = 0; j < row.length; j++) {
            row[j] -= dot * unit[from + j];
        }
    }

    private static void normalise(double[] row) {
        double squares = 0;
        for (double value : row) {
            squares += value * value;
        }
        double norm = Math.sqrt(squares);
        for (int j = 0; j < row.length; j++) {
            row[j] /= norm;
        }
    }
}
