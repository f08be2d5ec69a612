package io.eckart.study;

import io.eckart.numerics.FloatMatrix;
import java.util.List;
import java.util.Optional;

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
