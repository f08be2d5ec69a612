package io.eckart.data.format.csv;

import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.ReadOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a CSV file is laid out, as its first record shows.
 *
 * @param delimiter the character between cells
 * @param header whether the first record names the columns
 * @param names the column names; c1 to cd without a header
 */
record CsvLayout(char delimiter, boolean header, List<String> names) {
    CsvLayout {
        names = List.copyOf(names);
    }

    static CsvLayout of(InputFile file, ReadOptions options, MissingMarkers missing) {
        char delimiter = options.csv().delimiter().orElseGet(() -> delimiter(file));
        List<String> first = firstRecord(file, delimiter);
        boolean header =
                options.csv().header().orElseGet(() -> isHeader(first, missing) || namesTheModel(first, options));
        return new CsvLayout(delimiter, header, header ? checked(file, first) : ColumnNames.numbered(first.size()));
    }

    /** The error of a file that ends with its header. */
    DataException noRows(InputFile file) {
        return file.error(
                "row 1 is the header and there is no row below it",
                Remedy.byHand("add rows"),
                Remedy.choose(Remedy.Setting.HEADER, "no"));
    }

    /** A first line in which no cell is a number, and not every cell is missing, names the columns. */
    private static boolean isHeader(List<String> cells, MissingMarkers missing) {
        boolean anyNumber = cells.stream().anyMatch(NumberText::isNumber);
        return !anyNumber && !cells.stream().allMatch(missing::matches);
    }

    /** Names that look like numbers are names where a model knows them. */
    private static boolean namesTheModel(List<String> cells, ReadOptions options) {
        return options.columns().expected().isPresent()
                && options.columns().expected().get().features().stream()
                        .allMatch(column -> cells.contains(column.name()));
    }

    private static List<String> checked(InputFile file, List<String> cells) {
        Map<String, Integer> positions = new HashMap<>();
        List<String> names = new ArrayList<>(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).isEmpty() ? "c" + (i + 1) : cells.get(i);
            Integer before = positions.put(name, i + 1);
            if (before != null) {
                throw file.rowError(
                        1,
                        "the column name '" + name + "' is at position " + before + " and again at " + (i + 1)
                                + "; names must differ");
            }
            names.add(name);
        }
        return names;
    }

    private static List<String> firstRecord(InputFile file, char delimiter) {
        List<String> cells = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(file, delimiter)) {
            records.next((row, column, buffer, from, to) -> cells.add(new String(buffer, from, to - from)));
        }
        if (cells.isEmpty()) {
            throw file.error("there is no row in the file");
        }
        return cells;
    }

    /** The most frequent candidate in the first record; a comma between digits does not count beside another candidate. */
    private static char delimiter(InputFile file) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {'\t', ';', '|'}) {
            int count = delimiters(written(file, candidate), false);
            if (count > most) {
                best = candidate;
                most = count;
            }
        }
        return delimiters(written(file, ','), most > 0) > most ? ',' : best;
    }

    /** The first record as it is in the file if this is the delimiter; nothing if it cannot be read so. */
    private static List<String> written(InputFile file, char delimiter) {
        List<String> cells = new ArrayList<>();
        try (CsvRecords records = new CsvRecords(file, delimiter)) {
            records.next((row, column, buffer, from, to) -> {
                StringBuilder cell = new StringBuilder();
                records.appendWritten(cell);
                cells.add(cell.toString());
            });
            return cells;
        } catch (DataException e) {
            return List.of();
        }
    }

    /** How often the delimiter is between the cells, other than after a cell that leaves a quote open. */
    private static int delimiters(List<String> cells, boolean exceptInNumbers) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i + 1 < cells.size(); i++) {
            quoted ^= cells.get(i).chars().filter(c -> c == '"').count() % 2 == 1;
            boolean inNumber = exceptInNumbers
                    && cells.get(i).matches("(?s).*[0-9]")
                    && cells.get(i + 1).matches("(?s)[0-9].*");
            count += quoted || inNumber ? 0 : 1;
        }
        return count;
    }
}
