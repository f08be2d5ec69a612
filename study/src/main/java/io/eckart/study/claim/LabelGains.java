package io.eckart.study.claim;

import io.eckart.study.MeasuredNumber;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What a way to label gains over another in accuracy on held-out rows, over the number of labels. The gain with few labels, the mean
 * over the numbers that are few, speaks for the way where its interval is above 0. Where the way has helped so, the largest number of labels, if it is at
 * least four times that of features, speaks for the end of the gain where the interval is below a point of a hundred.
 *
 * @param runs accuracies under the names {@link #at} gives
 * @param features d
 * @param counts numbers of labels, ascending
 * @param few the largest number of labels that is few
 */
record LabelGains(SeedRuns runs, int features, List<Integer> counts, int few) {
    private static final double POINT = 0.01;
    private static final int MANY = 4;

    /** Few are fewer than features. */
    LabelGains(SeedRuns runs, LabelledSample sample) {
        this(runs, sample.features(), IntStream.of(sample.counts()).boxed().toList(), sample.features() - 1);
    }

    /** The name of the accuracy of a method with a number of labels. */
    static String at(String way, int labels) {
        return way + ", " + labels + " labels";
    }

    /** Adds a part for few labels, one for the most, and the number where the gain ends. */
    void judge(Evidence evidence, String way, String over) {
        MeasuredNumber withFew = withFew(way, over);
        evidence.above(way + " helps with few labels", withFew, 0);
        for (int count : counts) {
            MeasuredNumber gain = gain(way, over, count);
            if (withFew.above(0) && count >= MANY * features && count == counts.getLast()) {
                evidence.below(way + " gains no more with " + count + " labels", gain, POINT);
            } else {
                evidence.note(gain);
            }
        }
        evidence.note(end(way, over));
    }

    private MeasuredNumber withFew(String way, String over) {
        List<Integer> those = counts.stream().filter(count -> count <= few).toList();
        String name = "accuracy gained by " + way + " over " + over + " with " + those + " labels, mean of these";
        return MeasuredNumber.difference(name, mean(way, those), mean(over, those));
    }

    private double[] mean(String way, List<Integer> some) {
        double[] mean = new double[runs.count()];
        for (int count : some) {
            double[] accuracies = runs.values(at(way, count));
            for (int seed = 0; seed < mean.length; seed++) {
                mean[seed] += accuracies[seed] / some.size();
            }
        }
        return mean;
    }

    MeasuredNumber gain(String way, String over, int count) {
        String name = "accuracy gained by " + way + " over " + over + " with " + count + " labels";
        return runs.difference(name, at(way, count), at(over, count));
    }

    /** The accuracy of a way with each number of labels, reported and not judged. */
    void note(Evidence evidence, String way) {
        for (int count : counts) {
            evidence.note(runs.mean("accuracy of " + at(way, count), at(way, count)));
        }
    }

    /** The number of labels over d from which on the gain is below a point, for each seed; the largest looked at if it never is. */
    MeasuredNumber end(String way, String over) {
        double[] values = IntStream.range(0, runs.count())
                .mapToDouble(seed -> end(counts.stream()
                        .mapToDouble(count -> runs.values(at(way, count))[seed] - runs.values(at(over, count))[seed])
                        .toArray()))
                .toArray();
        String name = "labels over d from which on " + way + " gains less than a point over " + over + " (at most "
                + Evidence.text(ratio(counts.getLast())) + ")";
        return MeasuredNumber.difference(name, values, new double[values.length]);
    }

    /** By straight lines over the logarithm of the number of labels. */
    private double end(double[] gains) {
        int last = gains.length - 1;
        while (last >= 0 && gains[last] < POINT) {
            last--;
        }
        if (last < 0 || last == gains.length - 1) {
            return ratio(counts.get(Math.max(0, last)));
        }
        double part = (gains[last] - POINT) / (gains[last] - gains[last + 1]);
        double log = (1 - part) * Math.log(counts.get(last)) + part * Math.log(counts.get(last + 1));
        return Math.exp(log) / features;
    }

    private double ratio(int count) {
        return (double) count / features;
    }

    /** All gains in a sentence, in points of a hundred. */
    String text(String way, String over) {
        String points = counts.stream()
                .map(count -> decimal(100 * gain(way, over, count).mean()) + " with " + count)
                .collect(Collectors.joining(", "));
        return "points gained by " + way + ", d = " + features + ": " + points + " labels, less than one from "
                + decimal(end(way, over).mean()) + " d labels on";
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
