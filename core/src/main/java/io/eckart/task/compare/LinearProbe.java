package io.eckart.task.compare;

import io.eckart.data.Table;
import io.eckart.data.sampling.Split;
import io.eckart.model.Encoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.training.label.SoftmaxRegression;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The accuracy of a linear probe on the codes: softmax regression of labels, on held-out rows.
 *
 * @param names of the classes
 * @param classes of the rows, -1 where unknown
 */
@SuppressWarnings("ArrayRecordComponent") // made for one comparison, never compared itself
record LinearProbe(List<String> names, int[] classes, Workers workers) {
    private static final int MOST_CLASSES = 50;

    /** Empty without a label column, and if labels are not classes: fewer than 2, more than 50, or fewer rows of one than folds. */
    static Optional<LinearProbe> of(Table table, int folds, Workers workers) {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < table.rows(); i++) {
            String label = table.label(i);
            if (label != null) {
                counts.merge(label, 1, Integer::sum);
            }
        }
        boolean classes = counts.size() >= 2
                && counts.size() <= MOST_CLASSES
                && counts.values().stream().allMatch(count -> count >= folds);
        if (!classes) {
            return Optional.empty();
        }
        List<String> names = List.copyOf(counts.keySet());
        int[] indices = new int[table.rows()];
        Arrays.setAll(indices, i -> index(names, table.label(i)));
        return Optional.of(new LinearProbe(names, indices, workers));
    }

    private static int index(List<String> names, @Nullable String label) {
        return label == null ? -1 : names.indexOf(label);
    }

    /** The accuracy on the test rows for the codes of an encoder. */
    double accuracy(Encoder model, HeldOutFold fold) {
        return accuracy(model.encode(fold.train(), workers), model.encode(fold.test(), workers), fold.split());
    }

    /** The accuracy on the test rows for the features themselves, missing cells replaced by their means. */
    double rawAccuracy(HeldOutFold fold, float[] means) {
        return accuracy(fold.train().filled(means), fold.test().filled(means), fold.split());
    }

    /** The part of the test rows that have the most frequent class of the train rows. */
    double commonest(HeldOutFold fold) {
        float[] counts = new float[names.size()];
        for (int row : fold.split().train()) {
            if (classes[row] >= 0) {
                counts[classes[row]]++;
            }
        }
        int commonest = new FloatMatrix(1, counts.length, counts).argmax(0);
        return rightPart(fold.split().test(), _ -> commonest);
    }

    private double accuracy(FloatMatrix trainRows, FloatMatrix testRows, Split split) {
        int[] known = IntStream.range(0, split.train().length)
                .filter(i -> classes[split.train()[i]] >= 0)
                .toArray();
        int[] labels = IntStream.of(known).map(i -> classes[split.train()[i]]).toArray();
        FloatMatrix probabilities = new SoftmaxRegression(SoftmaxRegression.RIDGE, true, workers)
                .fit(trainRows.selectRows(known), labels, names)
                .probabilities(testRows, workers);
        return rightPart(split.test(), probabilities::argmax);
    }

    /** The part of the labelled test rows whose class is predicted, by the place of the row. */
    private double rightPart(int[] test, IntUnaryOperator predicted) {
        int right = 0;
        int counted = 0;
        for (int i = 0; i < test.length; i++) {
            if (classes[test[i]] >= 0) {
                counted++;
                right += predicted.applyAsInt(i) == classes[test[i]] ? 1 : 0;
            }
        }
        return (double) right / counted;
    }
}
