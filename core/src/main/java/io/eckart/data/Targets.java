package io.eckart.data;

import java.util.List;

/** What is to be learnt from the labels of rows: a class or a value for each, unknown for some. */
public sealed interface Targets {

    /** The number of rows n. */
    int rows();

    boolean isKnown(int row);

    /**
     * Classes.
     *
     * @param names of the c classes, unique
     * @param of n entries from 0 to c - 1, -1 where unknown
     */
    @SuppressWarnings("ArrayRecordComponent") // identity is never asked of targets
    record Classes(List<String> names, int[] of) implements Targets {

        /** @throws IllegalArgumentException if an entry is out of range */
        public Classes {
            names = List.copyOf(names);
            for (int c : of) {
                if (c < -1 || c >= names.size()) {
                    throw new IllegalArgumentException("there are " + names.size() + " classes, got number " + c);
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
     * @param of n entries, NaN where unknown
     */
    @SuppressWarnings("ArrayRecordComponent") // identity is never asked of targets
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
