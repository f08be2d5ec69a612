package io.eckart.cli;

import java.util.Arrays;

/** Energies of principal components by the plain formula: eigenvalues of X'X / n by Jacobi's rotations (1846). */
final class PlainPca {
    private PlainPca() {}

    /** Eigenvalues of X'X / n, largest first. */
    static double[] energies(double[][] rows) {
        double[][] s = secondMoment(rows);
        int d = s.length;
        for (int sweep = 0; sweep < 50; sweep++) {
            for (int p = 0; p < d; p++) {
                for (int q = p + 1; q < d; q++) {
                    rotate(s, p, q);
                }
            }
        }
        double[] energies = new double[d];
        Arrays.setAll(energies, j -> -s[j][j]);
        Arrays.sort(energies);
        return Arrays.stream(energies).map(e -> -e).toArray();
    }

    private static double[][] secondMoment(double[][] rows) {
        int d = rows[0].length;
        double[][] s = new double[d][d];
        for (double[] row : rows) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    s[i][j] += row[i] * row[j] / rows.length;
                }
            }
        }
        return s;
    }

    private static void rotate(double[][] s, int p, int q) {
        if (s[p][q] == 0) {
            return;
        }
        double angle = 0.5 * Math.atan2(2 * s[p][q], s[q][q] - s[p][p]);
        double c = Math.cos(angle);
        double sn = Math.sin(angle);
        for (int i = 0; i < s.length; i++) {
            double a = s[i][p];
            double b = s[i][q];
            s[i][p] = c * a - sn * b;
            s[i][q] = sn * a + c * b;
        }
        for (int i = 0; i < s.length; i++) {
            double a = s[p][i];
            double b = s[q][i];
            s[p][i] = c * a - sn * b;
            s[q][i] = sn * a + c * b;
        }
    }

    /** The rows without their column means. */
    static double[][] centred(double[][] rows) {
        double[] means = means(rows);
        return Arrays.stream(rows)
                .map(row -> {
                    double[] rest = row.clone();
                    Arrays.setAll(rest, j -> row[j] - means[j]);
                    return rest;
                })
                .toArray(double[][]::new);
    }

    static double[] means(double[][] rows) {
        double[] means = new double[rows[0].length];
        for (double[] row : rows) {
            for (int j = 0; j < means.length; j++) {
                means[j] += row[j] / rows.length;
            }
        }
        return means;
    }

    static double sum(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).sum();
    }
}
