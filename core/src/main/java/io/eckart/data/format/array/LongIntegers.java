package io.eckart.data.format.array;

import io.eckart.data.Column;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.Table;
import io.eckart.data.format.ColumnPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Integers of 64 bits in one pass over a file: float64 holds all of them up to 2^53 only. Labels keep all their digits; rounded numbers are
 * counted, and noted at the end of the pass.
 */
final class LongIntegers {
    private static final int DIGITS = 53;

    /** The bits of a number of a chunk, by its row in the chunk and its column in the file. */
    @FunctionalInterface
    interface Bits {
        long at(int row, int fileColumn);
    }

    private final boolean signed;
    private final ColumnPlan plan;
    private final Consumer<List<Note>> notes;
    private final long[] rounded;

    /** @param notes receives the notes at the end of the pass */
    LongIntegers(NumberType type, ColumnPlan plan, Consumer<List<Note>> notes) {
        this.signed = type == NumberType.INT64;
        this.plan = plan;
        this.notes = notes;
        this.rounded = new long[plan.width()];
    }

    /** The next rows, with exact labels. */
    Table checked(Table rows, Bits bits) {
        for (int column = 0; column < plan.fileColumns(); column++) {
            int target = plan.target(column);
            for (int i = 0; target >= 0 && i < rows.rows(); i++) {
                rounded[target] += isExact(bits.at(i, column)) ? 0 : 1;
            }
        }
        return plan.label() < 0 ? rows : labelled(rows, bits);
    }

    private Table labelled(Table rows, Bits bits) {
        @Nullable String[] labels = new String[rows.rows()];
        for (int i = 0; i < labels.length; i++) {
            long value = bits.at(i, plan.label());
            labels[i] = signed ? Long.toString(value) : Long.toUnsignedString(value);
        }
        return rows.withLabels("", labels);
    }

    /** Whether float64 holds the number: from its first to its last binary digit there are at most 53. */
    private boolean isExact(long value) {
        long magnitude = signed ? Math.abs(value) : value;
        return Long.SIZE - Long.numberOfLeadingZeros(magnitude) - Long.numberOfTrailingZeros(magnitude) <= DIGITS;
    }

    void end() {
        List<Column> columns = plan.schema().features();
        List<Note> all = new ArrayList<>();
        for (int j = 0; j < rounded.length; j++) {
            if (rounded[j] > 0) {
                all.add(note(columns.get(j).name(), rounded[j]));
            }
        }
        notes.accept(all);
    }

    private static Note note(String column, long count) {
        return Note.of(
                Note.Kind.ROUNDED,
                column,
                "it has integers beyond 2^53, which are rounded to float64: different ones may become equal",
                count,
                Remedy.leaveOut(column));
    }
}
