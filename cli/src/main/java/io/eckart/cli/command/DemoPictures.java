package io.eckart.cli.command;

import io.eckart.data.Table;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.report.result.DemoFindings;
import io.eckart.task.RowExamples;
import io.eckart.task.Scores;
import io.eckart.task.explore.Exploration;
import io.eckart.task.score.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Gathers what the page of the demonstration draws. */
final class DemoPictures {
    private static final int SUSPECTS = 30;

    private DemoPictures() {}

    /**
     * @param scores of the sensor rows
     * @param broken which of them were broken
     * @param rows the drawings as features
     * @param clusters of the drawings
     */
    static DemoFindings.Pictures of(
            double[] scores,
            boolean[] broken,
            Table drawings,
            FloatMatrix rows,
            FittedModel<Pca> fitted,
            int[] clusters,
            Workers workers) {
        List<DemoFindings.Suspect> suspects = IntStream.of(Ranking.largest(scores, Math.min(SUSPECTS, scores.length)))
                .mapToObj(i -> new DemoFindings.Suspect(i + 1L, scores[i], broken[i] ? "broken" : "intact"))
                .toList();
        FloatMatrix codes = fitted.model().encode(rows, workers);
        double[] errors = Scores.of(rows, fitted.model(), workers).errorsPerCell();
        List<Exploration.Point> points = new ArrayList<>();
        for (int i = 0; i < rows.rows(); i++) {
            points.add(new Exploration.Point(
                    i + 1L, codes.get(i, 0), codes.get(i, 1), drawings.label(i), clusters[i], errors[i]));
        }
        List<RowExamples.View> views = List.of(
                new RowExamples.View("the drawing", drawings),
                new RowExamples.View("what 32 numbers give back", fitted.reconstruct(drawings)));
        return new DemoFindings.Pictures(
                suspects, points, RowExamples.of(rows.rows(), RowExamples.allRows(drawings), views));
    }
}
