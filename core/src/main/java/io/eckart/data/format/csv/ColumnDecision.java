package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides the type of a column and how its cells are read from what a pass has shown, and notes the decision. */
final class ColumnDecision {
    private static final double MOSTLY = 0.9;
    /** Different texts among numbers that are not slips but values of their own. */
    private static final int MANY_TEXTS = 10;

    private static final int CODES = 20;
    private static final int CODE_TEXTS = 5;
    private static final int COUNTED_ROWS = 8;

    private static final List<List<String>> BOOLEANS =
            List.of(List.of("false", "true"), List.of("no", "yes"), List.of("f", "t"), List.of("n", "y"));

    private final InputFile file;
    private final ColumnProfile profile;
    private final boolean strict;
    private final char decimal;
    private final NumberStyle style;
    private final List<Note> notes = new ArrayList<>();
    private boolean couldBeNumber;

    /** @param decimal the decimal mark if the user or other columns tell it; 0 if not */
    ColumnDecision(InputFile file, ColumnProfile profile, boolean strict, char decimal) {
        this.file = file;
        this.profile = profile;
        this.strict = strict;
        this.decimal = decimal;
        this.style = profile.formats.best(profile.plain(), decimal);
    }

    List<Note> notes() {
        return notes;
    }

    /** Whether a column of numbers is left out because it looks like row numbers or an identifier. */
    boolean couldBeNumber() {
        return couldBeNumber;
    }

    /** @throws io.eckart.data.DataException if the cells contradict the type that the user gave */
    Column column() {
        Column column = switch (profile.forced.orElseGet(this::inferred)) {
            case NUMBER -> number();
            case BOOLEAN -> new Column(profile.name, ColumnType.BOOLEAN, booleanLevels());
            case CATEGORY -> Column.category(profile.name, categoryLevels());
            case LABEL -> Column.label(profile.name);
            case IGNORED -> Column.ignored(profile.name);
        };
        if (column.type() == ColumnType.NUMBER || column.type() == ColumnType.BOOLEAN) {
            noteMarkers(profile.words);
        }
        noteMarkers(profile.markers);
        noteLevels(column);
        return column;
    }

    /** The column as numbers, though it looks like row numbers or an identifier: there is no other one. */
    Column asNumber() {
        notes.clear();
        couldBeNumber = false;
        return number();
    }

    /** Words that elsewhere mean a missing cell are classes here, and classes may be the same in another spelling. */
    private void noteLevels(Column column) {
        boolean texts = column.type() == ColumnType.CATEGORY || column.type() == ColumnType.LABEL;
        if (texts && profile.words.total() > 0) {
            notes.add(Note.of(
                    Note.Kind.TYPE,
                    profile.name,
                    profile.words.shown() + " is a class of its own, not a missing cell",
                    profile.words.total(),
                    Remedy.declareMissing(profile.name, profile.words.first())));
        }
        List<String> levels = texts ? profile.levels() : null;
        String alike = levels == null ? "" : Spellings.alike(levels);
        if (!alike.isEmpty()) {
            notes.add(Note.of(
                    Note.Kind.LABELS,
                    profile.name,
                    alike + ": different classes that may be meant to be one",
                    0,
                    Remedy.byHand("give them one spelling in the file")));
        }
    }

    private void noteMarkers(TextCounts markers) {
        if (markers.total() > 0) {
            notes.add(Note.of(
                            Note.Kind.MISSING,
                            profile.name,
                            markers.shown() + " means a missing cell",
                            markers.total(),
                            Remedy.choose(Remedy.Setting.MISSING_MARKER, "none"))
                    .minor());
        }
    }

    private ColumnType inferred() {
        if (profile.observed() == 0) {
            return leaveOut("there is no value in it");
        }
        long numbers = numbers();
        long odd = profile.observed() - numbers;
        if (dates() != null || odd == 0) {
            return wholeColumn();
        }
        if (profile.formats.areAmbiguousDates(profile.observed())) {
            return leaveOut("it is not clear what is the day and what the month in " + profile.texts.shown());
        }
        if (numbers > odd) {
            return mostlyNumbers(numbers);
        }
        return text();
    }

    private long numbers() {
        return profile.formats.numbers(style, profile.plain());
    }

    private @Nullable DateStyle dates() {
        return profile.formats.dates(profile.observed());
    }

    /** All cells are numbers or dates. */
    private ColumnType wholeColumn() {
        if (decimal == '\0' && profile.formats.areAmbiguous()) {
            return leaveOut(
                    "the comma in " + profile.texts.shown() + " may be a decimal mark or stand between thousands",
                    Remedy.choose(Remedy.Setting.DECIMAL, ","),
                    Remedy.choose(Remedy.Setting.DECIMAL, "."));
        }
        if (profile.zeroLed() > 0 && profile.isWholeNumbers()) {
            return leaveOut(
                    "codes with leading zeros are no numbers", type(ColumnType.CATEGORY), type(ColumnType.NUMBER));
        }
        if (profile.inexact() > 0) {
            return leaveOut(
                    "it has whole numbers with more digits than can be computed with",
                    type(ColumnType.CATEGORY),
                    type(ColumnType.NUMBER));
        }
        if (profile.countsTheRows() && profile.rows() >= COUNTED_ROWS) {
            couldBeNumber = true;
            return leaveOut("it counts the rows", type(ColumnType.NUMBER));
        }
        if (profile.isIdentifier() && profile.rows() >= COUNTED_ROWS) {
            couldBeNumber = true;
            return leaveOut("by its name and its different values it is an identifier", type(ColumnType.NUMBER));
        }
        return ColumnType.NUMBER;
    }

    private ColumnType mostlyNumbers(long numbers) {
        if (strict) {
            throw file.error(profile.texts.firstRow(), profile.name, odd(numbers), numberRemedies());
        }
        if (profile.areCodes(CODES, CODE_TEXTS)) {
            notes.add(Note.of(
                    Note.Kind.TYPE,
                    profile.name,
                    "a category: its few whole numbers and texts come again and again",
                    0,
                    type(ColumnType.NUMBER)));
            return ColumnType.CATEGORY;
        }
        if (profile.texts.counts().size() >= MANY_TEXTS && numbers < MOSTLY * profile.observed()) {
            return leaveOut(odd(numbers), type(ColumnType.NUMBER));
        }
        return ColumnType.NUMBER;
    }

    private String odd(long numbers) {
        return numbers + " of its " + profile.observed() + " values are numbers, but not " + oddTexts();
    }

    /** The texts that are not read as numbers. */
    private String oddTexts() {
        return profile.texts.shown(text -> Double.isNaN(style.parse(text.toCharArray(), 0, text.length())));
    }

    private Remedy[] numberRemedies() {
        return new Remedy[] {
            Remedy.declareMissing(profile.name, profile.texts.first()),
            type(ColumnType.CATEGORY),
            Remedy.leaveOut(profile.name)
        };
    }

    private ColumnType text() {
        List<String> levels = profile.levels();
        if (levels != null && booleanPair(levels) != null) {
            return ColumnType.BOOLEAN;
        }
        if (levels == null || levels.size() * 2L > profile.observed()) {
            long numbers = numbers();
            return leaveOut(
                    numbers > 0 && numbers * 4 > profile.observed()
                            ? odd(numbers)
                            : "it is text with many different values",
                    type(ColumnType.CATEGORY));
        }
        return ColumnType.CATEGORY;
    }

    private ColumnType leaveOut(String reason, Remedy... remedies) {
        notes.add(Note.of(Note.Kind.LEFT_OUT, profile.name, "left out: " + reason, 1, remedies));
        return ColumnType.IGNORED;
    }

    private Remedy type(ColumnType type) {
        return new Remedy.GiveType(profile.name, type);
    }

    /** A column of numbers whose cells may be written in another way, and may hold texts that count as missing. */
    private Column number() {
        DateStyle dates = dates();
        long numbers = dates == null ? numbers() : profile.observed();
        long odd = profile.observed() - numbers;
        if (numbers == 0 && odd > 0) {
            throw file.error(
                    profile.texts.firstRow(),
                    profile.name,
                    "'" + profile.texts.first() + "' is not a number, but the column is to be read as numbers",
                    Remedy.byHand("fix the cell"),
                    Remedy.declareMissing(profile.name, profile.texts.first()));
        }
        if (odd > 0 && strict) {
            throw file.error(profile.texts.firstRow(), profile.name, odd(numbers), numberRemedies());
        }
        noteFormat();
        if (odd > 0) {
            notes.add(Note.of(
                    Note.Kind.MISSING,
                    profile.name,
                    odd + " of its " + profile.observed() + " values " + (odd == 1 ? "is" : "are")
                            + " not read as numbers and count" + (odd == 1 ? "s" : "") + " as missing: " + oddTexts(),
                    odd,
                    numberRemedies()));
        }
        if (profile.inexact() > 0) {
            notes.add(Note.of(
                    Note.Kind.ROUNDED,
                    profile.name,
                    "whole numbers beyond 9007199254740992 are rounded",
                    profile.inexact(),
                    type(ColumnType.CATEGORY)));
        }
        return Column.number(profile.name);
    }

    /** How the numbers of the column are written; null if they are plain, or if that is not clear. */
    @Nullable
    CellFormat format() {
        DateStyle dates = dates();
        if (dates != null) {
            return dates;
        }
        boolean unclear = decimal == '\0' && profile.formats.areAmbiguous();
        boolean plain = style.decimal() == '.' || profile.fractions() == 0;
        return unclear || (numbers() == profile.numbers() && plain) ? null : style;
    }

    private void noteFormat() {
        CellFormat format = format();
        if (format != null) {
            notes.add(Note.of(
                    Note.Kind.CONVERTED,
                    profile.name,
                    "read as " + format.words(),
                    profile.texts.total(),
                    Remedy.leaveOut(profile.name)));
        }
    }

    private List<String> categoryLevels() {
        Set<String> found = new TreeSet<>(foundLevels());
        found.addAll(profile.words.counts().keySet());
        if (found.isEmpty()) {
            throw file.columnError(
                    profile.name, "has no observed cell, so it cannot be a category", Remedy.leaveOut(profile.name));
        }
        return List.copyOf(found);
    }

    private List<String> booleanLevels() {
        List<String> found = foundLevels();
        List<String> pair = booleanPair(found);
        if (pair != null) {
            return pair;
        }
        if (found.size() != 2) {
            throw file.columnError(
                    profile.name,
                    "has " + found.size() + " levels (" + ColumnNames.listed(found) + "), a boolean needs two",
                    type(ColumnType.CATEGORY));
        }
        return found;
    }

    private List<String> foundLevels() {
        List<String> levels = profile.levels();
        if (levels == null) {
            throw file.columnError(
                    profile.name, "has more than " + profile.mostLevels() + " levels", Remedy.leaveOut(profile.name));
        }
        return levels;
    }

    /** False and true as they are spelled, in small letters where spellings vary; null for other levels. */
    private static @Nullable List<String> booleanPair(List<String> texts) {
        Set<String> lower =
                texts.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
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
