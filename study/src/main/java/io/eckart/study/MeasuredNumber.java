package io.eckart.study;

import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A number measured with several seeds.
 *
 * @param name what it is, with its unit
 * @param mean over the seeds
 * @param halfWidth of the 95 % interval of the mean by Student's t; 0 for a single seed
 * @param seeds the number of seeds; 0 if nothing was measured
 */
public record MeasuredNumber(String name, double mean, double halfWidth, int seeds) {

    /** The mean of these values with its interval. */
    public static MeasuredNumber of(String name, double... values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int n = values.length;
        return new MeasuredNumber(name, mean, n < 2 ? 0 : quantile(n - 1) * Math.sqrt(squares / (n - 1) / n), n);
    }

    private static double quantile(int freedom) {
        return TDistribution.of(freedom).inverseCumulativeProbability(.975);
    }

    /** The mean of the differences of two measurements of the same seeds; NaN if there are none. */
    public static MeasuredNumber difference(String name, double[] first, double[] second) {
        double[] differences = new double[Math.min(first.length, second.length)];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
        }
        return differences.length == 0 ? new MeasuredNumber(name, Double.NaN, Double.NaN, 0) : of(name, differences);
    }

    /** Name, mean and half width as text for a sentence. */
    public String text() {
        return String.format(Locale.ROOT, "%s %.3g +- %.2g", name, mean, halfWidth);
    }

    /** Mean and half width as text for a sentence, with this many digits after the point. */
    public String text(int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f +- %." + digits + "f", mean, halfWidth);
    }

    /** The ratio whose log10 this is, with two digits after the point. */
    public String ratioText() {
        return String.format(Locale.ROOT, "%.2f", Math.pow(10, mean));
    }

    /** Whether the whole interval is below the border. */
    public boolean below(double border) {
        return mean + halfWidth < border;
    }

    /** Whether the whole interval is above the border. */
    public boolean above(double border) {
        return mean - halfWidth > border;
    }
}
