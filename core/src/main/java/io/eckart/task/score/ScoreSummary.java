package io.eckart.task.score;

import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.Histogram;
import io.eckart.task.RowScores;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Collects what is to say of scored rows, chunk by chunk: the oddest of them and those above a threshold, and the distribution of their
 * scores. Not thread-safe.
 */
public final class ScoreSummary {
    private final RowScore score;
    private final Optional<Threshold> threshold;
    private final OddRows odd;
    private final boolean isDistributed;
    private final DoubleStream.Builder values = DoubleStream.builder();
    private long rows;
    private long flagged;

    /**
     * Nothing is counted yet.
     *
     * @param fitted a model that reconstructs
     * @param threshold above which rows count as odd; its score is looked at, else the sum, or the error where the model has no sum
     * @param isDistributed whether the distribution is wanted, for which all scores are kept
     */
    public ScoreSummary(FittedModel<?> fitted, Optional<Threshold> threshold, boolean isDistributed) {
        RowScorer scorer = RowScorer.of(fitted);
        RowScore principal = scorer.available().contains(RowScore.SUM) ? RowScore.SUM : RowScore.ERROR;
        this.score = threshold.map(Threshold::score).orElse(principal);
        this.threshold = threshold;
        this.odd = new OddRows(score, threshold, new OddParts(fitted, scorer, score), OddRows.MOST);
        this.isDistributed = isDistributed;
    }

    /**
     * Counts the next rows.
     *
     * @param features of the same rows
     * @param scores by the scorer of the model
     */
    public void add(Table table, FloatMatrix features, RowScores scores, Workers workers) {
        odd.add(new ScoredChunk(rows + 1, table, features, scores), workers);
        for (int i = 0; i < table.rows(); i++) {
            if (threshold.isPresent() && threshold.get().flag(scores, i) == 1) {
                flagged++;
            }
            if (isDistributed) {
                values.add(scores.of(score)[i]);
            }
        }
        rows += table.rows();
    }

    /**
     * What was found in the rows so far; may be called once.
     *
     * @param source the same rows, for the cells that tell them apart
     * @param kept columns with such cells
     * @throws io.eckart.data.DataException as {@link TableSource#texts}
     */
    public ScoreFindings findings(TableSource source, List<String> kept) {
        return new ScoreFindings(
                score,
                rows,
                Histogram.of(values.build().toArray()),
                kept,
                odd.rows(source, kept),
                threshold,
                flagged,
                Map.of());
    }
}
