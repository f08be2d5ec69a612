package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.model.label.ClassificationRule;
import io.eckart.model.label.NetworkClassifier;
import io.eckart.model.label.NetworkPredictor;
import io.eckart.model.label.NetworkRegressor;
import io.eckart.model.label.RegressionRule;
import io.eckart.model.label.Rule;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The estimated labels of rows; NaN if there is no estimate. */
public sealed interface Estimates {

    int rows();

    /** The estimates of a rule for rows of its features. */
    static Estimates of(Rule rule, FloatMatrix features, Workers workers) {
        return switch (rule) {
            case ClassificationRule classification -> new Classes(classification.probabilities(features, workers));
            case RegressionRule regression -> new Values(regression.estimates(features, workers));
        };
    }

    /** The estimates of a network for rows. */
    static Estimates of(NetworkPredictor network, FloatMatrix rows, Workers workers) {
        return switch (network) {
            case NetworkClassifier classifier -> new Classes(classifier.probabilities(rows, workers));
            case NetworkRegressor regressor -> new Values(regressor.estimates(rows, workers));
        };
    }

    /** Sets the estimates of some rows to NaN. */
    void forget(IntPredicate unknown);

    /** Whether there is an estimate for a row. */
    boolean isKnown(int row);

    /**
     * The error over rows whose label is known: for classes the part labelled wrongly, where rows without an estimate count as wrong; for
     * values the root mean square, where such rows are replaced by the mean of the other estimates.
     *
     * @param truth classes for classes, values for values
     * @param rows the places of the estimated rows in the truth
     */
    default double error(Targets truth, int[] rows) {
        double mean = Arrays.stream(losses(truth, rows)).average().orElse(Double.NaN);
        return switch (this) {
            case Classes _ -> mean;
            case Values _ -> Math.sqrt(mean);
        };
    }

    /** For each row 1 if its class is wrong and else 0, or the square of the difference of values; as {@link #error} has them. */
    double[] losses(Targets truth, int[] rows);

    /** The probabilities of classes, n x c. */
    record Classes(FloatMatrix probabilities) implements Estimates {
        @Override
        public int rows() {
            return probabilities.rows();
        }

        @Override
        public boolean isKnown(int row) {
            return !Float.isNaN(probabilities.get(row, 0));
        }

        @Override
        public void forget(IntPredicate unknown) {
            int c = probabilities.columns();
            for (int i = 0; i < rows(); i++) {
                if (unknown.test(i)) {
                    Arrays.fill(probabilities.values(), i * c, (i + 1) * c, Float.NaN);
                }
            }
        }

        /** The most probable class, the first of equal ones. */
        public int best(int row) {
            return probabilities.argmax(row);
        }

        @Override
        public double[] losses(Targets truth, int[] rows) {
            int[] labels = ((Targets.Classes) truth).of();
            double[] losses = new double[rows.length];
            Arrays.setAll(losses, i -> isKnown(i) && best(i) == labels[rows[i]] ? 0 : 1);
            return losses;
        }
    }

    /** Values, n entries. */
    @SuppressWarnings("ArrayRecordComponent") // identity is never asked of estimates
    record Values(double[] values) implements Estimates {
        @Override
        public int rows() {
            return values.length;
        }

        @Override
        public boolean isKnown(int row) {
            return !Double.isNaN(values[row]);
        }

        @Override
        public void forget(IntPredicate unknown) {
            Arrays.setAll(values, i -> unknown.test(i) ? Double.NaN : values[i]);
        }

        @Override
        public double[] losses(Targets truth, int[] rows) {
            double[] labels = ((Targets.Values) truth).of();
            double mean = Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(0);
            double[] losses = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                double difference = (isKnown(i) ? values[i] : mean) - labels[rows[i]];
                losses[i] = difference * difference;
            }
            return losses;
        }
    }
}
