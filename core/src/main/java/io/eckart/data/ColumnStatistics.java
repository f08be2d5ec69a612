package io.eckart.data;

import java.util.Arrays;

/**
 * Mean, standard deviation and range of each feature column over its observed cells, in float64, by Welford's recurrence
 * (Welford 1962, Note on a method for calculating corrected sums of squares and products). The result does not depend on how
 * the rows are divided into chunks.
 */
final class ColumnStatistics {
    /** A mean this many standard deviations from zero costs float32 three of its 24 binary digits of the differences from it. */
    private static final double FAR = 8;
    /** Binary digits of an offset beyond the first one of the standard deviation. */
    private static final int OFFSET_DIGITS = 8;
    /** Steps of this part of the standard deviation add about a millionth to the variance. */
    private static final double FINE_STEPS = 256;

    private final int width;
    private final long[] observed;
    private final long[] rounded;
    private final double[] mean;
    private final double[] squares;
    private final double[] min;
    private final double[] max;

    ColumnStatistics(int width) {
        this.width = width;
        this.observed = new long[width];
        this.rounded = new long[width];
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
                add(j, x);
            }
        }
    }

    private void add(int j, double x) {
        double delta = x - mean[j];
        mean[j] += delta / ++observed[j];
        squares[j] += delta * (x - mean[j]);
        min[j] = Math.min(min[j], x);
        max[j] = Math.max(max[j], x);
        rounded[j] += (float) x == x ? 0 : 1;
    }

    /**
     * Adds the first rows of a chunk, and of the others the first observed cell of each column that has none yet.
     *
     * @return whether every column has an observed cell
     */
    boolean addFirst(Table rows, int first) {
        double[] cells = rows.cells();
        int rest = first * width;
        for (int start = 0; start < rest; start += width) {
            addRow(cells, start);
        }
        boolean all = true;
        for (int j = 0; j < width; j++) {
            for (int at = rest + j; observed[j] == 0 && at < rows.length(); at += width) {
                if (!Double.isNaN(cells[at])) {
                    add(j, cells[at]);
                }
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

    /**
     * What a model that removes the mean should subtract from a column before it is narrowed to float32: the mean where it is far from zero
     * compared with the spread, else 0. It has few binary digits beyond those of the spread, so that differences from it keep all
     * digits of whole numbers and of float32 numbers.
     */
    double offset(int column) {
        double deviation = standardDeviation(column);
        if (Math.abs(mean[column]) <= FAR * deviation) {
            return 0;
        }
        double step = Math.scalb(1.0, Math.getExponent(deviation) - OFFSET_DIGITS);
        return isConstant(column) ? min[column] : mean[column] - Math.IEEEremainder(mean[column], step);
    }

    /** Whether float32 cannot hold the cells of a column as finely as they vary. */
    boolean isRounded(int column) {
        return rounded[column] > 0 && standardDeviation(column) < FINE_STEPS * spacing(column);
    }

    /** The number of cells that float32 cannot hold. */
    long rounded(int column) {
        return rounded[column];
    }

    /** The distance of the float32 numbers at the size of a column. */
    double spacing(int column) {
        return Math.ulp((float) Math.max(Math.abs(min[column]), Math.abs(max[column])));
    }

    double range(int column) {
        return max[column] - min[column];
    }
}
