package io.eckart.study.claim;

import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudyData;
import io.eckart.training.label.KnownLabels;
import io.eckart.training.label.SoftmaxRegression;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * Rows with labels of which only some are revealed to a method.
 *
 * @param measuredOn what they are
 * @param train rows to learn from, n x d
 * @param labels n entries from 0 to classes - 1, at least one row of each
 * @param test rows to judge on
 * @param testLabels likewise
 * @param classes the number of classes, at least 2
 */
@SuppressWarnings("ArrayRecordComponent") // internal to the study, never compared
record LabelledSample(
        MeasuredOn measuredOn, FloatMatrix train, int[] labels, FloatMatrix test, int[] testLabels, int classes) {
    /** Numbers of labels that are looked at, over d. */
    static final List<Double> RATIOS = List.of(0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0);

    /** The study's rows where they have labels, enough of them to look at numbers of labels from below d to 4 d. */
    static Optional<LabelledSample> of(StudyData data) {
        if (data.trainLabels().isEmpty() || data.testLabels().isEmpty()) {
            return Optional.empty();
        }
        int[] labels = data.trainLabels().get();
        int classes = Arrays.stream(labels).max().orElse(0) + 1;
        boolean allSeen = Arrays.stream(labels).distinct().count() == classes;
        if (classes < 2 || !allSeen) {
            return Optional.empty();
        }
        int[] judged = data.testLabels().get();
        LabelledSample sample =
                new LabelledSample(MeasuredOn.of(data), data.train(), labels, data.test(), judged, classes);
        int[] counts = sample.counts();
        boolean fits =
                counts.length > 1 && counts[0] < data.features() && counts[counts.length - 1] >= 4 * data.features();
        return fits ? Optional.of(sample) : Optional.empty();
    }

    /** The same with other rows held out; where these leave a class out, as they are. */
    static Optional<LabelledSample> of(StudyData data, RandomStreams random) {
        return of(data).map(sample -> of(data.resplit(random.stream("held out")))
                .filter(other -> other.classes == sample.classes)
                .orElse(sample));
    }

    /** The first rows to judge on, the others to learn from. */
    static LabelledSample split(String rowsMade, FloatMatrix rows, int[] labels, int heldOut) {
        FloatMatrix train = rows.copyRows(heldOut, rows.rows());
        FloatMatrix test = rows.copyRows(0, heldOut);
        int[] known = Arrays.copyOfRange(labels, heldOut, labels.length);
        int classes = Arrays.stream(labels).max().orElse(0) + 1;
        return new LabelledSample(
                MeasuredOn.generated("generated rows: " + rowsMade),
                train,
                known,
                test,
                Arrays.copyOf(labels, heldOut),
                classes);
    }

    /** d. */
    int features() {
        return train.columns();
    }

    /** The numbers of labels that can be looked at: at least one of each class, at most half the rows. */
    int[] counts() {
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
    Targets.Classes reveal(int count, SplittableRandom random) {
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

    /** The part of the held-out rows whose most probable class is their own. */
    double accuracy(FloatMatrix probabilities) {
        int right = 0;
        for (int i = 0; i < testLabels.length; i++) {
            right += probabilities.argmax(i) == testLabels[i] ? 1 : 0;
        }
        return (double) right / testLabels.length;
    }

    /**
     * The mean accuracy over several random choices of labels.
     *
     * @param random streams whose children choose the labels
     * @param accuracy of what is learnt from a choice, with the streams of that choice
     */
    double accuracy(
            int count, int draws, RandomStreams random, ToDoubleBiFunction<Targets.Classes, RandomStreams> accuracy) {
        return IntStream.range(0, draws)
                .mapToDouble(draw -> {
                    RandomStreams streams = random.child("labels", draw);
                    return accuracy.applyAsDouble(reveal(count, streams.stream(count + " labels")), streams);
                })
                .average()
                .orElse(Double.NaN);
    }

    /** The accuracy of softmax regression on the rows whose label is known. */
    double softmaxAccuracy(FloatMatrix trainRows, FloatMatrix testRows, Targets.Classes known, Workers workers) {
        int[] rows = KnownLabels.rows(known);
        return accuracy(new SoftmaxRegression(SoftmaxRegression.RIDGE, false, workers)
                .fit(trainRows.selectRows(rows), KnownLabels.of(known, rows), known.names())
                .probabilities(testRows, workers));
    }
}
