package io.eckart.study.demo;

import java.util.List;

/**
 * Broken rows among intact ones, ranked by two scores.
 *
 * @param rows n
 * @param broken rows broken on purpose
 * @param scores the reconstruction error of PCA first, then the control
 * @param faults what was broken in which way, and found by which score
 */
public record BrokenRows(int rows, int broken, List<Score> scores, List<FaultKind> faults) {

    public BrokenRows {
        scores = List.copyOf(scores);
        faults = List.copyOf(faults);
    }

    /**
     * A score.
     *
     * @param what in words
     * @param found broken rows among the rows of largest score, as many as are broken
     * @param auc area under the ROC curve: the probability that a broken row has a larger score than an intact one
     */
    public record Score(String what, int found, double auc) {}

    /**
     * A kind of fault.
     *
     * @param what in words
     * @param planted rows that have it
     * @param foundByError of them among the rows of largest reconstruction error, as many as are broken
     * @param foundByNorm likewise by the norm
     */
    public record FaultKind(String what, int planted, int foundByError, int foundByNorm) {}

    /**
     * A row by its place in the ranking of a score.
     *
     * @param place from 1
     * @param row its number, from 1
     * @param state {@code intact}, or what is broken
     */
    public record Suspect(int place, long row, double score, String state) {}
}
