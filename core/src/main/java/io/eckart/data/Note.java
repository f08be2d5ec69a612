package io.eckart.data;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * A decision that was made about data between a file and the numbers that are computed with: something was recognised, converted,
 * rounded, left out or ignored.
 *
 * <pre>{@code
 * TableSource source = Tables.open(Path.of("wells.csv"), ReadOptions.DEFAULT);
 * source.notes().forEach(System.out::println); // column 'well': left out: it counts the rows; read column 'well' as number
 * }</pre>
 *
 * @param kind what was decided
 * @param column the column it is about; empty if it is about the whole file
 * @param text the decision and its reason
 * @param count how many cells, rows or files it concerns; 0 where that says nothing
 * @param notable whether it can change results in a way that a user may not expect; other notes are for those who want to know all
 * @param remedies how to decide otherwise
 */
public record Note(Kind kind, Optional<String> column, String text, long count, boolean notable, List<Remedy> remedies)
        implements Serializable {

    /** What a note is about, in the order of how much a user should know of it. */
    public enum Kind {
        /** Columns that hardly count, because others spread much more. */
        SPREAD,
        /** A setting that had no effect. */
        UNUSED,
        /** Numbers that cannot be kept in all their digits. */
        ROUNDED,
        /** The type that a column was given. */
        TYPE,
        /** Labels that may be the same. */
        LABELS,
        /** Cells that count as missing. */
        MISSING,
        /** Encoding, separator, decimal mark, header and lines that are not rows. */
        LAYOUT,
        /** Files or rows that are not used. */
        SKIPPED,
        /** Cells that were read as other values than they are written. */
        CONVERTED,
        /** A column that is not used. */
        LEFT_OUT
    }

    public Note {
        remedies = List.copyOf(remedies);
    }

    /** A note about a whole file that a user should see. */
    public static Note of(Kind kind, String text, long count, Remedy... remedies) {
        return new Note(kind, Optional.empty(), text, count, true, List.of(remedies));
    }

    /** A note about a column that a user should see. */
    public static Note of(Kind kind, String column, String text, long count, Remedy... remedies) {
        return new Note(kind, Optional.of(column), text, count, true, List.of(remedies));
    }

    /** The same note for those who want to know all. */
    public Note minor() {
        return new Note(kind, column, text, count, false, remedies);
    }

    /** Such as {@code column 'id': left out: every value is different}. */
    public String message() {
        return column.map(name -> "column '" + name + "': ").orElse("") + text;
    }

    /** The message, and how to decide otherwise. */
    @Override
    public String toString() {
        return Remedy.sentence(message(), remedies, Remedy::words);
    }
}
