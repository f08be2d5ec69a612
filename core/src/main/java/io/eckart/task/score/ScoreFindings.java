package io.eckart.task.score;

import io.eckart.model.fitted.RowScore;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The findings of scoring rows.
 *
 * @param spread distribution of the scores
 * @param threshold above which a row counts as odd, if any
 * @param odd the number of rows above it
 * @param areasUnderRoc the area under the ROC curve of each score, by labels; empty without labels
 */
public record ScoreFindings(
        ScoreSummary.Spread spread, Optional<Threshold> threshold, long odd, Map<RowScore, Double> areasUnderRoc) {
    public ScoreFindings {
        Map<RowScore, Double> ordered = new EnumMap<>(RowScore.class);
        ordered.putAll(areasUnderRoc);
        areasUnderRoc = Collections.unmodifiableMap(ordered);
    }

    /** Scores without threshold and labels. */
    public static ScoreFindings of(ScoreSummary.Spread spread) {
        return new ScoreFindings(spread, Optional.empty(), 0, Map.of());
    }
}
