package io.eckart.task.score;

import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.FloatMatrix;
import io.eckart.task.Histogram;
import io.eckart.task.RowScores;
import io.eckart.task.Scores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Collects the distribution of scores chunk by chunk, and the rows with the largest ones with the features that cause them. Not
 * thread-safe. */
public final class ScoreSummary {
    private static final int SHOWN_ROWS = 20;
    private static final int SHOWN_FEATURES = 5;

    private final RowScore score;
    private final List<String> features;
    private final DoubleStream.Builder values = DoubleStream.builder();
    private final PriorityQueue<OddRow> largest = new PriorityQueue<>(Comparator.comparingDouble(OddRow::score));
    private long rows;

    /**
     * A row with a large score.
     *
     * @param row its number in the file, from 1
     * @param score the score rows are ordered by
     * @param errorPerCell its squared error per observed cell
     * @param features those with the largest squared errors, the largest first
     */
    public record OddRow(long row, double score, double errorPerCell, List<Feature> features) {}

    /**
     * A feature of such a row.
     *
     * @param error its squared error
     * @param share of the row's squared error, in [0, 1]
     */
    public record Feature(String name, double error, double share) {}

    /**
     * The distribution of a score.
     *
     * @param score what rows are ordered by
     * @param rows the number of rows
     * @param histogram of the score
     * @param oddRows the largest scores first
     */
    public record Spread(String score, long rows, Histogram histogram, List<OddRow> oddRows) {}

    /**
     * Nothing is counted yet.
     *
     * @param score what rows are ordered by
     * @param features the names of the features
     */
    public ScoreSummary(RowScore score, List<String> features) {
        this.score = score;
        this.features = List.copyOf(features);
    }

    /** Counts the next rows. */
    public void add(RowScores scores) {
        double[] added = scores.of(score);
        for (int i = 0; i < added.length; i++) {
            rows++;
            values.add(added[i]);
            boolean isLarge =
                    largest.size() < SHOWN_ROWS || added[i] > largest.peek().score();
            if (Double.isFinite(added[i]) && isLarge) {
                largest.add(
                        new OddRow(rows, added[i], scores.errors().errorsPerCell()[i], features(scores.errors(), i)));
                if (largest.size() > SHOWN_ROWS) {
                    largest.remove();
                }
            }
        }
    }

    private List<Feature> features(Scores errors, int row) {
        FloatMatrix cells = errors.cellErrors();
        double total = errors.errors()[row];
        return IntStream.range(0, cells.columns())
                .filter(j -> !Float.isNaN(cells.get(row, j)))
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -cells.get(row, j)))
                .limit(SHOWN_FEATURES)
                .map(j -> new Feature(features.get(j), cells.get(row, j), total == 0 ? 0 : cells.get(row, j) / total))
                .toList();
    }

    /** The summary of the rows so far; may be called once. */
    public Spread spread() {
        List<OddRow> odd = new ArrayList<>(largest);
        odd.sort(Comparator.comparingDouble(OddRow::score).reversed());
        return new Spread(score.label(), rows, Histogram.of(values.build().toArray()), odd);
    }
}
