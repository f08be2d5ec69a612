package io.eckart.study.trial;

import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.StudyData;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Rows that all have a label, of which only some are shown to a way to label.
 *
 * @param name for people
 * @param train rows to learn from, n x d
 * @param labels n entries from 0 to classes - 1, at least one row of each
 * @param test rows to judge on
 * @param testLabels likewise
 * @param classes how many, at least 2
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of a sample
public record LabelledSample(
        String name, FloatMatrix train, int[] labels, FloatMatrix test, int[] testLabels, int classes) {
    /** Numbers of labels that are looked at, over d. */
    static final List<Double> RATIOS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0);

    /** The study's rows where they have labels, enough of them to look at numbers of labels from below d to 4 d. */
    public static Optional<LabelledSample> of(StudyData data) {
        if (data.trainLabels().isEmpty() || data.testLabels().isEmpty()) {
            return Optional.empty();
        }
        int[] labels = data.trainLabels().get();
        int classes = Arrays.stream(labels).max().orElse(0) + 1;
        boolean allSeen = Arrays.stream(labels).distinct().count() == classes;
        if (classes < 2 || !allSeen) {
            return Optional.empty();
        }
        LabelledSample sample = new LabelledSample(
                data.name(),
                data.train(),
                labels,
                data.test(),
                data.testLabels().get(),
                classes);
        int[] counts = sample.counts();
        boolean fits =
                counts.length > 1 && counts[0] < data.features() && counts[counts.length - 1] >= 4 * data.features();
        return fits ? Optional.of(sample) : Optional.empty();
    }

    /** The first rows to judge on, the others to learn from. */
    public static LabelledSample split(String name, FloatMatrix rows, int[] labels, int heldOut) {
        return new LabelledSample(
                name,
                rows.copyRows(heldOut, rows.rows()),
                Arrays.copyOfRange(labels, heldOut, labels.length),
                rows.copyRows(0, heldOut),
                Arrays.copyOf(labels, heldOut),
                Arrays.stream(labels).max().orElse(0) + 1);
    }

    /** d. */
    public int features() {
        return train.columns();
    }

    /** The numbers of labels that can be looked at: at least one of each class, at most half the rows. */
    public int[] counts() {
        return RATIOS.stream()
                .mapToInt(ratio -> (int) Math.round(ratio * features()))
                .filter(count -> count >= classes && 2 * count <= labels.length)
                .distinct()
                .toArray();
    }

    List<String> classNames() {
        return IntStream.range(0, classes).mapToObj(c -> "class " + c).toList();
    }

    /** What is known where this many random labels are shown, one of each class first. */
    public Targets.Classes reveal(int count, SplittableRandom random) {
        int[] order = IntStream.range(0, labels.length).toArray();
        RandomStreams.shuffle(order, random);
        int[] known = new int[labels.length];
        Arrays.fill(known, -1);
        boolean[] seen = new boolean[classes];
        int shown = 0;
        for (int row : order) {
            if (!seen[labels[row]]) {
                seen[labels[row]] = true;
                known[row] = labels[row];
                shown++;
            }
        }
        for (int i = 0; i < order.length && shown < count; i++) {
            if (known[order[i]] < 0) {
                known[order[i]] = labels[order[i]];
                shown++;
            }
        }
        return new Targets.Classes(classNames(), known);
    }

    /** The part of the held-out rows whose most probable class is theirs. */
    public double accuracy(FloatMatrix probabilities) {
        int right = 0;
        for (int i = 0; i < testLabels.length; i++) {
            int best = 0;
            for (int c = 1; c < classes; c++) {
                best = probabilities.get(i, c) > probabilities.get(i, best) ? c : best;
            }
            right += best == testLabels[i] ? 1 : 0;
        }
        return (double) right / testLabels.length;
    }

    /** The mean of what is measured with several random choices of labels. */
    public static double mean(double... values) {
        return DoubleStream.of(values).average().orElse(Double.NaN);
    }
}
