package io.eckart.data.format.csv;

import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.ColumnMarkers;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lines above the header that are not rows: a title, and what is known about the table. They have fewer cells than the table, or
 * a text in the first cell only, as spreadsheets write them.
 *
 * @param lines the number of lines of the file above the table
 * @param records how many of them are not blank
 * @param first the text of the first one
 */
record TitleLines(int lines, int records, String first) {
    private static final int MOST = 25;
    private static final TitleLines NONE = new TitleLines(0, 0, "");

    static TitleLines above(CsvSample sample, CsvDialect dialect, ColumnMarkers missing) {
        List<List<String>> records = sample.records(dialect);
        int width = width(records);
        int titles = 0;
        while (titles < records.size() && isTitle(records.get(titles), width)) {
            titles++;
        }
        if (titles == 0 || titles > MOST || titles + 1 >= records.size() || width < 2) {
            return NONE;
        }
        List<String> last = records.get(titles - 1);
        boolean mayBeHeader = last.size() > 1 || width == 2;
        if (records.get(titles).size() != width || (mayBeHeader && !hasHeader(records, titles, missing))) {
            return NONE;
        }
        return new TitleLines(
                sample.linesAbove(dialect, titles), titles, records.getFirst().getFirst());
    }

    /** The number of cells that most records have. */
    static int width(List<List<String>> records) {
        Map<Integer, Long> counts = records.stream()
                .map(List::size)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.isEmpty()
                ? 0
                : Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                        .getKey();
    }

    private static boolean isTitle(List<String> record, int width) {
        return record.size() < width
                || (width > 2 && record.stream().skip(1).allMatch(String::isEmpty) && record.size() == width);
    }

    /** Whether the record below the titles is the header; otherwise the last of them may be it. */
    private static boolean hasHeader(List<List<String>> records, int titles, ColumnMarkers missing) {
        List<List<String>> table = records.subList(titles, records.size());
        return !table.getFirst().getFirst().isEmpty()
                && HeaderEvidence.of(table, missing).namesNumbers();
    }

    Optional<Note> note() {
        return records == 0
                ? Optional.empty()
                : Optional.of(Note.of(
                        Note.Kind.SKIPPED,
                        (lines == 1 ? "the first line is" : "the first " + lines + " lines are")
                                + " above the table, because too few cells are in " + (lines == 1 ? "it" : "them")
                                + ": '" + first + "'",
                        records,
                        Remedy.byHand("complete the row if it is one")));
    }
}
