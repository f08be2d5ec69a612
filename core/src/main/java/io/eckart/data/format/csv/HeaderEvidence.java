package io.eckart.data.format.csv;

import io.eckart.data.format.ColumnMarkers;
import io.eckart.data.format.NumberText;
import io.eckart.data.format.csv.column.CellFormats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What speaks for a first record of names: how its cells compare with those below in the same columns. */
final class HeaderEvidence {
    /** The part of the cells below that are numbers in a column of numbers. */
    private static final double MOSTLY = 0.8;

    /** Fewer rows below say nothing about whether the first is like them. */
    private static final int FEW_ROWS = 3;

    private static final int MOST_LINES = 4;
    /** Fewer numbers rise by chance. */
    private static final int MANY_COLUMNS = 8;

    private static final int FIRST_YEAR = 1700;
    private static final int LAST_YEAR = 2100;

    private final List<String> first;
    private final List<List<String>> all;
    private final List<List<String>> below;
    private final ColumnMarkers missing;
    /** The columns that are mostly numbers in the records below. */
    private final Set<Integer> numbersBelow;

    private HeaderEvidence(List<List<String>> all, ColumnMarkers missing) {
        this.all = all;
        this.first = all.getFirst();
        this.missing = missing;
        // The header may come again below; a record of another length is an error that comes later.
        this.below = all.stream()
                .skip(1)
                .filter(record -> record.size() == first.size() && !record.equals(first))
                .toList();
        this.numbersBelow = IntStream.range(0, first.size())
                .filter(j -> hasNumbers(below, j))
                .boxed()
                .collect(Collectors.toSet());
    }

    static HeaderEvidence of(List<List<String>> records, ColumnMarkers missing) {
        return new HeaderEvidence(records, missing);
    }

    /** How many columns have a name over numbers. */
    int textsOverNumbers() {
        return count(j -> numbersBelow.contains(j) && (isName(first.get(j)) || isDateOverNumbers(j)));
    }

    /** A date names a column of numbers that are not dates. */
    private boolean isDateOverNumbers(int column) {
        return CellFormats.isDate(first.get(column))
                && below.stream().noneMatch(record -> CellFormats.isDate(record.get(column)));
    }

    /** Whether names are over columns of numbers: texts, or numbers such as years. */
    boolean namesNumbers() {
        return textsOverNumbers() > 0 || (count(j -> isNumber(first.get(j))) > 0 && whyNames() != null);
    }

    boolean isAllNumbers() {
        return first.stream().allMatch(cell -> isNumber(cell) || isMissing(cell));
    }

    private int count(IntPredicate column) {
        return (int) IntStream.range(0, first.size()).filter(column).count();
    }

    /** Why the first record names the columns; null if it does not. */
    @Nullable
    String whyNames() {
        if (first.stream().allMatch(this::isMissing)) {
            return null;
        }
        int numbersOverNumbers = count(j -> isNumber(first.get(j)) && !hasTexts(j) && !isDateOverNumbers(j));
        if (textsOverNumbers() > numbersOverNumbers) {
            return "there are texts over columns of numbers";
        }
        if (count(j -> isNumber(first.get(j))) > 0) {
            return areNumbersNames() ? "its numbers are in order and unlike those below" : null;
        }
        int named = count(j -> !isMissing(first.get(j)));
        int again = count(this::comesAgain);
        return textsOverNumbers() > 0 || again * 2 < named ? "its texts do not come again below" : null;
    }

    private boolean comesAgain(int column) {
        String name = first.get(column);
        return !name.isEmpty() && contains(below, column, name);
    }

    private static boolean contains(List<List<String>> records, int column, String text) {
        return records.stream().anyMatch(record -> record.get(column).equals(text));
    }

    /** Years, 0 to n - 1 and other numbers with equal steps are names where the numbers below are unlike them. */
    private boolean areNumbersNames() {
        List<Integer> numbers = new ArrayList<>();
        for (int j = 0; j < first.size(); j++) {
            String cell = first.get(j);
            if (cell.matches("(0|[1-9][0-9]{0,5})(\\.[0-9]{1,6})?")) {
                numbers.add(j);
            } else if (isNumber(cell) || (!cell.isEmpty() && comesAgain(j))) {
                return false;
            }
        }
        if (numbers.isEmpty() || below.isEmpty()) {
            return false;
        }
        boolean texts = numbers.size() < first.size();
        return areYears(numbers, texts) || areSteps(numbers) || areRising(numbers);
    }

    private boolean areYears(List<Integer> columns, boolean texts) {
        boolean years = columns.stream().allMatch(j -> isYear(first.get(j)));
        boolean yearsBelow = below.stream()
                        .filter(record -> columns.stream().allMatch(j -> isYear(record.get(j))))
                        .count()
                > below.size() / 2;
        return years
                && !yearsBelow
                && (columns.size() == 1 ? texts : areOrdered(first, columns, 1) || areOrdered(first, columns, -1));
    }

    private static boolean isYear(String cell) {
        return cell.matches("[12][0-9]{3}")
                && Integer.parseInt(cell) >= FIRST_YEAR
                && Integer.parseInt(cell) <= LAST_YEAR;
    }

    private boolean areSteps(List<Integer> columns) {
        int step = step(first, columns);
        boolean counts = step == 1 && Integer.parseInt(first.get(columns.getFirst())) <= 1;
        boolean fractions = below.stream()
                .anyMatch(record -> columns.stream().anyMatch(j -> record.get(j).contains(".")));
        long like =
                below.stream().filter(record -> step(record, columns) == step).count();
        boolean enough = columns.size() > 3 || (counts && (fractions || columns.size() > 2));
        return step > 0 && enough && below.size() >= FEW_ROWS && like * 10 < below.size();
    }

    /** Many numbers that rise, such as wavelengths, where those of no row below do. */
    private boolean areRising(List<Integer> columns) {
        return columns.size() >= MANY_COLUMNS
                && below.size() >= FEW_ROWS
                && areOrdered(first, columns, 1)
                && below.stream().noneMatch(record -> areOrdered(record, columns, 1));
    }

    private static boolean areOrdered(List<String> record, List<Integer> columns, int direction) {
        for (int i = 1; i < columns.size(); i++) {
            double left = NumberText.parse(record.get(columns.get(i - 1)));
            double right = NumberText.parse(record.get(columns.get(i)));
            if (!(direction * (right - left) > 0)) {
                return false;
            }
        }
        return true;
    }

    /** The difference between neighbours where it is the same for all whole numbers; 0 if it is not. */
    private static int step(List<String> record, List<Integer> columns) {
        Set<Integer> steps = new HashSet<>();
        for (int i = 1; i < columns.size(); i++) {
            String left = record.get(columns.get(i - 1));
            String right = record.get(columns.get(i));
            if (!left.matches("[0-9]{1,6}") || !right.matches("[0-9]{1,6}")) {
                return 0;
            }
            steps.add(Integer.parseInt(right) - Integer.parseInt(left));
        }
        return steps.size() == 1 ? steps.iterator().next() : 0;
    }

    /**
     * How many records name the columns if the first does. A second one has texts over columns of numbers, and only there; or texts
     * wherever the first has none, as surveys have the answers below a question, and nothing over numbers. After two, others that
     * have nothing but texts over numbers are such lines too, as loggers write them.
     */
    int linesOfNames() {
        int lines = 1;
        while (lines < MOST_LINES && isLineOfNames(lines)) {
            lines++;
        }
        return lines;
    }

    private boolean isLineOfNames(int line) {
        if (all.size() < line + 3 || all.get(line).size() != first.size()) {
            return false;
        }
        List<String> names = all.get(line);
        List<List<String>> rest = below.stream()
                .skip(line)
                .filter(record -> !record.equals(names))
                .toList();
        return namesNumbers(names, rest, line > 1) || (line == 1 && fillsGaps(names, rest));
    }

    private boolean fillsGaps(List<String> second, List<List<String>> rest) {
        int gaps = count(j -> first.get(j).isEmpty());
        int filled = count(j -> first.get(j).isEmpty() && isName(second.get(j)));
        int numbers = count(j -> isNumber(second.get(j)));
        return gaps > 0
                && !first.getFirst().isEmpty()
                && filled == gaps
                && numbers == 0
                && count(j -> (second.get(j).isEmpty() || isName(second.get(j))) && hasNumbers(rest, j)) > 0;
    }

    private boolean namesNumbers(List<String> second, List<List<String>> rest, boolean partly) {
        if (second.stream().anyMatch(HeaderEvidence::isNumber) || first.stream().noneMatch(this::isName)) {
            return false;
        }
        int columns =
                count(j -> hasNumbers(rest, j) && !(partly && second.get(j).isEmpty()));
        int names = count(j -> isName(second.get(j)) && hasNumbers(rest, j) && !contains(rest, j, second.get(j)));
        return names > 0 && names * 2 > columns;
    }

    private boolean hasTexts(int column) {
        return !below.isEmpty() && !numbersBelow.contains(column);
    }

    private boolean hasNumbers(List<List<String>> records, int column) {
        int observed = 0;
        int numbers = 0;
        for (List<String> record : records) {
            String cell = record.get(column);
            boolean there = !isMissing(cell);
            observed += there ? 1 : 0;
            numbers += there && isNumber(cell) ? 1 : 0;
        }
        return numbers > 0 && numbers >= MOSTLY * observed;
    }

    private boolean isMissing(String cell) {
        return missing.isMissing(cell) || missing.isWord(cell);
    }

    /** A text with a letter that is neither a number nor a date. */
    private boolean isName(String cell) {
        return !isMissing(cell) && !isNumber(cell) && cell.chars().anyMatch(Character::isLetter);
    }

    private static boolean isNumber(String cell) {
        return CellFormats.isNumber(cell);
    }
}
