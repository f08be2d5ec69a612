package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.TextSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one pass over a column's cells shows, in bounded memory, and the type that follows from it. */
final class ColumnProfile {
    private static final int MAX_LEVELS = 50;
    private static final int MAX_FORCED_LEVELS = 10_000;
    private static final double MOSTLY = 0.9;
    /** In a short column, one or two texts among more numbers are slips, though they are more than a tenth. */
    private static final int SLIPS = 2;

    private static final List<List<String>> BOOLEANS =
            List.of(List.of("false", "true"), List.of("no", "yes"), List.of("f", "t"), List.of("n", "y"));

    private final InputFile file;
    private final String name;
    private final Optional<ColumnType> forced;
    private final int mostLevels;
    private @Nullable TextSet levels = new TextSet();
    private long observed;
    private long numbers;
    private long infinite;
    private long decimalCommas;
    private long infiniteRow;
    private long textRow;
    private String text = "";

    ColumnProfile(InputFile file, String name, Optional<ColumnType> forced) {
        this.file = file;
        this.name = name;
        this.forced = forced;
        this.mostLevels = forced.isPresent() ? MAX_FORCED_LEVELS : MAX_LEVELS;
    }

    /**
     * Takes an observed cell.
     *
     * @param number the number that the cell says, NaN if it is not a number
     */
    void add(long row, double number, char[] buffer, int from, int to) {
        observed++;
        if (Double.isNaN(number)) {
            addText(row, new String(buffer, from, to - from));
        } else if (Double.isInfinite(number)) {
            infiniteRow = infinite++ == 0 ? row : infiniteRow;
        } else {
            numbers++;
        }
        if (levels != null) {
            levels.add(buffer, from, to);
            levels = levels.size() > mostLevels ? null : levels;
        }
    }

    private void addText(long row, String cell) {
        decimalCommas += NumberText.hasDecimalComma(cell) ? 1 : 0;
        if (textRow == 0) {
            textRow = row;
            text = cell;
        }
    }

    /** @throws io.eckart.data.DataException if the cells contradict the type they suggest or the user gave */
    Column column() {
        ColumnType type = forced.orElseGet(this::inferred);
        return switch (type) {
            case NUMBER -> number();
            case BOOLEAN -> new Column(name, ColumnType.BOOLEAN, booleanLevels());
            case CATEGORY -> Column.category(name, categoryLevels());
            case LABEL -> Column.label(name);
            case IGNORED -> Column.ignored(name);
        };
    }

    private ColumnType inferred() {
        if (numbers + infinite == observed) {
            return ColumnType.NUMBER;
        }
        long numeric = numbers + infinite + decimalCommas;
        long texts = observed - numeric;
        if (numeric >= MOSTLY * observed || (texts <= SLIPS && numeric > texts)) {
            throw mostlyNumbers();
        }
        if (levels == null || levels.size() * 2L > observed) {
            return levels != null && booleanPair(levels.texts()) != null ? ColumnType.BOOLEAN : ColumnType.IGNORED;
        }
        return booleanPair(levels.texts()) == null ? ColumnType.CATEGORY : ColumnType.BOOLEAN;
    }

    private Column number() {
        if (infinite > 0) {
            throw file.error(
                    infiniteRow,
                    name,
                    "an infinite number cannot be used",
                    Remedy.byHand("fix the cell"),
                    Remedy.byHand("declare its text missing"),
                    Remedy.leaveOut(name));
        }
        if (numbers < observed) {
            throw file.error(
                    textRow,
                    name,
                    notANumber() + ", but the column is to be read as numbers",
                    Remedy.byHand("fix the cell"),
                    new Remedy.DeclareMissing(text));
        }
        return Column.number(name);
    }

    private DataException mostlyNumbers() {
        if (textRow == 0) {
            return file.error(infiniteRow, name, "an infinite number cannot be used");
        }
        return file.error(
                textRow,
                name,
                notANumber() + ", while " + numbers + " of the " + observed
                        + " observed cells of this column are numbers",
                Remedy.byHand("fix the cell"),
                new Remedy.DeclareMissing(text),
                new Remedy.GiveType(name, ColumnType.CATEGORY),
                Remedy.leaveOut(name));
    }

    private String notANumber() {
        return "'" + text + "' is not a number" + NumberText.commaHint(text);
    }

    private List<String> categoryLevels() {
        List<String> found = foundLevels();
        if (found.isEmpty()) {
            throw file.columnError(name, "has no observed cell, so it cannot be a category", Remedy.leaveOut(name));
        }
        return found;
    }

    private List<String> booleanLevels() {
        List<String> found = foundLevels();
        List<String> pair = booleanPair(found);
        if (pair != null) {
            return pair;
        }
        if (found.size() != 2) {
            throw file.columnError(
                    name,
                    "has " + found.size() + " levels (" + ColumnNames.listed(found) + "), a boolean needs two",
                    new Remedy.GiveType(name, ColumnType.CATEGORY));
        }
        return found;
    }

    private List<String> foundLevels() {
        if (levels == null) {
            throw file.columnError(name, "has more than " + mostLevels + " levels", Remedy.leaveOut(name));
        }
        return levels.texts().stream().sorted().toList();
    }

    /** False and true as they are spelled, in small letters where spellings vary; null for other levels. */
    private static @Nullable List<String> booleanPair(List<String> texts) {
        Set<String> lower = new java.util.HashSet<>();
        texts.forEach(text -> lower.add(text.toLowerCase(Locale.ROOT)));
        for (List<String> pair : BOOLEANS) {
            if (lower.size() == 2 && lower.containsAll(pair)) {
                return texts.size() > 2 ? pair : spelled(pair, texts);
            }
        }
        return null;
    }

    private static List<String> spelled(List<String> pair, List<String> texts) {
        return pair.stream()
                .map(word -> texts.stream()
                        .filter(word::equalsIgnoreCase)
                        .findFirst()
                        .orElse(word))
                .toList();
    }
}
