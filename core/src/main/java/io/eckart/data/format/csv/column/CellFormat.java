package io.eckart.data.format.csv.column;

/** How the numbers of a column are written where they are not plain numbers with a decimal point. */
public sealed interface CellFormat permits NumberStyle, DateStyle {

    /** The number in the cell from {@code from} (included) to {@code to} (excluded); NaN if the cell is not written so. */
    double parse(char[] buffer, int from, int to);

    /** A number as the cells of the column are written. */
    String format(double value);

    /** The format in words, such as {@code numbers with a decimal comma}. */
    String words();
}
