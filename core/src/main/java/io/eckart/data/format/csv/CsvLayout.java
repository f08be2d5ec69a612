package io.eckart.data.format.csv;

import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.ReadOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a CSV file is laid out, as its first lines show.
 *
 * @param encoding how the text is encoded
 * @param dialect how it is cut into cells
 * @param headerRows the number of records that name the columns
 * @param names the column names, unique; c1 to cd without a header
 * @param repeatableHeader the first record where it can only be a header, so that the same record again is no row; else empty
 * @param sample the first records, those of the header among them
 * @param notes what was decided
 */
record CsvLayout(
        TextEncoding encoding,
        CsvDialect dialect,
        int headerRows,
        List<String> names,
        List<String> repeatableHeader,
        List<List<String>> sample,
        List<Note> notes) {

    CsvLayout {
        names = List.copyOf(names);
        repeatableHeader = List.copyOf(repeatableHeader);
        notes = List.copyOf(notes);
    }

    static CsvLayout of(InputFile file, ReadOptions options, MissingMarkers missing) {
        TextEncoding encoding = TextEncoding.of(file, options.csv().encoding());
        CsvSample sample = CsvSample.of(file, encoding);
        List<Note> notes = new ArrayList<>();
        Preamble preamble = Preamble.of(sample);
        CsvDialect dialect = dialect(sample, preamble, options);
        preamble = preamble.withoutHeader(sample, dialect);
        dialect = dialect.skipping(preamble.lines());
        preamble.note().ifPresent(notes::add);
        List<List<String>> records = sample.records(dialect);
        if (records.isEmpty()) {
            throw file.error("there is no row in the file");
        }
        notes.add(Note.of(
                        Note.Kind.LAYOUT,
                        "cells are separated by " + dialect.words(),
                        0,
                        Remedy.choose(Remedy.Setting.DELIMITER, ""))
                .minor());
        Header header = Header.find(records, options, missing.everywhere());
        header.note().ifPresent(notes::add);
        List<String> names = unique(header.names(records), notes);
        return new CsvLayout(encoding, dialect, header.rows(), names, header.repeatable(records), records, notes);
    }

    private static CsvDialect dialect(CsvSample sample, Preamble preamble, ReadOptions options) {
        return options.csv()
                .delimiter()
                .or(preamble::delimiter)
                .map(c -> Delimiters.around(sample, c == ' ' ? CsvDialect.blanks() : CsvDialect.plain(c)))
                .orElseGet(() -> Delimiters.find(sample, preamble.lines()));
    }

    /** Names for columns without one, and numbers behind names that occur again. */
    private static List<String> unique(List<String> given, List<Note> notes) {
        Set<String> taken = new HashSet<>(given);
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            String name = given.get(i).replaceFirst("^# *", "");
            name = name.isEmpty() ? "c" + (i + 1) : name;
            String free = name;
            for (int k = 2; used.contains(free) || (k > 2 && taken.contains(free)); k++) {
                free = name + "_" + k;
            }
            if (!free.equals(name)) {
                notes.add(Note.of(
                        Note.Kind.LAYOUT,
                        free,
                        "column " + (i + 1) + " is named so, because '" + name + "' names a column before it",
                        0,
                        Remedy.byHand("rename it in the file")));
            }
            used.add(free);
            names.add(free);
        }
        return names;
    }

    /** The error of a file that ends with its header. */
    DataException noRows(InputFile file) {
        return file.error(
                "row 1 is the header and there is no row below it",
                Remedy.byHand("add rows"),
                Remedy.choose(Remedy.Setting.HEADER, "no"));
    }

    /** The rows of the sample, below the header. */
    List<List<String>> sampleRows() {
        return sample.subList(Math.min(headerRows, sample.size()), sample.size()).stream()
                .filter(row -> row.size() == names.size())
                .toList();
    }

    static List<String> numbered(int columns) {
        return ColumnNames.numbered(columns);
    }
}
