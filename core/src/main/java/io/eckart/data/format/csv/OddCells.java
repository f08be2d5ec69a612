package io.eckart.data.format.csv;

import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.csv.column.TextCounts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cells of columns of numbers that one pass could not read as numbers and took for missing. */
final class OddCells {
    private final @Nullable TextCounts[] columns;
    private final String[] names;

    OddCells(List<String> names) {
        this.names = names.toArray(new String[0]);
        this.columns = new TextCounts[this.names.length];
    }

    void add(long row, int column, char[] buffer, int from, int to) {
        TextCounts counts = columns[column];
        if (counts == null) {
            counts = new TextCounts();
            columns[column] = counts;
        }
        counts.add(row, buffer, from, to);
    }

    List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            TextCounts counts = columns[i];
            if (counts != null && counts.total() > 0) {
                notes.add(Note.of(
                        Note.Kind.MISSING,
                        names[i],
                        counts.total()
                                + (counts.total() == 1
                                        ? " value is not a number and counts"
                                        : " values are not numbers and count")
                                + " as missing: " + counts.shown(),
                        counts.total(),
                        Remedy.declareMissing(names[i], counts.first()),
                        Remedy.byHand("fix the cells")));
            }
        }
        return notes;
    }
}
