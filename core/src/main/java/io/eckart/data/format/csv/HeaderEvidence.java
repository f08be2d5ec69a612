package io.eckart.data.format.csv;

import io.eckart.data.format.ColumnMarkers;
import io.eckart.data.format.csv.column.CellFormats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What speaks for a first record of names: how its cells compare with those below in the same columns. */
final class HeaderEvidence {
    /** The part of the cells below that are numbers in a column of numbers. */
    private static final double MOSTLY = 0.8;

    /** Fewer rows below say nothing about whether the first is like them. */
    private static final int FEW_ROWS = 3;

    private static final int FIRST_YEAR = 1700;
    private static final int LAST_YEAR = 2100;

    private final List<String> first;
    private final List<List<String>> all;
    private final List<List<String>> below;
    private final ColumnMarkers missing;

    private HeaderEvidence(List<List<String>> all, ColumnMarkers missing) {
        this.all = all;
        this.first = all.getFirst();
        this.missing = missing;
        // The header may come again below; a record of another length is an error that comes later.
        this.below = all.stream()
                .skip(1)
                .filter(record -> record.size() == first.size() && !record.equals(first))
                .toList();
    }

    static HeaderEvidence of(List<List<String>> records, ColumnMarkers missing) {
        return new HeaderEvidence(records, missing);
    }

    /** How many columns have a name over numbers. */
    int textsOverNumbers() {
        return count(j -> hasNumbers(below, j) && isName(first.get(j)));
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
        int numbersOverNumbers = count(j -> isNumber(first.get(j)) && !hasTexts(j));
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
            if (cell.matches("0|[1-9][0-9]{0,5}")) {
                numbers.add(j);
            } else if (isNumber(cell) || (!cell.isEmpty() && comesAgain(j))) {
                return false;
            }
        }
        if (numbers.isEmpty() || below.isEmpty()) {
            return false;
        }
        boolean texts = numbers.size() < first.size();
        return areYears(numbers, texts) || areSteps(numbers);
    }

    private boolean areYears(List<Integer> columns, boolean texts) {
        boolean years = columns.stream().allMatch(j -> isYear(first.get(j)));
        boolean yearsBelow = below.stream()
                        .filter(record -> columns.stream().allMatch(j -> isYear(record.get(j))))
                        .count()
                > below.size() / 2;
        return years && !yearsBelow && (columns.size() == 1 ? texts : step(first, columns) != 0);
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

    /** Whether the second record is a second line of names: texts over columns of numbers, and only there. */
    boolean secondLineNames() {
        if (all.size() < 4 || all.get(1).size() != first.size()) {
            return false;
        }
        List<String> second = all.get(1);
        List<List<String>> rest =
                below.stream().filter(record -> !record.equals(second)).toList();
        int columns = count(j -> hasNumbers(rest, j));
        int names = count(j -> hasNumbers(rest, j) && isName(second.get(j)) && !contains(rest, j, second.get(j)));
        int numbers = count(j -> isNumber(second.get(j)));
        return names > 0 && names * 2 > columns && numbers == 0 && count(j -> isName(first.get(j))) > 0;
    }

    private boolean hasTexts(int column) {
        return !below.isEmpty() && !hasNumbers(below, column);
    }

    private boolean hasNumbers(List<List<String>> records, int column) {
        int observed = 0;
        int numbers = 0;
        for (List<String> record : records) {
            String cell = record.get(column);
            observed += isMissing(cell) ? 0 : 1;
            numbers += !isMissing(cell) && isNumber(cell) ? 1 : 0;
        }
        return numbers > 0 && numbers >= MOSTLY * observed;
    }

    private boolean isMissing(String cell) {
        return missing.isMissing(cell) || missing.isWord(cell);
    }

    /** A text with a letter that is no number and no date. */
    private boolean isName(String cell) {
        return !isMissing(cell) && !isNumber(cell) && cell.chars().anyMatch(Character::isLetter);
    }

    private static boolean isNumber(String cell) {
        return CellFormats.isNumber(cell);
    }
}
