package io.eckart.study.judgement;

import io.eckart.study.Border;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of one number of each seed, and how sure it is by Student's t.
 *
 * @param mean NaN if there is no value
 * @param error its standard error; NaN for fewer than two seeds, which decide nothing
 */
record SeedMean(double mean, double error, int seeds) {

    static SeedMean of(double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return n < 2 ? new SeedMean(mean, Double.NaN, n) : new SeedMean(mean, Math.sqrt(squares / (n - 1) / n), n);
    }

    /** Half of the interval of the mean at a level, as .05. */
    double halfWidth(double level) {
        if (seeds < 2) {
            return Double.NaN;
        }
        return error == 0 ? 0 : -TDistribution.of(seeds - 1.0).inverseCumulativeProbability(level / 2) * error;
    }

    /** Whether the whole interval at a level is on the claim's side. */
    boolean isFor(Border border, double level) {
        return mean - halfWidth(level) > border.low() && mean + halfWidth(level) < border.high();
    }

    /** Whether the whole interval at a level is on the other side. */
    boolean isAgainst(Border border, double level) {
        return mean + halfWidth(level) < border.low() || mean - halfWidth(level) > border.high();
    }

    /** The least level at which the interval is on one side of the border: two-sided; 1 where it never is. */
    double probability(Border border) {
        if (!Double.isFinite(error)) {
            return 1;
        }
        boolean inside = mean > border.low() && mean < border.high();
        double low = tail(border.low());
        double high = tail(border.high());
        return inside ? Math.max(low, high) : Math.min(beyond(low, border.low()), beyond(high, border.high()));
    }

    /** The side of a range on which the mean is not says nothing. */
    private double beyond(double probability, double border) {
        return Double.isInfinite(border) ? 1 : probability;
    }

    private double tail(double border) {
        if (Double.isInfinite(border)) {
            return 0;
        }
        if (error == 0) {
            return mean == border ? 1 : 0;
        }
        return Math.min(1, 2 * TDistribution.of(seeds - 1.0).cumulativeProbability(-Math.abs(mean - border) / error));
    }
}
