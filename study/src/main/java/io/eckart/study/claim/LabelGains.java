package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.study.Border;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a way to label gains over another in accuracy on held-out rows. The mean gain over the numbers of labels that are few is a
 * setting. The gain with the largest number, if it is at least four times that of features, is its control: a way that helps as much
 * there helps for another reason than few labels.
 *
 * @param features d
 * @param counts numbers of labels, ascending
 * @param few the largest number of labels that is few
 */
record LabelGains(int features, List<Integer> counts, int few) {
    /** The smallest gain that counts: a point of a hundred. */
    static final double POINT = 0.01;

    private static final int MANY = 4;

    /** Few are fewer than features. */
    LabelGains(LabelledSample sample) {
        this(sample.features(), IntStream.of(sample.counts()).boxed().toList(), sample.features() - 1);
    }

    /** The name of the accuracy of a method with a number of labels. */
    static String at(String way, int labels) {
        return way + ", " + labels + " labels";
    }

    /** Adds the setting of a way, its control, and the gain with each number of labels. */
    void add(PlannedClaim.Builder<SeedRuns> claim, String way, String over) {
        List<Integer> those = counts.stream().filter(count -> count <= few).toList();
        int most = counts.getLast();
        claim.setting(
                way + " with " + those + " labels",
                levels("way", way),
                Border.above(POINT),
                runs -> mean(runs, way, over, those));
        if (most >= MANY * features) {
            claim.control(
                    way + ", gain with " + most + " labels minus that with few",
                    levels("way", way),
                    Border.above(-POINT),
                    runs -> minus(gain(runs, way, over, most), mean(runs, way, over, those)));
        }
        for (int count : counts) {
            claim.note("gain of " + at(way, count), runs -> gain(runs, way, over, count));
        }
    }

    static double[] gain(SeedRuns runs, String way, String over, int count) {
        return runs.differences(at(way, count), at(over, count));
    }

    private static double[] mean(SeedRuns runs, String way, String over, List<Integer> some) {
        double[] mean = new double[runs.count()];
        for (int count : some) {
            double[] gains = gain(runs, way, over, count);
            for (int seed = 0; seed < mean.length; seed++) {
                mean[seed] += gains[seed] / some.size();
            }
        }
        return mean;
    }

    private static double[] minus(double[] first, double[] second) {
        double[] differences = first.clone();
        for (int i = 0; i < differences.length; i++) {
            differences[i] -= second[i];
        }
        return differences;
    }

    /** Notes the accuracy of a way with each number of labels. */
    void note(PlannedClaim.Builder<SeedRuns> claim, String way) {
        for (int count : counts) {
            claim.note("accuracy of " + at(way, count), runs -> runs.values(at(way, count)));
        }
    }
}
