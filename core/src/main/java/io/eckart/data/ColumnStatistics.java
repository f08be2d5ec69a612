package io.eckart.data;

import java.util.Arrays;

/**
 * Mean, standard deviation and range of each feature column over its observed cells, in float64, by Welford's recurrence
 * (Welford 1962, Note on a method for calculating corrected sums of squares and products). The result does not depend on how
 * the rows are divided into chunks.
 */
final class ColumnStatistics {
    private final int width;
    private final long[] observed;
    private final double[] mean;
    private final double[] squares;
    private final double[] min;
    private final double[] max;

    ColumnStatistics(int width) {
        this.width = width;
        this.observed = new long[width];
        this.mean = new double[width];
        this.squares = new double[width];
        this.min = new double[width];
        this.max = new double[width];
        Arrays.fill(min, Double.POSITIVE_INFINITY);
        Arrays.fill(max, Double.NEGATIVE_INFINITY);
    }

    /** Adds the observed cells of all rows. */
    void add(Table rows) {
        double[] cells = rows.cells();
        for (int start = 0; start < rows.length(); start += width) {
            addRow(cells, start);
        }
    }

    private void addRow(double[] cells, int start) {
        for (int j = 0; j < width; j++) {
            double x = cells[start + j];
            if (!Double.isNaN(x)) {
                double delta = x - mean[j];
                mean[j] += delta / ++observed[j];
                squares[j] += delta * (x - mean[j]);
                min[j] = Math.min(min[j], x);
                max[j] = Math.max(max[j], x);
            }
        }
    }

    /** Only counts, for columns that are not scaled; returns true once every column has an observed cell. */
    boolean addCounts(Table rows) {
        double[] cells = rows.cells();
        boolean all = true;
        for (int j = 0; j < width; j++) {
            for (int at = j; observed[j] == 0 && at < rows.length(); at += width) {
                observed[j] += Double.isNaN(cells[at]) ? 0 : 1;
            }
            all &= observed[j] > 0;
        }
        return all;
    }

    long observed(int column) {
        return observed[column];
    }

    double mean(int column) {
        return mean[column];
    }

    double min(int column) {
        return min[column];
    }

    double max(int column) {
        return max[column];
    }

    boolean isConstant(int column) {
        return min[column] == max[column];
    }

    /** sqrt(sum (x - mean)^2 / n). */
    double standardDeviation(int column) {
        return Math.sqrt(squares[column] / observed[column]);
    }

    double range(int column) {
        return max[column] - min[column];
    }
}
