package io.eckart.data.format.csv;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.csv.column.TextCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects the levels of new data that a model does not know, so that one message can name them all. */
final class UnknownLevels {
    private static final int MOST = 1000;

    private final Map<Column, TextCounts> unknown = new LinkedHashMap<>();

    void add(long row, Column column, char[] buffer, int from, int to) {
        if (unknown.size() < MOST || unknown.containsKey(column)) {
            unknown.computeIfAbsent(column, c -> new TextCounts()).add(row, buffer, from, to);
        }
    }

    boolean isEmpty() {
        return unknown.isEmpty();
    }

    /** The error that names every level, and for each the nearest one that is known. */
    DataException error(InputFile file) {
        Map.Entry<Column, TextCounts> first = unknown.entrySet().iterator().next();
        List<Remedy> remedies = new ArrayList<>(List.of(Remedy.byHand("fix the cells")));
        unknown.forEach((column, texts) ->
                texts.counts().keySet().forEach(text -> remedies.add(Remedy.declareMissing(column.name(), text))));
        String problem = unknown.entrySet().stream()
                .map(e -> described(e.getKey(), e.getValue(), e.getKey().equals(first.getKey())))
                .collect(Collectors.joining("; "));
        return file.error(
                first.getValue().firstRow(),
                first.getKey().name(),
                problem,
                remedies.size() > 3 ? remedies.subList(0, 3).toArray(Remedy[]::new) : remedies.toArray(Remedy[]::new));
    }

    private static String described(Column column, TextCounts texts, boolean first) {
        String named = texts.counts().keySet().stream()
                .map(text -> "'" + text + "'" + nearest(column, text))
                .collect(Collectors.joining(", "));
        boolean one = texts.counts().size() == 1;
        return (first ? "" : "column '" + column.name() + "': ")
                + named
                + (one ? " is not one of the known levels " : " are not among the known levels ")
                + ColumnNames.listed(column.levels());
    }

    private static String nearest(Column column, String text) {
        return ColumnNames.nearest(column.levels(), text)
                .map(level -> " (did you mean '" + level + "'?)")
                .orElse("");
    }
}
