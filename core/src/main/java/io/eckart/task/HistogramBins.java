package io.eckart.task;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts values in bins of equal width, whose edges are multiples of 1, 2 or 5 times a power of ten. Bins of width one of whole numbers
 * have these in their middle. Not thread-safe.
 */
public final class HistogramBins {
    private final double[] edges;
    private final double step;
    private final long[] counts;

    /** A width {@code digit * 10^exponent}. */
    private record Width(int digit, int exponent) {
        /** The smallest that is not below a number. */
        static Width atLeast(double raw) {
            int exponent = (int) Math.floor(Math.log10(raw));
            for (int digit : new int[] {1, 2, 5}) {
                if (new Width(digit, exponent).times(1) >= raw) {
                    return new Width(digit, exponent);
                }
            }
            return new Width(1, exponent + 1);
        }

        /** The float64 number nearest to a multiple, so that it is written with few digits. */
        double times(long multiple) {
            BigInteger digits = BigInteger.valueOf(multiple).multiply(BigInteger.valueOf(digit));
            return new BigDecimal(digits, -exponent).doubleValue();
        }
    }

    /**
     * Nothing is counted yet.
     *
     * @param least the smallest value, finite
     * @param most the largest value, finite
     * @param whole whether all values are whole numbers
     * @param mostBins how many bins there may be; at least two fifths as many are made, fewer for few whole numbers. One may be
     *     added, so that bins begin at round numbers
     */
    public HistogramBins(double least, double most, boolean whole, int mostBins) {
        if (!(least <= most) || Double.isInfinite(least) || Double.isInfinite(most) || mostBins < 1) {
            throw new IllegalArgumentException("no bins from " + least + " to " + most + ", at most " + mostBins);
        }
        double raw = most / mostBins - least / mostBins;
        if (raw == 0) {
            this.edges = new double[] {least, most};
            this.step = 1;
        } else if (whole && raw <= 1) {
            int bins = (int) (most - least) + 1;
            this.edges = new double[bins + 1];
            for (int i = 0; i <= bins; i++) {
                edges[i] = least + i - 0.5;
            }
            this.step = 1;
        } else {
            Width width = Width.atLeast(raw);
            this.edges = roundEdges(width, least, most, whole);
            this.step = width.times(1);
        }
        this.counts = new long[edges.length - 1];
    }

    private static double[] roundEdges(Width width, double least, double most, boolean whole) {
        double step = width.times(1);
        long first = (long) Math.floor(least / step);
        while (width.times(first) > least) {
            first--;
        }
        long last = Math.max(first + 1, (long) Math.floor(most / step));
        // Of whole numbers the largest has a bin for its own kind: the one before would hold one number more than the
        // others.
        while (width.times(last) < most || (whole && width.times(last) == most)) {
            last++;
        }
        double[] edges = new double[(int) (last - first) + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = width.times(first + i);
        }
        return edges;
    }

    /** Counts a value; one outside of the bins is counted in the nearest one, NaN nowhere. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        int bin = Math.clamp((long) ((value - edges[0]) / step), 0, counts.length - 1);
        // The division is rounded, the edges are not.
        while (bin > 0 && value < edges[bin]) {
            bin--;
        }
        while (bin < counts.length - 1 && value >= edges[bin + 1]) {
            bin++;
        }
        counts[bin]++;
    }

    /** What was counted so far. */
    public Histogram histogram() {
        List<Histogram.Bin> bins = new ArrayList<>();
        long values = 0;
        for (int i = 0; i < counts.length; i++) {
            double middle = edges[i] / 2 + edges[i + 1] / 2;
            bins.add(new Histogram.Bin(edges[i], edges[i + 1], middle, counts[i]));
            values += counts[i];
        }
        return new Histogram(values, bins);
    }
}
