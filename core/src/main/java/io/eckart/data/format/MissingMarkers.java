package io.eckart.data.format;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The texts that mean a missing cell. In every column these are the empty cell, {@code ?}, {@code NaN}, {@code <NA>},
 * {@code #N/A} and the texts of the user. Words such as {@code NA}, {@code None} and {@code null} mean it only in columns of numbers
 * and of yes and no: elsewhere they may be a class or a name.
 */
public final class MissingMarkers {
    private static final Set<String> EVERYWHERE = Set.of("#N/A", "<NA>", "?", "NaN", "nan");

    private static final Set<String> IN_NUMBERS = Set.of(
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "N/A",
            "\\N",
            "NA",
            "NAN",
            "NONE",
            "NULL",
            "None",
            "Null",
            "n/a",
            "na",
            "none",
            "null");

    private final ReadOptions.Missing options;
    private final ColumnMarkers common;
    private final Map<String, ColumnMarkers> single = new HashMap<>();

    public MissingMarkers(ReadOptions.Missing options) {
        this.options = options;
        this.common = markers(options.texts());
        options.inColumns().forEach((column, texts) -> {
            Set<String> all = new TreeSet<>(texts);
            all.addAll(options.texts());
            single.put(column, markers(all));
        });
    }

    private ColumnMarkers markers(Set<String> own) {
        return options.common()
                ? new ColumnMarkers(own, EVERYWHERE, IN_NUMBERS)
                : new ColumnMarkers(own, Set.of(), Set.of());
    }

    /** Whether a text means a missing cell in any case. */
    public boolean isCommon(String text) {
        return options.common() && EVERYWHERE.contains(text);
    }

    /** Those of a column. */
    public ColumnMarkers in(String column) {
        return single.getOrDefault(column, common);
    }

    /** Those of columns without markers of their own. */
    public ColumnMarkers everywhere() {
        return common;
    }
}
