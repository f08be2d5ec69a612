package io.eckart.data.format.csv;

import io.eckart.data.DataException;
import io.eckart.data.Table;
import io.eckart.data.format.ArrayCells;
import io.eckart.data.format.ColumnMarkers;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCollector;
import java.util.Arrays;
import java.util.Optional;

/**
 * A CSV file in which each column is a sample and each row a feature: a matrix of numbers and missing markers, with or
 * without a first line that names the samples (the names are not kept). The file is read into memory, at most 2^31 - 9
 * cells. The features are named c1 to cd.
 */
public final class CsvMatrix implements Cells {
    private final InputFile file;
    private final ColumnMarkers missing;
    private double[] cells = new double[1024];
    private int count;

    private CsvMatrix(InputFile file, ColumnMarkers missing) {
        this.file = file;
        this.missing = missing;
    }

    /**
     * Reads the file into memory.
     *
     * @throws io.eckart.data.DataException if a cell is not a number
     */
    public static Table read(InputFile file, ReadOptions options) {
        MissingMarkers missing = new MissingMarkers(options.missing());
        CsvLayout layout = CsvLayout.of(file, options, missing);
        CsvMatrix matrix = new CsvMatrix(file, missing.everywhere());
        int features = 0;
        try (CsvRows records = new CsvRows(file, layout)) {
            while (records.next(matrix)) {
                features++;
            }
        }
        if (features == 0) {
            throw layout.noRows(file);
        }
        ColumnPlan plan = ColumnPlan.ofNumbers(file, ColumnNames.numbered(features), Optional.empty(), options);
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
        double number = NumberText.parse(buffer, from, to);
        boolean absent = missing.isMissingNumber(number, buffer, from, to);
        if (!absent && !Double.isFinite(number)) {
            throw notFinite(row, column, new String(buffer, from, to - from));
        }
        if (count == cells.length) {
            grow();
        }
        cells[count++] = absent ? Double.NaN : number;
    }

    private DataException notFinite(long row, int column, String cell) {
        return file.error("row " + row + ", column " + (column + 1) + ": '" + cell
                + "' is not a finite number; where each column is a sample, every cell must be a number or missing");
    }

    private void grow() {
        if (count == TableCollector.LONGEST_ARRAY) {
            throw file.error("more cells than one array can hold; save it with samples as rows, which are streamed");
        }
        cells = Arrays.copyOf(cells, (int) Math.min(count * 2L, TableCollector.LONGEST_ARRAY));
    }
}
