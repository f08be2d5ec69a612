package io.eckart.data.format.csv;

/** Takes the cells of a file, without the blanks around them. */
@FunctionalInterface
interface Cells {
    /** Takes the characters of {@code buffer} from {@code from} (included) to {@code to} (excluded). */
    void cell(long row, int column, char[] buffer, int from, int to);
}
