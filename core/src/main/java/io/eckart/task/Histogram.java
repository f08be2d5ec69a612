package io.eckart.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A histogram with bins of equal width.
 *
 * @param values the number of finite values
 * @param bins ascending; empty if there are no values
 */
public record Histogram(long values, List<Bin> bins) {

    /** Values from {@code from} to below {@code to}, the last bin's end included; its middle is {@code at}. */
    public record Bin(double from, double to, double at, long count) {}

    public Histogram {
        bins = List.copyOf(bins);
    }

    /**
     * The histogram of values; those that are not finite are left out. The number of bins is {@code 2 n^(1/3)} (Rice's rule),
     * within 5 and 60.
     */
    public static Histogram of(double[] values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        if (finite.length == 0) {
            return new Histogram(0, List.of());
        }
        double least = Arrays.stream(finite).min().orElseThrow();
        double most = Arrays.stream(finite).max().orElseThrow();
        int count = most > least ? Math.clamp((int) Math.ceil(2 * Math.cbrt(finite.length)), 5, 60) : 1;
        long[] counts = new long[count];
        for (double value : finite) {
            int bin = most > least ? (int) ((value - least) / (most - least) * count) : 0;
            counts[Math.min(bin, count - 1)]++;
        }
        List<Bin> bins = new ArrayList<>();
        double width = (most - least) / count;
        for (int i = 0; i < count; i++) {
            double from = least + i * width;
            bins.add(new Bin(from, i == count - 1 ? most : from + width, from + width / 2, counts[i]));
        }
        return new Histogram(finite.length, bins);
    }
}
