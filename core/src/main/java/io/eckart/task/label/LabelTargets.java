package io.eckart.task.label;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.Table;
import io.eckart.data.Targets;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The label column read as classes or values.
 *
 * @param targets one for each row, unknown where the cell is empty
 * @param reason why they are classes or values
 * @param notes remarks on the labels; may be empty
 */
record LabelTargets(Targets targets, String reason, List<String> notes) {
    private static final int MOST_CLASSES = 100;
    private static final int FEW = 20;
    /** Up to here float64 holds all whole numbers. */
    private static final double EXACT = 0x1p53;

    /**
     * Reads the labels of a table.
     *
     * @param task empty: detected from the labels
     * @throws DataException if there is no label column, no label or a single class, or if labels that shall be values are not numbers
     */
    static LabelTargets of(Table table, Optional<LabelTask> task) {
        if (table.schema().label().isEmpty()) {
            throw new DataException(
                    Place.of(table.name()), "no label column is named", Remedy.choose(Remedy.Setting.LABEL_COLUMN, ""));
        }
        @Nullable String[] texts = new String[table.rows()];
        Arrays.setAll(texts, table::label);
        return new Reading(table, texts).read(task);
    }

    private static final class Reading {
        private final Table table;
        private final @Nullable String[] texts;
        private final List<String> notes = new ArrayList<>();
        private final String column;

        Reading(Table table, @Nullable String[] texts) {
            this.table = table;
            this.texts = texts;
            this.column = table.schema().label().orElseThrow().name();
        }

        LabelTargets read(Optional<LabelTask> task) {
            long known = Arrays.stream(texts).filter(text -> text != null).count();
            if (known == 0) {
                throw error("has no label in any of its " + texts.length + " rows; at least two rows of different"
                        + " labels are needed");
            }
            Optional<String> word = firstWord();
            if (task.isEmpty()) {
                Optional<String> reason = reasonForValues();
                return reason.isPresent()
                        ? values(reason.get())
                        : classes("there are few different labels, or they are not numbers");
            }
            return switch (task.get()) {
                case CLASSIFICATION -> classes("asked for");
                case REGRESSION -> {
                    if (word.isPresent()) {
                        throw error(
                                "holds '" + word.get() + "', which is not a number, and values need numbers",
                                Remedy.choose(Remedy.Setting.LABEL_KIND, "classification"));
                    }
                    yield values("asked for");
                }
            };
        }

        private Optional<String> firstWord() {
            return Arrays.stream(texts)
                    .filter(text -> text != null && Double.isNaN(number(text)))
                    .findFirst()
                    .map(text -> text == null ? "" : text);
        }

        /** Labels are values if they are numbers that are not whole, very many, or mostly different without being a range of integers. */
        private Optional<String> reasonForValues() {
            if (firstWord().isPresent()) {
                return Optional.empty();
            }
            double[] numbers = Arrays.stream(texts)
                    .filter(text -> text != null)
                    .mapToDouble(text -> text == null ? 0 : number(text))
                    .toArray();
            TreeSet<Double> distinct = new TreeSet<>();
            for (double value : numbers) {
                distinct.add(value);
                if (value != Math.rint(value)) {
                    return Optional.of("its labels are numbers that are not whole");
                }
            }
            if (distinct.size() > MOST_CLASSES) {
                return Optional.of("its labels are " + distinct.size() + " different numbers");
            }
            boolean counts = distinct.last() - distinct.first() == distinct.size() - 1;
            boolean mostDiffer = numbers.length >= FEW && 2 * distinct.size() > numbers.length;
            return mostDiffer && !counts
                    ? Optional.of(distinct.size() + " of its " + numbers.length + " labels are different numbers")
                    : Optional.empty();
        }

        private LabelTargets values(String reason) {
            double[] targets = new double[texts.length];
            for (int i = 0; i < targets.length; i++) {
                String text = texts[i];
                targets[i] = text == null ? Double.NaN : number(text);
            }
            long distinct = Arrays.stream(targets)
                    .filter(v -> !Double.isNaN(v))
                    .distinct()
                    .count();
            if (distinct < 2) {
                throw error("has the same label in every labelled row; there is nothing to learn");
            }
            if (Arrays.stream(targets).anyMatch(value -> Math.abs(value) > EXACT)) {
                notes.add("labels beyond 2^53 are rounded to float64 as values; as classes they keep all their digits");
            }
            return new LabelTargets(new Targets.Values(targets), reason, notes);
        }

        private LabelTargets classes(String reason) {
            Map<String, String> names = spellings();
            List<String> sorted = new ArrayList<>(new TreeSet<>(names.values()));
            if (sorted.size() < 2) {
                throw error(
                        "has one class only, '" + sorted.getFirst() + "'; labels of at least two classes are needed");
            }
            int[] targets = new int[texts.length];
            for (int i = 0; i < targets.length; i++) {
                String text = texts[i];
                targets[i] = text == null ? -1 : sorted.indexOf(names.get(text));
            }
            return new LabelTargets(new Targets.Classes(sorted, targets), reason, notes);
        }

        /** The class of each text: spellings of one number are one class, named by the first of them. */
        private Map<String, String> spellings() {
            Map<String, String> names = new TreeMap<>();
            Map<BigDecimal, String> numbers = new TreeMap<>();
            boolean words = false;
            for (String text : texts) {
                if (text == null || names.containsKey(text)) {
                    continue;
                }
                boolean word = Double.isNaN(number(text));
                words |= word;
                // As decimals: two long account numbers may be one float64 number.
                String name = word ? text : numbers.computeIfAbsent(decimal(text), _ -> text);
                names.put(text, name);
                if (!name.equals(text)) {
                    notes.add("label '" + text + "' is taken as '" + name + "', the same number");
                }
            }
            if (words && !numbers.isEmpty()) {
                notes.add("the labels are both words and numbers, such as '"
                        + numbers.values().iterator().next() + "'; each is a separate class");
            }
            return names;
        }

        private static BigDecimal decimal(String number) {
            try {
                return new BigDecimal(number);
            } catch (NumberFormatException e) {
                return BigDecimal.ZERO; // an exponent of more than 31 bits; it is negative where float64 is finite
            }
        }

        private static double number(String text) {
            try {
                double number = Double.parseDouble(text);
                // Java also parses suffixes and names of numbers, which are not numbers in a table.
                return text.matches("[-+0-9.eE]+") && Double.isFinite(number) ? number : Double.NaN;
            } catch (NumberFormatException e) {
                return Double.NaN;
            }
        }

        private DataException error(String problem, Remedy... remedies) {
            return new DataException(Place.of(table.name()).column(column), problem, remedies);
        }
    }
}
