package io.eckart.numerics.statistics;

import io.eckart.numerics.DoubleMatrix;

/** A fixed sign for vectors that are determined up to their sign: the entry of largest magnitude is positive, the first on ties. */
final class Signs {
    private Signs() {}

    /** Changes the sign of rows whose entry of largest magnitude is negative; true where a sign was changed. */
    static boolean[] fixRows(DoubleMatrix vectors) {
        boolean[] turned = new boolean[vectors.rows()];
        for (int i = 0; i < turned.length; i++) {
            int from = i * vectors.columns();
            turned[i] = largest(vectors.values(), from, from + vectors.columns()) < 0;
            if (turned[i]) {
                turnRow(vectors, i);
            }
        }
        return turned;
    }

    private static double largest(double[] values, int from, int to) {
        double largest = 0;
        for (int j = from; j < to; j++) {
            if (Math.abs(values[j]) > Math.abs(largest)) {
                largest = values[j];
            }
        }
        return largest;
    }

    static void turnRow(DoubleMatrix matrix, int row) {
        int from = row * matrix.columns();
        for (int j = from; j < from + matrix.columns(); j++) {
            matrix.values()[j] = -matrix.values()[j];
        }
    }

    static void turnColumn(DoubleMatrix matrix, int column) {
        for (int j = column; j < matrix.values().length; j += matrix.columns()) {
            matrix.values()[j] = -matrix.values()[j];
        }
    }
}
