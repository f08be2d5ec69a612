package io.eckart.data.format.csv;

import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.ReadOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a CSV file is laid out, as its first lines show.
 *
 * @param encoding how the text is encoded
 * @param dialect how it is cut into cells
 * @param headerRows the number of records that name the columns
 * @param names the column names, unique; c1 to cd without a header
 * @param repeatableHeader the first record where it can only be a header, so that the same record again is not a row; else empty
 * @param footer what is below the rows, as far as it is known
 * @param sample the first records, those of the header among them
 * @param notes what was decided
 */
record CsvLayout(
        TextEncoding encoding,
        CsvDialect dialect,
        int headerRows,
        List<String> names,
        List<String> repeatableHeader,
        Optional<Footer> footer,
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
        TitleLines titles = TitleLines.above(sample, dialect, missing.everywhere());
        titles.note().ifPresent(notes::add);
        dialect = dialect.skipping(Math.max(dialect.skippedLines(), titles.lines()));
        List<List<String>> read = sample.records(dialect);
        List<List<String>> records = withEvenHeader(read, notes);
        if (records.isEmpty()) {
            throw file.error("there is no row in the file");
        }
        notes.add(Note.of(
                        Note.Kind.LAYOUT,
                        "cells are separated by " + dialect.words() + dialect.lost(),
                        0,
                        Remedy.choose(Remedy.Setting.DELIMITER, ""))
                .minor());
        Header header = Header.find(records, options, missing.everywhere());
        header.note().ifPresent(notes::add);
        List<String> names = unique(header.names(records), "column", notes);
        List<String> repeatable = records.getFirst().equals(read.getFirst()) ? header.repeatable(records) : List.of();
        return new CsvLayout(encoding, dialect, header.rows(), names, repeatable, Optional.empty(), records, notes);
    }

    /** The same layout of a file with a footer. */
    CsvLayout above(Footer found) {
        List<Note> all = new ArrayList<>(notes);
        all.add(found.note());
        return new CsvLayout(encoding, dialect, headerRows, names, repeatableHeader, Optional.of(found), sample, all);
    }

    /**
     * A header with one cell less than all rows does not name the first column, which holds the names of the rows, as R writes it;
     * or the last one, where the rows end with a delimiter. One with a {@code #} in front has one cell more.
     */
    private static List<List<String>> withEvenHeader(List<List<String>> records, List<Note> notes) {
        int width = TitleLines.width(records);
        List<String> first = records.isEmpty() ? List.of() : records.getFirst();
        List<List<String>> rows =
                records.stream().skip(1).filter(row -> row.size() == width).toList();
        List<String> header = new ArrayList<>(first);
        if (rows.isEmpty() || first.stream().anyMatch(NumberText::isNumber)) {
            return records;
        }
        if (first.size() == width + 1 && first.getFirst().equals("#")) {
            header.removeFirst();
        } else if (first.size() == width - 1) {
            boolean emptyEnds = rows.stream().allMatch(row -> row.getLast().isEmpty());
            header.add(emptyEnds ? header.size() : 0, "");
            notes.add(Note.of(
                    Note.Kind.LAYOUT,
                    "row 1 has a name less than the rows have cells: it does not name the "
                            + (emptyEnds ? "last column, which is empty" : "first column"),
                    1,
                    Remedy.byHand("name all columns in the file")));
        }
        List<List<String>> even = new ArrayList<>(records);
        even.set(0, header);
        return even;
    }

    private static CsvDialect dialect(CsvSample sample, Preamble preamble, ReadOptions options) {
        return options.csv()
                .delimiter()
                .or(preamble::delimiter)
                .map(c -> Delimiters.around(sample, c == ' ' ? CsvDialect.blanks() : CsvDialect.plain(c)))
                .orElseGet(() -> Delimiters.find(sample, preamble.lines()));
    }

    /**
     * Names for columns without one, and numbers behind names that occur again.
     *
     * @param place the word for where a name is in the file
     */
    static List<String> unique(List<String> given, String place, List<Note> notes) {
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
                        place + " " + (i + 1) + " is named so, because '" + name + "' names a " + place + " before it",
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
}
