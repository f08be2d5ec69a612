package io.eckart.task;

import java.util.Arrays;
import java.util.List;

/**
 * A histogram with bins of equal width at round numbers.
 *
 * @param values the number of finite values
 * @param bins ascending; empty if there are no values
 */
public record Histogram(long values, List<Bin> bins) {
    public static final Histogram EMPTY = new Histogram(0, List.of());
    private static final int LEAST_BINS = 5;
    private static final int MOST_BINS = 60;

    /** Values from {@code from} to below {@code to}, the last bin's end included; its middle is {@code at}. */
    public record Bin(double from, double to, double at, long count) {}

    public Histogram {
        bins = List.copyOf(bins);
    }

    /**
     * The histogram of values; those that are not finite are left out. There are at most {@code 2 n^(1/3)} bins (Rice's rule), within
     * {@value #LEAST_BINS} and {@value #MOST_BINS}, and at least two fifths of that where values differ.
     */
    public static Histogram of(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return EMPTY;
        }
        double least = Arrays.stream(finite).min().orElseThrow();
        double most = Arrays.stream(finite).max().orElseThrow();
        HistogramBins bins = new HistogramBins(least, most, areWhole(finite), binsFor(finite.length, MOST_BINS));
        for (double value : finite) {
            bins.add(value);
        }
        return bins.histogram();
    }

    /** Whether all values are whole numbers, NaN aside. */
    public static boolean areWhole(double[] values) {
        return Arrays.stream(values).allMatch(value -> Double.isNaN(value) || value == Math.rint(value));
    }

    /** The largest number of bins for so many values: Rice's rule, at least {@value #LEAST_BINS}. */
    public static int binsFor(long values, int most) {
        return Math.clamp((long) Math.ceil(2 * Math.cbrt((double) values)), LEAST_BINS, most);
    }
}
