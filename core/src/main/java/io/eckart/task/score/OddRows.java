package io.eckart.task.score;

import io.eckart.data.TableSource;
import io.eckart.data.sampling.RowTexts;
import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.Workers;
import io.eckart.task.RowScores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The rows with the largest scores among all that pass by, and those above a threshold, in bounded memory. Of rows with equal scores the
 * first stay.
 */
final class OddRows {
    static final int SHOWN = 20;
    /** Bounds the size of a page. */
    static final int MOST = 5000;

    private final RowScore score;
    private final double threshold;
    private final OddParts parts;
    private final int most;
    private final PriorityQueue<OddRow> largest = new PriorityQueue<>(
            Comparator.comparingDouble(OddRow::score).thenComparing(OddRow::row, Comparator.reverseOrder()));

    OddRows(RowScore score, Optional<Threshold> threshold, OddParts parts, int most) {
        this.score = score;
        this.threshold = threshold.map(Threshold::value).orElse(Double.POSITIVE_INFINITY);
        this.parts = parts;
        this.most = most;
    }

    void add(ScoredChunk chunk, Workers workers) {
        int[] rows = entering(chunk.scores());
        if (rows.length == 0) {
            return;
        }
        for (OddRow row : parts.describe(chunk, rows, workers)) {
            largest.add(row);
            if (largest.size() > most || (largest.size() > SHOWN && !isFlagged(largest.element()))) {
                largest.remove();
            }
        }
    }

    private boolean isFlagged(OddRow row) {
        return row.score() > threshold;
    }

    /** The rows of a chunk that are among the largest so far: those flagged, and as many others as are shown. */
    private int[] entering(RowScores scores) {
        double[] values = scores.of(score);
        double least = largest.size() < SHOWN
                ? Double.NEGATIVE_INFINITY
                : largest.element().score();
        boolean full = largest.size() == most;
        int[] larger = IntStream.range(0, values.length)
                .filter(i -> Double.isFinite(values[i]))
                .filter(i -> values[i] > least || (values[i] > threshold && !full))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return IntStream.range(0, Math.min(larger.length, most))
                .filter(place -> place < SHOWN || values[larger[place]] > threshold)
                .map(place -> larger[place])
                .toArray();
    }

    /** The largest scores first, with their cells of the kept columns. */
    List<OddRow> rows(TableSource source, List<String> kept) {
        Map<Long, List<String>> texts =
                RowTexts.of(source, kept, largest.stream().mapToLong(OddRow::row));
        List<OddRow> rows = new ArrayList<>(largest);
        rows.sort(largest.comparator().reversed());
        return rows.stream()
                .map(row -> row.with(texts.getOrDefault(row.row(), List.of()), isFlagged(row)))
                .toList();
    }
}
