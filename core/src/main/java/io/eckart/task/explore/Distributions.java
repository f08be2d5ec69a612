package io.eckart.task.explore;

import io.eckart.data.ColumnSummary;
import io.eckart.data.ColumnType;
import io.eckart.data.Table;
import io.eckart.data.TableProfile;
import io.eckart.data.TableSource;
import io.eckart.task.Histogram;
import io.eckart.task.HistogramBins;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The distribution of each column, in one more pass over all rows, with the ranges that the first one found. Memory is bounded: where
 * a column has more different numbers than fit, their number is estimated, and quartiles are those of a sample.
 */
final class Distributions {
    private static final int MOST_BINS = 24;
    private static final int MOST_COLUMNS = 1000;
    /** Different values that are kept, of all columns together. */
    private static final int KEPT_VALUES = 1 << 20;

    private static final int MOST_KEPT = 1 << 15;

    private final TableProfile profile;
    private final Table sample;
    private final List<@Nullable Numbers> columns = new ArrayList<>();

    /** What is counted of a column of numbers. */
    private record Numbers(HistogramBins bins, DistinctValues values) {
        void add(double cell) {
            bins.add(cell);
            values.add(cell);
        }
    }

    private Distributions(TableProfile profile, Table sample) {
        this.profile = profile;
        this.sample = sample;
        int count = Math.min(MOST_COLUMNS, profile.columns().size());
        for (int j = 0; j < count; j++) {
            columns.add(numbers(j, Math.min(MOST_KEPT, KEPT_VALUES / count)));
        }
    }

    /**
     * The distributions of the first {@value #MOST_COLUMNS} feature columns, in their order.
     *
     * @param profile of the same source
     * @param sample some of its rows
     */
    static List<ColumnDistribution> of(TableSource source, TableProfile profile, Table sample) {
        Distributions counted = new Distributions(profile, sample);
        source.forEachChunk(counted::add);
        return IntStream.range(0, counted.columns.size())
                .mapToObj(counted::distribution)
                .toList();
    }

    /** Null for a column without numbers. */
    private @Nullable Numbers numbers(int j, int kept) {
        ColumnSummary summary = profile.columns().get(j);
        if (summary.type() != ColumnType.NUMBER || summary.observed() == 0) {
            return null;
        }
        int most = Histogram.binsFor(summary.observed(), MOST_BINS);
        HistogramBins bins =
                new HistogramBins(summary.min(), summary.max(), Histogram.areWhole(cells(sample, j)), most);
        return new Numbers(bins, new DistinctValues(kept));
    }

    private static double[] cells(Table table, int j) {
        return IntStream.range(0, table.rows())
                .mapToDouble(i -> table.cell(i, j))
                .toArray();
    }

    private void add(Table chunk) {
        for (int j = 0; j < columns.size(); j++) {
            Numbers column = columns.get(j);
            for (int i = 0; column != null && i < chunk.rows(); i++) {
                column.add(chunk.cell(i, j));
            }
        }
    }

    private ColumnDistribution distribution(int j) {
        Numbers column = columns.get(j);
        ColumnSummary summary = profile.columns().get(j);
        double missing = (double) summary.missing() / profile.rows();
        if (column == null) {
            long levels = summary.levels().values().stream()
                    .filter(count -> count > 0)
                    .count();
            return new ColumnDistribution(
                    missing, levels, true, Double.NaN, Double.NaN, Double.NaN, 0, Histogram.EMPTY);
        }
        boolean exact = column.values().isExact();
        SortedCounts cells = exact ? column.values().sorted() : SortedCounts.of(cells(sample, j));
        return new ColumnDistribution(
                missing,
                column.values().distinct(),
                exact,
                cells.quantile(0.25),
                cells.quantile(0.5),
                cells.quantile(0.75),
                cells.count(),
                column.bins().histogram());
    }
}
