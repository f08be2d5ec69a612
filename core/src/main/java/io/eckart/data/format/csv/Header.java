package io.eckart.data.format.csv;

import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.ColumnMarkers;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which of the first records name the columns, decided by comparing them with the records below.
 *
 * @param rows the number of records that name the columns
 * @param overNumbers whether a name stands over a column of numbers, so that the record can be nothing but a header
 * @param note what was decided, unless it was given
 */
record Header(int rows, boolean overNumbers, Optional<Note> note) {

    static Header find(List<List<String>> records, ReadOptions options, ColumnMarkers missing) {
        HeaderEvidence evidence = HeaderEvidence.of(records, missing);
        if (options.csv().header().isPresent()) {
            boolean header = options.csv().header().get();
            return new Header(header ? 1 : 0, header && evidence.textsOverNumbers() > 0, Optional.empty());
        }
        if (namesTheModel(records.getFirst(), options)) {
            return new Header(1, evidence.textsOverNumbers() > 0, Optional.empty());
        }
        String names = evidence.whyNames();
        if (names == null) {
            return new Header(0, false, Optional.of(data(records.getFirst(), evidence)));
        }
        int lines = evidence.linesOfNames();
        if (lines > 1) {
            Note note = Note.of(
                    Note.Kind.LAYOUT,
                    (lines == 2 ? "rows 1 and 2" : "rows 1 to " + lines)
                            + " name the columns, because all hold texts and no row below is like them",
                    lines,
                    Remedy.choose(Remedy.Setting.HEADER, "yes"));
            return new Header(lines, true, Optional.of(note));
        }
        Note note = Note.of(
                Note.Kind.LAYOUT, "row 1 names the columns: " + names, 1, Remedy.choose(Remedy.Setting.HEADER, "no"));
        boolean sure = evidence.textsOverNumbers() > 0 || records.size() == 1;
        return new Header(1, evidence.textsOverNumbers() > 0, Optional.of(sure ? note.minor() : note));
    }

    private static Note data(List<String> first, HeaderEvidence evidence) {
        Note note = Note.of(
                Note.Kind.LAYOUT,
                "row 1 is data, so the column"
                        + (first.size() == 1 ? " is called c1" : "s are called c1 to c" + first.size()),
                0,
                Remedy.choose(Remedy.Setting.HEADER, "yes"));
        return evidence.isAllNumbers() ? note.minor() : note;
    }

    /** Names that look like numbers are names where a model knows them. */
    private static boolean namesTheModel(List<String> cells, ReadOptions options) {
        return options.columns()
                .expected()
                .filter(schema -> schema.features().stream().allMatch(column -> cells.contains(column.name())))
                .isPresent();
    }

    /** The names, empty where a column has none. */
    List<String> names(List<List<String>> records) {
        List<String> first = records.getFirst();
        return switch (rows) {
            case 0 -> ColumnNames.numbered(first.size());
            case 1 -> first;
            default -> joined(records.subList(0, rows));
        };
    }

    /** A name of the first line goes on to the right until the next one, as in merged cells. */
    private static List<String> joined(List<List<String>> lines) {
        List<String> first = lines.getFirst();
        List<String> names = new ArrayList<>(first.size());
        String above = "";
        boolean merged = first.stream().anyMatch(String::isEmpty);
        for (int i = 0; i < first.size(); i++) {
            above = first.get(i).isEmpty() && merged ? above : first.get(i);
            StringBuilder name = new StringBuilder(above);
            for (List<String> line : lines.subList(1, lines.size())) {
                name.append(' ').append(line.get(i));
            }
            names.add(name.toString().strip());
        }
        return names;
    }

    /** The header where the same record once more cannot be data. */
    List<String> repeatable(List<List<String>> records) {
        return rows == 1 && overNumbers ? records.getFirst() : List.of();
    }
}
