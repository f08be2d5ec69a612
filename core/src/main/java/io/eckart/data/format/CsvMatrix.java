package io.eckart.data.format;

import io.eckart.data.Table;
import java.util.Arrays;
import java.util.Optional;

/**
 * A CSV file in which each column is a sample and each row a feature: a matrix of numbers and missing markers, with or
 * without a first line that names the samples (the names are not kept). The file is read into memory, at most 2^31 - 9
 * cells. The features are named c1 to cd.
 */
final class CsvMatrix implements CsvRecords.Cells {
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final InputFile file;
    private final MissingMarkers missing;
    private double[] cells = new double[1024];
    private int count;

    private CsvMatrix(InputFile file, MissingMarkers missing) {
        this.file = file;
        this.missing = missing;
    }

    /** @throws io.eckart.data.DataException if a cell is not a number */
    static Table read(InputFile file, ReadOptions options) {
        MissingMarkers missing = new MissingMarkers(options.missing());
        CsvLayout layout = CsvLayout.of(file, options, missing);
        CsvMatrix matrix = new CsvMatrix(file, missing);
        int features = 0;
        try (CsvRecords records = CsvRecords.rows(file, layout)) {
            while (records.next(matrix)) {
                features++;
            }
        }
        if (features == 0) {
            throw file.error(
                    "row 1 is the header and there is no row below it; add rows, or use --header no if it is one");
        }
        ColumnPlan plan = ColumnPlan.ofNumbers(file, CsvLayout.numbered(features), Optional.empty(), options);
        int samples = layout.names().size();
        return new ArrayCells(file, plan, true).table(1, samples, matrix.transposed(features, samples));
    }

    private double[] transposed(int features, int samples) {
        double[] rows = new double[count];
        for (int i = 0; i < features; i++) {
            for (int j = 0; j < samples; j++) {
                rows[j * features + i] = cells[i * samples + j];
            }
        }
        return rows;
    }

    @Override
    public void cell(long row, int column, char[] buffer, int from, int to) {
        double value = missing.matches(buffer, from, to) ? Double.NaN : number(row, column, buffer, from, to);
        value = missing.matches(value) ? Double.NaN : value;
        if (count == cells.length) {
            grow();
        }
        cells[count++] = value;
    }

    private double number(long row, int column, char[] buffer, int from, int to) {
        double value = NumberText.parse(buffer, from, to);
        if (!Double.isFinite(value)) {
            throw file.error(
                    "row " + row + ", column " + (column + 1) + ": '" + new String(buffer, from, to - from)
                            + "' is not a finite number; where each column is a sample, every cell must be a number or missing");
        }
        return value;
    }

    private void grow() {
        if (count == LONGEST_ARRAY) {
            throw file.error("more cells than one array can hold; save it with samples as rows, which are streamed");
        }
        cells = Arrays.copyOf(cells, (int) Math.min(count * 2L, LONGEST_ARRAY));
    }
}
