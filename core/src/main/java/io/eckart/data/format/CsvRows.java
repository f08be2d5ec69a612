package io.eckart.data.format;

/**
 * What the rows of one block of a CSV file are put into, used again for later blocks. Every cell comes either among the
 * {@link #numbers} of its row or, afterwards, by {@link #cell}; then {@link #endRow} ends the row.
 */
interface CsvRows extends CsvRecords.Cells {

    /** Forgets the rows of the block before. */
    void clear();

    /** For each column, whether all its cells are to come as text, those that are numbers too; may change with every row. */
    boolean[] textual();

    /** The cells of a row, NaN where the cell comes by {@link #cell}; for reading only, good until the call returns. */
    void numbers(double[] values);

    void endRow();
}
