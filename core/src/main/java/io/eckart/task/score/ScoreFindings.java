package io.eckart.task.score;

import io.eckart.model.fitted.RowScore;
import io.eckart.task.Histogram;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The findings of scoring rows.
 *
 * @param score what rows are ordered by
 * @param rows the number of rows
 * @param histogram of the score; empty where it was not wanted
 * @param kept the columns whose cells the odd rows have
 * @param oddRows the largest scores first: at least 20 where there are so many, and all above the threshold up to 5,000
 * @param threshold above which a row counts as odd, if any
 * @param odd the number of rows above it
 * @param areasUnderRoc the area under the ROC curve of each score, by labels; empty without labels
 */
public record ScoreFindings(
        RowScore score,
        long rows,
        Histogram histogram,
        List<String> kept,
        List<OddRow> oddRows,
        Optional<Threshold> threshold,
        long odd,
        Map<RowScore, Double> areasUnderRoc) {
    public ScoreFindings {
        kept = List.copyOf(kept);
        oddRows = List.copyOf(oddRows);
        Map<RowScore, Double> ordered = new EnumMap<>(RowScore.class);
        ordered.putAll(areasUnderRoc);
        areasUnderRoc = Collections.unmodifiableMap(ordered);
    }

    /** The same with the areas under the ROC curve. */
    public ScoreFindings withAreasUnderRoc(Map<RowScore, Double> areas) {
        return new ScoreFindings(score, rows, histogram, kept, oddRows, threshold, odd, areas);
    }

    /** The first of the odd rows, for those who want to see a few. */
    public List<OddRow> oddest(int most) {
        return oddRows.subList(0, Math.min(most, oddRows.size()));
    }
}
