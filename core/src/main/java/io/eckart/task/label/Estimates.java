package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;

/** What a way to label says of rows; NaN where it says nothing. */
public sealed interface Estimates {

    int rows();

    /** Whether something is said of a row. */
    boolean isKnown(int row);

    /**
     * The error over rows whose label is known: the part labelled wrongly, rows of which nothing is said among them; or the root
     * mean square, such rows standing at the mean of the others' estimates.
     *
     * @param rows the rows estimated, as numbers of the truth
     */
    double error(Targets truth, int[] rows);

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

        /** The most probable class, the first of equal ones. */
        public int best(int row) {
            return probabilities.argmax(row);
        }

        @Override
        public double error(Targets truth, int[] rows) {
            if (!(truth instanceof Targets.Classes classes)) {
                throw new IllegalArgumentException("classes were estimated, the labels are values");
            }
            int wrong = 0;
            for (int i = 0; i < rows.length; i++) {
                wrong += isKnown(i) && best(i) == classes.of()[rows[i]] ? 0 : 1;
            }
            return (double) wrong / rows.length;
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
        public double error(Targets truth, int[] rows) {
            if (!(truth instanceof Targets.Values known)) {
                throw new IllegalArgumentException("values were estimated, the labels are classes");
            }
            double mean = java.util.Arrays.stream(values)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(0);
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                double difference = (isKnown(i) ? values[i] : mean) - known.of()[rows[i]];
                sum += difference * difference;
            }
            return Math.sqrt(sum / rows.length);
        }
    }
}
