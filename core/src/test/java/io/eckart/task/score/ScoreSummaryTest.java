package io.eckart.task.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.FloatMatrix;
import io.eckart.task.RowScores;
import io.eckart.task.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScoreSummaryTest {
    private static final int ROWS = 40;

    private static RowScores chunk(SplittableRandom random) {
        float[] cells = new float[2 * ROWS];
        double[] errors = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            cells[2 * i] = (float) random.nextDouble();
            cells[2 * i + 1] = i == 5 ? Float.NaN : (float) random.nextDouble();
            errors[i] = cells[2 * i] + (i == 5 ? 0.0 : cells[2 * i + 1]);
        }
        double[] none = new double[ROWS];
        return new RowScores(new Scores(errors, errors, new FloatMatrix(ROWS, 2, cells)), none, none, none);
    }

    @Test
    void theLargestScoresOverAllChunksComeFirstWithTheirFeatures() {
        SplittableRandom random = new SplittableRandom(8);
        ScoreSummary summary = new ScoreSummary(RowScore.ERROR, List.of("a", "b"));
        RowScores first = chunk(random);
        RowScores second = chunk(random);
        summary.add(first);
        summary.add(second);
        ScoreSummary.Spread spread = summary.spread();
        double[] all = new double[2 * ROWS];
        System.arraycopy(first.errors().errors(), 0, all, 0, ROWS);
        System.arraycopy(second.errors().errors(), 0, all, ROWS, ROWS);
        assertThat(spread.rows()).isEqualTo(2 * ROWS);
        assertThat(spread.histogram().values()).isEqualTo(2 * ROWS);
        double[] sorted = Arrays.stream(all).sorted().toArray();
        assertThat(spread.oddRows()).hasSize(20);
        for (int r = 0; r < 20; r++) {
            ScoreSummary.OddRow row = spread.oddRows().get(r);
            assertThat(row.score()).isEqualTo(sorted[sorted.length - 1 - r]);
            assertThat(all[(int) row.row() - 1]).isEqualTo(row.score());
            assertThat(row.features().getFirst().error())
                    .isGreaterThanOrEqualTo(row.features().getLast().error());
            assertThat(row.features().stream()
                            .mapToDouble(ScoreSummary.Feature::share)
                            .sum())
                    .isCloseTo(1, within(1e-6)); // cells are float32
        }
    }

    @Test
    void rowsWithoutAScoreAreCountedAndNoMore() {
        double[] unknown = {Double.NaN};
        ScoreSummary summary = new ScoreSummary(RowScore.ERROR, List.of("a"));
        summary.add(new RowScores(
                new Scores(unknown, unknown, new FloatMatrix(1, 1, new float[] {Float.NaN})),
                unknown,
                unknown,
                unknown));
        ScoreSummary.Spread spread = summary.spread();
        assertThat(spread.rows()).isEqualTo(1);
        assertThat(spread.oddRows()).isEmpty();
    }

    @Test
    void aRowNamesItsFiveWorstFeaturesAndNoUnobservedOne() {
        float[] cells = {1, 6, Float.NaN, 3, 2, 5, 4, 0, 0, 0, 0, 0, 0, 0};
        double[] errors = {21, 0};
        double[] perCell = {3.5, 0};
        ScoreSummary summary = new ScoreSummary(RowScore.ERROR, List.of("a", "b", "c", "d", "e", "f", "g"));
        summary.add(
                new RowScores(new Scores(errors, perCell, new FloatMatrix(2, 7, cells)), perCell, perCell, perCell));
        List<ScoreSummary.OddRow> rows = summary.spread().oddRows();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().errorPerCell()).isEqualTo(3.5);
        assertThat(rows.getFirst().features())
                .extracting(ScoreSummary.Feature::name)
                .containsExactly("b", "f", "g", "d", "e");
        assertThat(rows.getFirst().features().getFirst().share()).isEqualTo(6 / 21.0);
        assertThat(rows.getLast().features())
                .allSatisfy(feature -> assertThat(feature.share()).isZero());
    }

    @Test
    void anInfiniteScoreIsNotShownAndTheFirstOfEqualRowsStay() {
        double[] errors = new double[30];
        Arrays.fill(errors, 1);
        errors[0] = Double.POSITIVE_INFINITY;
        ScoreSummary summary = new ScoreSummary(RowScore.ERROR, List.of("a"));
        summary.add(new RowScores(new Scores(errors, errors, FloatMatrix.zeros(30, 1)), errors, errors, errors));
        assertThat(summary.spread().oddRows())
                .hasSize(20)
                .allSatisfy(row -> assertThat(row.row()).isBetween(2L, 21L));
    }
}
