package io.eckart.task.compare;

import io.eckart.data.Table;
import io.eckart.model.Encoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.training.label.SoftmaxRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Of what use codes are to tell labels: accuracy of softmax regression on the codes, on rows held out. */
final class CodeUse {
    private static final int MOST_CLASSES = 50;

    private final List<String> names;
    private final int[] classes;
    private final Workers workers;

    private CodeUse(List<String> names, int[] classes, Workers workers) {
        this.names = names;
        this.classes = classes;
        this.workers = workers;
    }

    /** Empty without a label column, and where labels are no classes: fewer than 2, more than 50, or with single rows. */
    static Optional<CodeUse> of(Table table, int folds, Workers workers) {
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
        int[] of = new int[table.rows()];
        Arrays.setAll(of, i -> index(names, table.label(i)));
        return Optional.of(new CodeUse(names, of, workers));
    }

    private static int index(List<String> names, @Nullable String label) {
        return label == null ? -1 : names.indexOf(label);
    }

    /** Accuracy on the test rows of the codes of an encoder. */
    double accuracy(Encoder model, HeldOutFold fold, int[] train, int[] test) {
        return accuracy(model.encode(fold.train(), workers), model.encode(fold.test(), workers), train, test);
    }

    /** The same of the features themselves, a missing cell standing at its mean. */
    double rawAccuracy(HeldOutFold fold, float[] means, int[] train, int[] test) {
        return accuracy(filled(fold.train(), means), filled(fold.test(), means), train, test);
    }

    /** The part of the test rows that have the commonest class of the train rows. */
    double commonest(int[] train, int[] test) {
        int[] counts = new int[names.size()];
        for (int row : train) {
            if (classes[row] >= 0) {
                counts[classes[row]]++;
            }
        }
        int best = 0;
        for (int c = 1; c < counts.length; c++) {
            best = counts[c] > counts[best] ? c : best;
        }
        int common = best;
        long known = Arrays.stream(test).filter(row -> classes[row] >= 0).count();
        return (double) Arrays.stream(test)
                        .filter(row -> classes[row] == common)
                        .count()
                / known;
    }

    private double accuracy(FloatMatrix trainRows, FloatMatrix testRows, int[] train, int[] test) {
        List<Integer> known = new ArrayList<>();
        for (int i = 0; i < train.length; i++) {
            if (classes[train[i]] >= 0) {
                known.add(i);
            }
        }
        FloatMatrix rows = FloatMatrix.zeros(known.size(), trainRows.columns());
        int[] of = new int[known.size()];
        for (int i = 0; i < of.length; i++) {
            int from = known.get(i) * trainRows.columns();
            System.arraycopy(trainRows.values(), from, rows.values(), i * trainRows.columns(), trainRows.columns());
            of[i] = classes[train[known.get(i)]];
        }
        FloatMatrix probabilities = new SoftmaxRegression(SoftmaxRegression.RIDGE, true, workers)
                .fit(rows, of, names)
                .probabilities(testRows, workers);
        int right = 0;
        int counted = 0;
        for (int i = 0; i < test.length; i++) {
            if (classes[test[i]] >= 0) {
                counted++;
                right += probabilities.argmax(i) == classes[test[i]] ? 1 : 0;
            }
        }
        return (double) right / counted;
    }

    private static FloatMatrix filled(FloatMatrix rows, float[] means) {
        FloatMatrix filled = rows.copyRows(0, rows.rows());
        for (int i = 0; i < filled.values().length; i++) {
            float cell = filled.values()[i];
            filled.values()[i] = Float.isNaN(cell) ? means[i % means.length] : cell;
        }
        return filled;
    }
}
