package io.eckart.data.format.csv.column;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.InputFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides the type of a column and how its cells are read from what a pass has shown, and notes the decision. */
public final class ColumnDecision {
    private static final double MOSTLY = 0.9;
    /** Different texts among numbers that are not slips but values of their own. */
    private static final int MANY_TEXTS = 10;

    private static final int CODES = 20;
    private static final int CODE_TEXTS = 5;
    private static final int COUNTED_ROWS = 8;

    private final InputFile file;
    private final ColumnProfile profile;
    private final ColumnLevels levels;
    private final boolean strict;
    private final char decimal;
    private final NumberStyle style;
    private final List<Note> notes = new ArrayList<>();
    private @Nullable ColumnType otherwise;

    /** @param decimal the decimal mark if the user or other columns tell it; 0 if not */
    public ColumnDecision(InputFile file, ColumnProfile profile, boolean strict, char decimal) {
        this.file = file;
        this.profile = profile;
        this.levels = new ColumnLevels(file, profile);
        this.strict = strict;
        this.decimal = decimal;
        this.style = profile.formats.best(profile.plain(), decimal);
    }

    public List<Note> notes() {
        return notes;
    }

    /** Whether a column that is left out could be a feature if there is no other one. */
    public boolean couldBeFeature() {
        return otherwise != null;
    }

    /**
     * The column, with its notes.
     *
     * @throws io.eckart.data.DataException if the cells contradict the type that the user gave
     */
    public Column column() {
        Column column = switch (profile.forced.orElseGet(this::inferred)) {
            case NUMBER -> number();
            case BOOLEAN -> new Column(profile.name, ColumnType.BOOLEAN, levels.ofBoolean());
            case CATEGORY -> Column.category(profile.name, levels.ofCategory());
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

    /** The column as a feature, though it looks like row numbers, an identifier or a text: there is no other one. */
    public Column asFeature() {
        ColumnType type = Objects.requireNonNull(otherwise);
        notes.clear();
        notes.add(Note.of(
                Note.Kind.TYPE,
                profile.name,
                "a " + type.name().toLowerCase(Locale.ROOT) + ", because no other column can be used",
                0,
                Remedy.leaveOut(profile.name)));
        return type == ColumnType.NUMBER ? number() : Column.category(profile.name, levels.ofCategory());
    }

    /** Words that elsewhere mean a missing cell are classes here, and classes may be the same in another spelling. */
    private void noteLevels(Column column) {
        boolean texts = column.type() == ColumnType.CATEGORY || column.type() == ColumnType.LABEL;
        if (texts && profile.words.total() > 0) {
            notes.add(Note.of(
                    Note.Kind.TYPE,
                    profile.name,
                    profile.words.shown() + " is a separate class, not a missing cell",
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
        if (odd == 0) {
            return wholeColumn();
        }
        if (profile.formats.areAmbiguousDates(profile.observed())) {
            return leaveOut(
                    "it is not clear what is the day and what the month in " + profile.formatted.shown(),
                    Remedy.byHand("write dates as 2020-12-31"),
                    type(ColumnType.CATEGORY));
        }
        if (numbers > odd) {
            return mostlyNumbers(numbers);
        }
        return text();
    }

    private long numbers() {
        DateStyle dates = dates();
        return dates == null ? profile.formats.numbers(style, profile.plain()) : profile.formats.numbers(dates);
    }

    private @Nullable DateStyle dates() {
        return profile.formats.dates(profile.observed());
    }

    /** All cells are numbers or dates. */
    private ColumnType wholeColumn() {
        if (decimal == '\0' && profile.formats.areAmbiguous()) {
            return leaveOut(
                    "the comma in " + profile.formatted.shown() + " may be a decimal mark or stand between thousands",
                    Remedy.choose(Remedy.Setting.DECIMAL, ","),
                    Remedy.choose(Remedy.Setting.DECIMAL, "."));
        }
        if (profile.zeroLed() > 0 && profile.isWholeNumbers()) {
            return leaveOut(
                    "codes with leading zeros are not numbers", type(ColumnType.CATEGORY), type(ColumnType.NUMBER));
        }
        if (profile.inexact() > 0) {
            return leaveOut(
                    "it has whole numbers with more digits than can be computed with",
                    type(ColumnType.CATEGORY),
                    type(ColumnType.NUMBER));
        }
        if (profile.countsTheRows() && profile.rows() >= COUNTED_ROWS) {
            otherwise = ColumnType.NUMBER;
            return leaveOut("it counts the rows", type(ColumnType.NUMBER));
        }
        if (profile.isIdentifier() && profile.rows() >= COUNTED_ROWS) {
            otherwise = ColumnType.NUMBER;
            return leaveOut("by its name and its different values it is an identifier", type(ColumnType.NUMBER));
        }
        return ColumnType.NUMBER;
    }

    private ColumnType mostlyNumbers(long numbers) {
        if (strict) {
            throw file.error(odd().firstRow(), profile.name, odd(numbers), odd().remedies());
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

    private OddTexts odd() {
        DateStyle dates = dates();
        return new OddTexts(profile, dates == null ? style : dates);
    }

    private String odd(long numbers) {
        return numbers + " of its " + profile.observed() + " values are numbers, but not " + odd().shown();
    }

    private ColumnType text() {
        List<String> levels = profile.levels();
        if (levels != null && ColumnLevels.booleanPair(levels) != null) {
            return ColumnType.BOOLEAN;
        }
        long numbers = numbers();
        boolean manyNumbers = numbers > 0 && numbers * 4 > profile.observed();
        if (levels == null || levels.size() * 2L > profile.observed()) {
            otherwise = levels != null && levels.size() < profile.observed() ? ColumnType.CATEGORY : null;
            return leaveOut(manyNumbers ? odd(numbers) : "text with many different values", type(ColumnType.CATEGORY));
        }
        if (manyNumbers) {
            notes.add(Note.of(
                    Note.Kind.TYPE, profile.name, "a category: " + odd(numbers), numbers, type(ColumnType.NUMBER)));
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
        long numbers = numbers();
        long odd = profile.observed() - numbers;
        if (numbers == 0 && odd > 0) {
            throw file.error(
                    odd().firstRow(),
                    profile.name,
                    "'" + odd().first() + "' is not a number, but the column is to be read as numbers",
                    Remedy.byHand("fix the cell"),
                    type(ColumnType.CATEGORY),
                    Remedy.leaveOut(profile.name));
        }
        if (odd > 0 && strict) {
            throw file.error(odd().firstRow(), profile.name, odd(numbers), odd().remedies());
        }
        noteFormat();
        levels.ofFewNumbers().ifPresent(notes::add);
        if (odd > 0) {
            notes.add(Note.of(
                    Note.Kind.MISSING,
                    profile.name,
                    odd + " of its " + profile.observed() + " values " + (odd == 1 ? "is" : "are")
                            + " not read as numbers and count" + (odd == 1 ? "s" : "") + " as missing: "
                            + odd().shown(),
                    odd,
                    odd().remedies()));
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
    public CellFormat format() {
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
                    "read as " + format.words() + odd().signs(),
                    profile.formatted.total(),
                    Remedy.leaveOut(profile.name)));
        }
    }
}
