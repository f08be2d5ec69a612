package io.eckart.data;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A way to fix bad data or a setting. The library describes it in general words; a program that uses the library can express it
 * in its own terms, as the command line does with options.
 */
public sealed interface Remedy extends Serializable {

    /** What to do, as a phrase such as {@code leave out column 'ash'}. */
    String words();

    /**
     * Leave columns out.
     *
     * @param columns at least one name
     */
    record LeaveOut(List<String> columns) implements Remedy {
        private static final int NAMED = 5;

        public LeaveOut {
            columns = List.copyOf(columns);
        }

        @Override
        public String words() {
            String named = columns.stream().limit(NAMED).map(c -> "'" + c + "'").collect(Collectors.joining(", "));
            String more = columns.size() > NAMED ? " and " + (columns.size() - NAMED) + " more" : "";
            return "leave out column" + (columns.size() == 1 ? " " : "s ") + named + more;
        }
    }

    /**
     * Declare a text to mean a missing cell.
     *
     * @param column where it means that; empty for everywhere
     */
    record DeclareMissing(String column, String text) implements Remedy {
        @Override
        public String words() {
            return "declare '" + text + "' to be a missing cell"
                    + (column.isEmpty() ? "" : " of column '" + column + "'");
        }
    }

    /** Give the type of a column. */
    record GiveType(String column, ColumnType type) implements Remedy {
        @Override
        public String words() {
            return "read column '" + column + "' as " + type.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Choose another value of a setting.
     *
     * @param value the value as text; empty if only the user can know it
     */
    record Choose(Setting setting, String value) implements Remedy {
        @Override
        public String words() {
            return value.isEmpty() ? "give " + setting.words() : "set " + setting.words() + " to " + value;
        }
    }

    /** Allow an existing file to be replaced. */
    record Replace() implements Remedy {
        @Override
        public String words() {
            return "allow it to be replaced";
        }
    }

    /** Go on from the state that a run has left. */
    record Resume() implements Remedy {
        @Override
        public String words() {
            return "go on from it";
        }
    }

    /**
     * An action that a program cannot take.
     *
     * @param action such as {@code fix the cell}
     */
    record ByHand(String action) implements Remedy {
        @Override
        public String words() {
            return action;
        }
    }

    /** A setting of the library, which each program names in its own way. */
    enum Setting {
        SCALING("the scaling"),
        CODE_SIZE("the code size k"),
        OBJECTIVE("the objective"),
        SAMPLES("samples"),
        COLUMN_TYPES("the types of columns"),
        LEFT_OUT("the columns to leave out"),
        HEADER("the header"),
        DELIMITER("the delimiter"),
        DECIMAL("the decimal mark"),
        ENCODING("the encoding"),
        IMAGE_SIZE("the size of images"),
        IMAGE_COLOUR("the colour of images"),
        IMAGE_BACKGROUND("the background of images"),
        MISSING_MARKER("the text of missing cells"),
        LABEL_COLUMN("the label column"),
        LABEL_KIND("the kind of labels"),
        POSITIVE_LABEL("the label of the odd rows"),
        LABELS_PER_CLASS("the number of labels of each class"),
        LABEL_CURVE("the label-efficiency curve"),
        FILL_METHOD("the way to fill"),
        MODEL("the model"),
        OUTPUT_FOLDER("the folder of results");

        private final String words;

        Setting(String words) {
            this.words = words;
        }

        /** The setting in words, with an article. */
        public String words() {
            return words;
        }
    }

    static Remedy leaveOut(String... columns) {
        return new LeaveOut(List.of(columns));
    }

    /** Declare a text to mean a missing cell of one column. */
    static Remedy declareMissing(String column, String text) {
        return new DeclareMissing(column, text);
    }

    static Remedy choose(Setting setting, Object value) {
        return new Choose(setting, value.toString());
    }

    static Remedy byHand(String action) {
        return new ByHand(action);
    }

    /**
     * A problem and how to fix it, such as {@code the file exists; allow it to be replaced or choose another name}.
     *
     * @param words the wording of a remedy
     */
    static String sentence(String problem, List<Remedy> remedies, Function<Remedy, String> words) {
        if (remedies.isEmpty()) {
            return problem;
        }
        List<String> all = remedies.stream().map(words).toList();
        String last = all.getLast();
        return problem + "; "
                + switch (all.size()) {
                    case 1 -> last;
                    case 2 -> all.getFirst() + " or " + shortened(last, all.getFirst());
                    default -> String.join(", ", all.subList(0, all.size() - 1)) + ", or " + last;
                };
    }

    /** What comes after the same "... with", which need not be said again. */
    private static String shortened(String words, String before) {
        String with = " with ";
        int end = before.indexOf(with) + with.length();
        boolean same = before.contains(with) && words.startsWith(before.substring(0, end));
        return same ? words.substring(end) : words;
    }
}
