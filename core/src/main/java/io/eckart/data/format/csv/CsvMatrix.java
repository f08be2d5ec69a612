package io.eckart.data.format.csv;

import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.SampleColumns;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.ArrayCells;
import io.eckart.data.format.ColumnMarkers;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCollector;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.WriteOptions;
import io.eckart.data.format.csv.column.CellFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file in which each column is a sample and each row a feature: a matrix of numbers and missing markers, with or
 * without a first line that names the samples, and a first column that names the features. The first column does so if all its cells are
 * texts, or if the first line has no text above it; else the features are named c1 to cd. The file is read into memory, at most
 * 2^31 - 9 cells.
 */
public final class CsvMatrix implements TableSource {
    private final InputFile file;
    private final CsvLayout layout;
    private final MissingMarkers missing;
    private final ColumnPlan plan;
    private final SampleColumns names;
    private final Table table;

    private CsvMatrix(InputFile file, CsvLayout layout, MissingMarkers missing, Cells cells, ReadOptions options) {
        this.file = file;
        this.layout = layout;
        this.missing = missing;
        boolean named = cells.areNamed(layout.headerRows() > 0 && corner(layout).isEmpty());
        List<Note> notes = new ArrayList<>();
        layout.encoding().note().ifPresent(notes::add);
        this.names = new SampleColumns(sampleNames(layout, named), named, named ? corner(layout) : "");
        this.plan = ColumnPlan.ofNumbers(file, featureNames(cells, named, notes), Optional.empty(), options);
        int samples = layout.names().size() - (named ? 1 : 0);
        this.table = new ArrayCells(file, plan, true)
                .table(1, samples, cells.transposed(layout.names().size(), named ? 1 : 0))
                .withNotes(notes);
    }

    /**
     * Reads the file into memory.
     *
     * @throws io.eckart.data.DataException if a cell is not a number
     */
    public static CsvMatrix read(InputFile file, ReadOptions options) {
        // Features have no markers of their own: they are columns only when all are read.
        MissingMarkers missing = new MissingMarkers(new ReadOptions.Missing(
                options.missing().texts(), Map.of(), options.missing().common()));
        CsvLayout layout = CsvLayout.of(file, options, missing);
        Cells cells = new Cells(file, missing.everywhere());
        try (CsvRows records = new CsvRows(file, layout)) {
            while (records.next(cells)) {
                cells.count();
            }
        }
        if (cells.features == 0) {
            throw layout.noRows(file);
        }
        return new CsvMatrix(file, layout, missing, cells, options);
    }

    private static String corner(CsvLayout layout) {
        return layout.headerRows() > 0 ? layout.sample().getFirst().getFirst() : "";
    }

    private static List<String> sampleNames(CsvLayout layout, boolean named) {
        List<String> header = switch (layout.headerRows()) {
            case 0 -> List.of();
            case 1 -> layout.sample().getFirst();
            default -> layout.names();
        };
        return named && !header.isEmpty() ? header.subList(1, header.size()) : header;
    }

    private static List<String> featureNames(Cells cells, boolean named, List<Note> notes) {
        if (!named) {
            return ColumnNames.numbered(cells.features);
        }
        notes.add(Note.of(
                        Note.Kind.LAYOUT,
                        "the first column names the features",
                        0,
                        Remedy.byHand("leave it out of the file if it is a sample"))
                .minor());
        return CsvLayout.unique(cells.first, "row", notes);
    }

    /** All samples in memory. */
    public Table table() {
        return table;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Schema schema() {
        return plan.schema();
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(table.rows());
    }

    @Override
    public List<Note> notes() {
        return table.notes();
    }

    @Override
    public Optional<SampleColumns> sampleColumns() {
        return Optional.of(names);
    }

    @Override
    public TableCursor open() {
        return table.open();
    }

    /** A copy of the file with cells replaced. */
    public TableCopy copy(Path target, TableCopy.Replaced replaced, WriteOptions options) {
        List<String> columns = layout.names();
        ColumnPlan samples = ColumnPlan.inFileOrder(CsvMatrixCopy.columns(columns, names.named()), Optional.empty());
        CsvColumns written = new CsvColumns(samples, new CellFormat[columns.size()], '.', columns, missing);
        CsvCopy copy = new CsvCopy(file, layout, written, target, replaced, List.of(), options);
        return new CsvMatrixCopy(copy, plan, samples.schema(), replaced);
    }

    /** The cells of the file, and those of its first column as texts. */
    private static final class Cells implements CsvRows.Cells {
        private final InputFile file;
        private final ColumnMarkers missing;
        private final List<String> first = new ArrayList<>();
        private double[] numbers = new double[1024];
        private int count;
        private int features;
        private int texts;
        private @Nullable DataException text;

        Cells(InputFile file, ColumnMarkers missing) {
            this.file = file;
            this.missing = missing;
        }

        void count() {
            features++;
        }

        @Override
        public void cell(long row, int column, char[] buffer, int from, int to) {
            double number = NumberText.parse(buffer, from, to);
            boolean absent = missing.isMissingNumber(number, buffer, from, to);
            boolean odd = !absent && !Double.isFinite(number);
            if (column == 0) {
                first.add(new String(buffer, from, to - from));
            }
            if (odd) {
                takeText(row, column, new String(buffer, from, to - from));
            }
            if (count == numbers.length) {
                grow();
            }
            numbers[count++] = absent || odd ? Double.NaN : number;
        }

        private void takeText(long row, int column, String cell) {
            DataException error = file.error("row " + row + ", column " + (column + 1) + ": '" + cell
                    + "' is not a finite number; where each column is a sample, every cell must be a number or missing,"
                    + " but for names in the first line and the first column");
            if (column > 0) {
                throw error;
            }
            texts++;
            text = text == null ? error : text;
        }

        /** @param unheaded whether the first line names the samples and has no text above the first column */
        boolean areNamed(boolean unheaded) {
            boolean named = unheaded || texts == features;
            if (text != null && !named) {
                throw text;
            }
            if (named && count == features) {
                throw file.error("there are only names of features and no sample");
            }
            return named;
        }

        private void grow() {
            if (count == TableCollector.LONGEST_ARRAY) {
                throw file.error(
                        "more cells than one array can hold; save it with samples as rows, which are streamed");
            }
            numbers = Arrays.copyOf(numbers, (int) Math.min(count * 2L, TableCollector.LONGEST_ARRAY));
        }

        double[] transposed(int columns, int skipped) {
            double[] rows = new double[features * (columns - skipped)];
            for (int i = 0; i < features; i++) {
                for (int j = skipped; j < columns; j++) {
                    rows[(j - skipped) * features + i] = numbers[i * columns + j];
                }
            }
            return rows;
        }
    }
}
