package io.eckart.data.format;

import io.eckart.data.DataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The column names of a file and their positions; the error for an unknown name suggests the most similar one. */
public final class ColumnNames {
    private static final int LISTED = 20;

    private final InputFile file;
    private final List<String> names;
    private final Map<String, Integer> positions = new HashMap<>();

    public ColumnNames(InputFile file, List<String> names) {
        this.file = file;
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            positions.put(names.get(i), i);
        }
    }

    /** The names c1 to cd of columns without a header. */
    public static List<String> numbered(int columns) {
        List<String> names = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
            names.add("c" + i);
        }
        return names;
    }

    /** The position of a name, -1 if there is no such column. */
    public int indexOf(String name) {
        return positions.getOrDefault(name, -1);
    }

    public String get(int position) {
        return names.get(position);
    }

    /**
     * Checks that there is a column with this name.
     *
     * @param role the purpose of the name, such as {@code named as the label}
     * @throws DataException if there is none; it lists the columns and suggests the most similar name
     */
    public void require(String name, String role) {
        if (indexOf(name) < 0) {
            throw file.error("there is no column '" + name + "' (" + role + ")" + nearest(name) + " The columns are: "
                    + listed(names));
        }
    }

    public DataException labelIsFeature(String name) {
        return file.columnError(name, "is a feature of the model and cannot be the label");
    }

    public DataException missing(List<String> absent) {
        return file.error("the model needs the column" + (absent.size() == 1 ? " " : "s ") + listed(absent)
                + ", which the file does not have. The columns of the file are: " + listed(names));
    }

    private String nearest(String name) {
        return nearest(names, name)
                .map(other -> "; did you mean '" + other + "'?")
                .orElse(".");
    }

    /** The name that is most like another one; empty if none is like it. */
    public static Optional<String> nearest(List<String> names, String name) {
        return names.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .filter(other -> distance(name, other) <= Math.max(1, name.length() / 3));
    }

    /** At most 20 names, and the number of others. */
    public static String listed(List<String> names) {
        String shown = names.stream().limit(LISTED).map(n -> "'" + n + "'").collect(Collectors.joining(", "));
        return names.size() > LISTED ? shown + " and " + (names.size() - LISTED) + " more" : shown;
    }

    /** The edit distance of Levenshtein, ignoring case. */
    public static int distance(String a, String b) {
        String x = a.toLowerCase(Locale.ROOT);
        String y = b.toLowerCase(Locale.ROOT);
        int[] previous = new int[y.length() + 1];
        Arrays.setAll(previous, j -> j);
        for (int i = 1; i <= x.length(); i++) {
            int[] row = new int[y.length() + 1];
            row[0] = i;
            for (int j = 1; j <= y.length(); j++) {
                int changed = previous[j - 1] + (x.charAt(i - 1) == y.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(previous[j], row[j - 1]));
            }
            previous = row;
        }
        return previous[y.length()];
    }
}
