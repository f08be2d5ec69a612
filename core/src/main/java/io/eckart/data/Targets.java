package io.eckart.data;

import java.util.List;

/** The labels of rows as a target for training: a class or a value for each row, unknown for some. */
public sealed interface Targets {

    /** The number of rows n. */
    int rows();

    boolean isKnown(int row);

    /**
     * Classes.
     *
     * @param names of the c classes, unique
     * @param of the class of each row, n entries from 0 to c - 1, -1 if unknown; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // input of one fit, read by index and never compared
    record Classes(List<String> names, int[] of) implements Targets {

        /** @throws IllegalArgumentException if an entry is out of range */
        public Classes {
            names = List.copyOf(names);
            for (int c : of) {
                if (c < -1 || c >= names.size()) {
                    throw new IllegalArgumentException(
                            "classes are numbered 0 to " + (names.size() - 1) + ", -1 if unknown, got " + c);
                }
            }
        }

        @Override
        public int rows() {
            return of.length;
        }

        @Override
        public boolean isKnown(int row) {
            return of[row] >= 0;
        }
    }

    /**
     * Values.
     *
     * @param of the value of each row, n entries, NaN if unknown; not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // input of one fit, read by index and never compared
    record Values(double[] of) implements Targets {
        @Override
        public int rows() {
            return of.length;
        }

        @Override
        public boolean isKnown(int row) {
            return !Double.isNaN(of[row]);
        }
    }
}
