package io.eckart.report;

import io.eckart.data.Note;
import io.eckart.data.Remedy;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A {@link Note} about data in words.
 *
 * @param kind what it is about, such as {@code left out}
 * @param column the column it is about; empty for the whole file
 * @param text the decision and its reason
 * @param count how many cells, rows or files it concerns; 0 where that says nothing
 * @param notable whether it can change results in a way that a user may not expect
 * @param otherwise how to decide otherwise, one way each
 */
public record ReadingNote(
        String kind, String column, String text, long count, boolean notable, List<String> otherwise) {
    public ReadingNote {
        otherwise = List.copyOf(otherwise);
    }

    /**
     * A note in words.
     *
     * @param wording words a remedy for those who read the note
     */
    public static ReadingNote of(Note note, Function<Remedy, String> wording) {
        return new ReadingNote(
                note.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                note.column().orElse(""),
                note.text(),
                note.count(),
                note.notable(),
                note.remedies().stream().map(wording).toList());
    }
}
