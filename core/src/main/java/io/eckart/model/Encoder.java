package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;

/** Computes codes from feature rows. */
public interface Encoder {

    /**
     * The codes of rows.
     *
     * @param rows n x d, NaN where unobserved
     * @param workers compute blocks of rows; the result does not depend on their number
     * @return n x k
     * @throws IllegalArgumentException if the rows have another number of features
     */
    FloatMatrix encode(FloatMatrix rows, Workers workers);

    /** An encoder of single rows that allocates nothing per row; this default allocates a matrix for each row. */
    default RowEncoder rowEncoder() {
        return (row, code) -> {
            PaddedBlocks.checkLengths(row, row.length, code, codeNames().size());
            try (Workers one = Workers.of(1)) {
                float[] codes = encode(new FloatMatrix(1, row.length, row), one).values();
                System.arraycopy(codes, 0, code, 0, codes.length);
            }
        };
    }

    /** The names of the entries of a code, k of them. */
    List<String> codeNames();
}
