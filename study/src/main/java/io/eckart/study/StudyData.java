package io.eckart.study;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The rows a study is about, scaled as they are trained on.
 *
 * @param name for people
 * @param train rows to learn from, n x d
 * @param test rows held out
 * @param trainLabels one for each training row, where rows have labels
 * @param testLabels likewise
 * @param intrinsicDimension d', known where the data is generated, else estimated
 * @param removedMean what standardising has taken out of the columns, in units of the rows; zeros where nothing was
 * @param generated whether the spectrum is known because the data was made
 */
public record StudyData(
        String name,
        FloatMatrix train,
        FloatMatrix test,
        Optional<int[]> trainLabels,
        Optional<int[]> testLabels,
        int intrinsicDimension,
        List<Double> removedMean,
        boolean generated) {

    /** @throws IllegalArgumentException if there are labels for other than all rows, or rows differ in width */
    public StudyData {
        requireRows(train, trainLabels);
        requireRows(test, testLabels);
        removedMean = List.copyOf(removedMean);
        trainLabels = trainLabels.map(int[]::clone);
        testLabels = testLabels.map(int[]::clone);
        if (train.columns() != test.columns()) {
            throw new IllegalArgumentException(
                    "training rows have " + train.columns() + " features, held-out rows " + test.columns());
        }
    }

    @Override
    public Optional<int[]> trainLabels() {
        return trainLabels.map(int[]::clone);
    }

    @Override
    public Optional<int[]> testLabels() {
        return testLabels.map(int[]::clone);
    }

    /** The same rows, others of them held out, as many. */
    public StudyData resplit(SplittableRandom random) {
        int n = train.rows();
        int[] order = IntStream.range(0, n + test.rows()).toArray();
        RandomStreams.shuffle(order, random);
        int[] learning = Arrays.copyOf(order, n);
        int[] held = Arrays.copyOfRange(order, n, order.length);
        Arrays.sort(learning);
        Arrays.sort(held);
        return new StudyData(
                name,
                rows(learning),
                rows(held),
                trainLabels.map(labels -> labels(learning)),
                testLabels.map(labels -> labels(held)),
                intrinsicDimension,
                removedMean,
                generated);
    }

    /** Of all rows, those to learn from first. */
    private FloatMatrix rows(int[] chosen) {
        int d = train.columns();
        FloatMatrix rows = FloatMatrix.zeros(chosen.length, d);
        for (int i = 0; i < chosen.length; i++) {
            boolean first = chosen[i] < train.rows();
            float[] source = first ? train.values() : test.values();
            System.arraycopy(source, (first ? chosen[i] : chosen[i] - train.rows()) * d, rows.values(), i * d, d);
        }
        return rows;
    }

    private int[] labels(int[] chosen) {
        int[] first = trainLabels.orElseThrow();
        int[] second = testLabels.orElseThrow();
        return Arrays.stream(chosen)
                .map(i -> i < first.length ? first[i] : second[i - first.length])
                .toArray();
    }

    private static void requireRows(FloatMatrix rows, Optional<int[]> labels) {
        labels.filter(classes -> classes.length != rows.rows()).ifPresent(classes -> {
            throw new IllegalArgumentException(classes.length + " labels for " + rows.rows() + " rows");
        });
    }

    /** d. */
    public int features() {
        return train.columns();
    }
}
