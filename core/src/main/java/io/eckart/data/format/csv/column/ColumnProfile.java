package io.eckart.data.format.csv.column;

import io.eckart.data.ColumnType;
import io.eckart.data.format.ColumnMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.TextSet;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one pass over the cells of a column shows, in bounded memory. */
public final class ColumnProfile {
    private static final int MOST_LEVELS = 50;
    private static final int MOST_FORCED_LEVELS = 10_000;
    /** All whole numbers up to this one are float64. */
    private static final double EXACT = 0x1p53;
    /** Repeated values are looked for among the first different ones. */
    private static final int COMPARED = 10_000;

    private static final int GROUP = 3;
    /** In fewer rows chance makes values different. */
    private static final int TELLING_ROWS = 8;

    public final String name;
    public final Optional<ColumnType> forced;
    /** Cells that are not numbers in any format. */
    public final TextCounts texts = new TextCounts();

    /** Cells that are numbers or dates in some format, but not plain numbers. */
    public final TextCounts formatted = new TextCounts();

    public final TextCounts markers = new TextCounts();
    public final TextCounts words = new TextCounts();
    public final CellFormats formats = new CellFormats();
    private final ColumnMarkers missing;
    private final boolean markedNumbers;
    private final boolean commas;
    private final int mostLevels;
    private @Nullable TextSet levels = new TextSet();
    private long[] levelCounts = new long[16];
    private long rows;
    private long numbers;
    private long fractions;
    private long groupsOfThree;
    private long zeroLed;
    private long inexact;
    private double first;
    private boolean counting = true;
    private final @Nullable Set<Double> different;
    private boolean repeated;
    private final DifferentTexts differentTexts = new DifferentTexts();

    /** @param commas whether the decimal mark is known to be a comma */
    public ColumnProfile(String name, Optional<ColumnType> forced, ColumnMarkers missing, boolean commas) {
        this.commas = commas;
        this.name = name;
        this.forced = forced;
        this.missing = missing;
        this.markedNumbers = missing.haveNumbers();
        this.mostLevels = forced.isPresent() ? MOST_FORCED_LEVELS : MOST_LEVELS;
        this.different = Identifiers.isName(name) ? new HashSet<>() : null;
    }

    /** Takes the next cell and gives the number in it; NaN if it is missing or not a plain number. */
    public double add(long row, char[] buffer, int from, int to) {
        double number = isPlain(buffer, from, to) ? NumberText.parse(buffer, from, to) : Double.NaN;
        rows++;
        if (Double.isFinite(number)) {
            if (markedNumbers && (missing.isMissing(buffer, from, to) || missing.matches(number))) {
                markers.add(row, buffer, from, to);
                counting = false;
                return addMarkedNumber(buffer, from, to);
            }
            addNumber(number, buffer, from, to);
            addLevel(buffer, from, to);
            return number;
        }
        counting = false;
        if (from == to) {
            return Double.NaN;
        }
        if (missing.isMissing(buffer, from, to)) {
            markers.add(row, buffer, from, to);
        } else if (missing.isWord(buffer, from, to)) {
            words.add(row, buffer, from, to);
        } else {
            (formats.add(buffer, from, to) ? formatted : texts).add(row, buffer, from, to);
            differentTexts.add(buffer, from, to);
            addLevel(buffer, from, to);
        }
        return Double.NaN;
    }

    /** Where the decimal mark is known to be a comma, a number with a point is not plain. */
    private boolean isPlain(char[] buffer, int from, int to) {
        for (int i = from; i < to && commas; i++) {
            if (buffer[i] == '.') {
                return false;
            }
        }
        return true;
    }

    /** A number that is a marker by its value only is a level where the column turns out to hold texts. */
    private double addMarkedNumber(char[] buffer, int from, int to) {
        if (!missing.isMissing(buffer, from, to)) {
            addLevel(buffer, from, to);
        }
        return Double.NaN;
    }

    private void addNumber(double number, char[] buffer, int from, int to) {
        if (numbers++ == 0) {
            first = number;
        }
        counting = counting && number == first + (numbers - 1);
        if (buffer[Math.max(from, to - 1 - GROUP)] == '.' && isGrouped(buffer, from, to)) {
            groupsOfThree++;
            fractions++;
        } else {
            fractions += number == Math.rint(number) ? 0 : 1;
        }
        zeroLed += buffer[from] == '0' && to - from > 1 && isDigits(buffer, from, to) ? 1 : 0;
        inexact += Math.abs(number) >= EXACT && isRounded(number, buffer, from, to) ? 1 : 0;
        if (different != null && !repeated && different.size() < COMPARED) {
            repeated = !different.add(number);
        }
    }

    /** Whether a point that is followed by three digits can stand between thousands. */
    private static boolean isGrouped(char[] buffer, int from, int to) {
        int start = buffer[from] == '-' || buffer[from] == '+' ? from + 1 : from;
        int digits = to - 1 - GROUP - start;
        return digits >= 1
                && digits <= GROUP
                && buffer[start] != '0'
                && isDigits(buffer, start, start + digits)
                && isDigits(buffer, to - GROUP, to);
    }

    private static boolean isDigits(char[] buffer, int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] < '0' || buffer[i] > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean isRounded(double number, char[] buffer, int from, int to) {
        int start = buffer[from] == '-' || buffer[from] == '+' ? from + 1 : from;
        return isDigits(buffer, start, to)
                && new BigDecimal(buffer, from, to - from).compareTo(new BigDecimal(number)) != 0;
    }

    private void addLevel(char[] buffer, int from, int to) {
        if (levels == null) {
            return;
        }
        int level = levels.add(buffer, from, to);
        if (levels.size() > mostLevels) {
            levels = null;
            return;
        }
        if (level == levelCounts.length) {
            levelCounts = Arrays.copyOf(levelCounts, 2 * level);
        }
        levelCounts[level]++;
    }

    public long rows() {
        return rows;
    }

    /** The cells that are not missing, where words for missing cells are not counted. */
    public long observed() {
        return numbers + formatted.total() + texts.total();
    }

    /** The cells that are plain numbers. */
    public long numbers() {
        return numbers;
    }

    /** The plain numbers with a point that cannot be left out. */
    public long fractions() {
        return fractions;
    }

    public CellFormats.PlainNumbers plain() {
        return new CellFormats.PlainNumbers(numbers - fractions, fractions, mayBeGrouped());
    }

    /** Whether all points in plain numbers may stand between thousands. */
    public boolean mayBeGrouped() {
        return groupsOfThree == fractions;
    }

    /** The numbers that begin with a zero, as codes do. */
    public long zeroLed() {
        return zeroLed;
    }

    /** The whole numbers that float64 cannot hold in all their digits. */
    public long inexact() {
        return inexact;
    }

    /** Whether the cells are 0, 1, 2 ... or 1, 2, 3 ... */
    public boolean countsTheRows() {
        return counting && numbers == rows && (first == 0 || first == 1);
    }

    /** Whether the name is one of identifiers, and the numbers compared are whole and all different. */
    public boolean isIdentifier() {
        return different != null && !repeated && isWholeNumbers() && different.size() > 1;
    }

    /** Whether the cells tell rows apart and measure nothing: row numbers, identifiers, codes, texts that are all different. */
    public boolean tellsRowsApart() {
        if (forced.isPresent() || observed() == 0) {
            return false;
        }
        boolean named = different != null;
        if (isWholeNumbers()) {
            return zeroLed + inexact > 0 || (named && !repeated) || (rows >= TELLING_ROWS && countsTheRows());
        }
        boolean mostlyTexts = texts.total() * 2 > observed();
        return mostlyTexts && (named || rows >= TELLING_ROWS) && differentTexts.areDifferent();
    }

    /** Whether all cells are numbers, whole and without leading zeros. */
    public boolean isWholeNumbers() {
        return texts.total() + formatted.total() + fractions == 0;
    }

    /** The different texts of the observed cells in alphabetical order; null if they are too many. */
    @Nullable
    public List<String> levels() {
        return levels == null ? null : levels.texts().stream().sorted().toList();
    }

    public int mostLevels() {
        return mostLevels;
    }

    /** Whether each number and each text occurs more than once, and there are only few: the mark of codes for classes. */
    public boolean areCodes(int mostNumbers, int mostTexts) {
        if (levels == null || fractions + formatted.total() > 0) {
            return false;
        }
        int different = levels.size();
        int differentTexts = texts.counts().size();
        boolean few = !texts.isFull() && differentTexts <= mostTexts && different - differentTexts <= mostNumbers;
        return few && Arrays.stream(levelCounts, 0, different).allMatch(count -> count > 1);
    }
}
