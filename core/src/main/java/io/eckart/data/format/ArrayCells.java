package io.eckart.data.format;

import io.eckart.data.Column;
import io.eckart.data.Remedy;
import io.eckart.data.Table;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Converts the raw numbers of an array file to rows of a table.
 *
 * @param file the file, for messages
 * @param plan the place of each column of the file in the table
 * @param nanIsMissing whether NaN means a missing cell; otherwise it is an error
 */
public record ArrayCells(InputFile file, ColumnPlan plan, boolean nanIsMissing) {

    public static ArrayCells of(InputFile file, ColumnPlan plan, ReadOptions options) {
        boolean nan = options.missing().texts().stream()
                .anyMatch(marker -> marker.strip().toLowerCase(Locale.ROOT).equals("nan"));
        return new ArrayCells(file, plan, nan);
    }

    /**
     * Rows of the table from raw numbers.
     *
     * @param firstRow the number of the first row, counted from 1
     * @param rows number of rows
     * @param raw {@code rows x plan.fileColumns()} numbers, not copied
     * @throws io.eckart.data.DataException if a stored cell is infinite, or NaN if that does not mean missing
     */
    public Table table(long firstRow, int rows, double[] raw) {
        double[] cells = plan.isIdentity() ? raw : gathered(rows, raw);
        checkFinite(firstRow, cells);
        return new Table(file.name(), plan.schema(), rows, cells, labels(rows, raw));
    }

    private double[] gathered(int rows, double[] raw) {
        int width = plan.width();
        int fileWidth = plan.fileColumns();
        double[] cells = new double[rows * width];
        for (int j = 0; j < fileWidth; j++) {
            int target = plan.target(j);
            for (int i = 0; target >= 0 && i < rows; i++) {
                cells[i * width + target] = raw[i * fileWidth + j];
            }
        }
        return cells;
    }

    private void checkFinite(long firstRow, double[] cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!Double.isFinite(cells[i])) {
                checkNotFinite(firstRow, i, cells[i]);
            }
        }
    }

    private void checkNotFinite(long firstRow, int index, double cell) {
        if (Double.isNaN(cell) && nanIsMissing) {
            return;
        }
        Column column = plan.schema().features().get(index % plan.width());
        boolean nan = Double.isNaN(cell);
        throw file.error(
                firstRow + index / plan.width(),
                column.name(),
                nan ? "NaN, which was not declared to mean a missing cell" : "an infinite number cannot be used",
                nan ? Remedy.declareMissing("", "nan") : Remedy.byHand("replace it by NaN and declare that missing"),
                Remedy.leaveOut(column.name()));
    }

    private @Nullable String @Nullable [] labels(int rows, double[] raw) {
        if (plan.label() < 0) {
            return null;
        }
        @Nullable String[] labels = new String[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = labelText(raw[i * plan.fileColumns() + plan.label()]);
        }
        return labels;
    }

    /** Whole numbers without a decimal point, so that they have the same text as in a CSV file. */
    private static @Nullable String labelText(double value) {
        if (Double.isNaN(value)) {
            return null;
        }
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }
}
