package io.eckart.data;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A summary of a table, computed in one pass over all rows.
 *
 * @param rows n
 * @param columns one for each feature column
 * @param incompleteRows number of rows with a missing cell
 * @param patterns which columns are missing together, the most frequent first, at most {@value #MOST_PATTERNS}
 */
public record TableProfile(long rows, List<ColumnSummary> columns, long incompleteRows, List<MissingPattern> patterns) {
    private static final int MOST_PATTERNS = 10;
    /** After this number of different patterns, new ones are not counted: none of them is frequent. */
    private static final int COUNTED_PATTERNS = 10_000;

    /** Columns that are missing together, all others being observed, and the number of such rows. */
    public record MissingPattern(List<String> columns, long rows) {}

    public TableProfile {
        columns = List.copyOf(columns);
        patterns = List.copyOf(patterns);
    }

    /**
     * Summarises a table in one pass.
     *
     * @throws DataException if there are no rows or no feature columns, or the data cannot be read
     */
    public static TableProfile of(TableSource source) {
        Counts counts = new Counts(source.schema().features());
        source.forEachChunk(counts::add);
        if (counts.rows == 0 || counts.columns.isEmpty()) {
            throw new DataException(
                    Place.of(source.name()), "there are no " + (counts.rows == 0 ? "rows" : "feature columns"));
        }
        return counts.profile();
    }

    private static final class Counts {
        private final List<Column> columns;
        private final ColumnStatistics statistics;
        private final long[][] levels;
        private final Map<BitSet, Long> patterns = new LinkedHashMap<>();
        private long rows;
        private long incomplete;

        Counts(List<Column> columns) {
            this.columns = columns;
            this.statistics = new ColumnStatistics(columns.size());
            this.levels = columns.stream()
                    .map(column -> new long[column.levels().size()])
                    .toArray(long[][]::new);
        }

        void add(Table chunk) {
            statistics.add(chunk);
            for (int i = 0; i < chunk.rows(); i++) {
                BitSet missing = new BitSet();
                for (int j = 0; j < columns.size(); j++) {
                    if (chunk.isMissing(i, j)) {
                        missing.set(j);
                    } else if (levels[j].length > 0) {
                        levels[j][(int) chunk.cell(i, j)]++;
                    }
                }
                rows++;
                if (!missing.isEmpty()) {
                    incomplete++;
                    if (patterns.size() < COUNTED_PATTERNS || patterns.containsKey(missing)) {
                        patterns.merge(missing, 1L, Long::sum);
                    }
                }
            }
        }

        TableProfile profile() {
            List<ColumnSummary> summaries = new ArrayList<>();
            for (int j = 0; j < columns.size(); j++) {
                summaries.add(summary(j));
            }
            List<MissingPattern> commonest = patterns.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                    .limit(MOST_PATTERNS)
                    .map(entry -> new MissingPattern(
                            entry.getKey().stream()
                                    .mapToObj(j -> columns.get(j).name())
                                    .toList(),
                            entry.getValue()))
                    .toList();
            return new TableProfile(rows, summaries, incomplete, commonest);
        }

        private ColumnSummary summary(int j) {
            Column column = columns.get(j);
            long observed = statistics.observed(j);
            boolean averages = column.type() != ColumnType.CATEGORY && observed > 0;
            boolean number = column.type() == ColumnType.NUMBER && observed > 0;
            Map<String, Long> counts = new LinkedHashMap<>();
            for (int level = 0; level < levels[j].length; level++) {
                counts.put(column.levels().get(level), levels[j][level]);
            }
            return new ColumnSummary(
                    column.name(),
                    column.type(),
                    observed,
                    rows - observed,
                    averages ? statistics.mean(j) : Double.NaN,
                    averages ? statistics.standardDeviation(j) : Double.NaN,
                    number ? statistics.min(j) : Double.NaN,
                    number ? statistics.min(j) + statistics.range(j) : Double.NaN,
                    counts);
        }
    }
}
