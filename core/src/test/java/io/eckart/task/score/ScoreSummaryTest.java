package io.eckart.task.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.RowScores;
import io.eckart.task.Scores;
import io.eckart.task.fit.Fit;
import io.eckart.training.PcaConfig;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScoreSummaryTest {
    private static final int ROWS = 300;
    private static final int BROKEN = 7;
    private static final int FAR = 11;
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(2).withScaling(Scaling.STANDARD);
    private static final Table TABLE = table();
    private static final FittedModel<Pca> FITTED =
            Fit.pca(TABLE, PcaConfig.components(2), OPTIONS).model();

    /** Price is a hundred times size, but for one row; another row has a size far beyond all others, and its price. */
    private static Table table() {
        SplittableRandom random = new SplittableRandom(8);
        double[] cells = new double[4 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            double size = i == FAR ? 90 : 50 + 5 * random.nextGaussian();
            cells[4 * i] = size;
            cells[4 * i + 1] = 100 * size + 20 * random.nextGaussian() + (i == BROKEN ? 2000 : 0);
            cells[4 * i + 2] = random.nextGaussian();
            cells[4 * i + 3] = i % 2;
        }
        Schema schema = Schema.of(List.of(
                Column.number("size"),
                Column.number("price"),
                Column.number("other"),
                Column.category("kind", List.of("old", "new"))));
        return new Table("houses", schema, ROWS, cells, null);
    }

    private static ScoreFindings findings(Optional<Threshold> threshold, int... chunks) {
        ScoreSummary summary = new ScoreSummary(FITTED, threshold, true);
        try (Workers workers = Workers.of(2)) {
            int from = 0;
            for (int size : chunks) {
                Table chunk = TABLE.select(IntStream.range(from, from + size).toArray());
                FloatMatrix features = FITTED.encoding().encode(chunk);
                summary.add(chunk, features, RowScorer.of(FITTED).score(features, workers), workers);
                from += size;
            }
        }
        return summary.findings(TABLE, List.of());
    }

    private static double[] scores() {
        try (Workers workers = Workers.of(2)) {
            return RowScorer.of(FITTED)
                    .score(FITTED.encoding().encode(TABLE), workers)
                    .of(RowScore.SUM);
        }
    }

    @Test
    void theLargestScoresOverAllChunksComeFirst() {
        double[] sorted = Arrays.stream(scores()).sorted().toArray();
        ScoreFindings found = findings(Optional.empty(), 100, 150, 50);
        assertThat(found.score()).isEqualTo(RowScore.SUM);
        assertThat(found.rows()).isEqualTo(ROWS);
        assertThat(found.histogram().values()).isEqualTo(ROWS);
        assertThat(found.oddRows()).hasSize(20).noneMatch(OddRow::flagged);
        for (int r = 0; r < 20; r++) {
            OddRow row = found.oddRows().get(r);
            assertThat(row.score()).isEqualTo(sorted[ROWS - 1 - r]);
            assertThat(scores()[(int) row.row() - 1]).isEqualTo(row.score());
        }
        assertThat(findings(Optional.empty(), ROWS)).isEqualTo(found);
    }

    @Test
    void everyRowAboveTheThresholdIsThere() {
        double[] scores = scores();
        ScoreFindings found = findings(Optional.of(new Threshold(RowScore.SUM, 0)), 100, 150, 50);
        long above = Arrays.stream(scores).filter(score -> score > 0).count();
        assertThat(above).isGreaterThan(100);
        assertThat(found.odd()).isEqualTo(above);
        assertThat(found.oddRows()).hasSize((int) above).allMatch(OddRow::flagged);
        assertThat(findings(Optional.of(new Threshold(RowScore.SUM, 2)), ROWS).oddRows())
                .hasSizeGreaterThanOrEqualTo(20)
                .allSatisfy(row -> assertThat(row.flagged()).isEqualTo(row.score() > 2));
    }

    @Test
    void whereTooManyAreFlaggedTheLargestStay() {
        OddParts parts = new OddParts(FITTED, RowScorer.of(FITTED), RowScore.SUM);
        OddRows rows = new OddRows(RowScore.SUM, Optional.of(new Threshold(RowScore.SUM, -9)), parts, 30);
        try (Workers workers = Workers.of(2)) {
            FloatMatrix features = FITTED.encoding().encode(TABLE);
            RowScores scores = RowScorer.of(FITTED).score(features, workers);
            rows.add(new ScoredChunk(1, TABLE, features, scores), workers);
            rows.add(new ScoredChunk(ROWS + 1, TABLE, features, scores), workers);
        }
        double[] sorted = Arrays.stream(scores()).sorted().toArray();
        List<OddRow> found = rows.rows(TABLE, List.of());
        assertThat(found).hasSize(30);
        for (int r = 0; r < 30; r++) {
            assertThat(found.get(r).score()).isEqualTo(sorted[ROWS - 1 - r / 2]);
        }
    }

    @Test
    void aRowThatBreaksACorrelationIsComparedWithItsReconstruction() {
        OddRow row = row(BROKEN + 1);
        assertThat(row.reason()).isEqualTo(OddRow.Reason.DOES_NOT_FIT);
        OddRow.Part part = row.columns().stream()
                .filter(p -> p.column().equals("price"))
                .findFirst()
                .orElseThrow();
        assertThat(part.value()).isEqualTo(TABLE.cell(BROKEN, 1));
        assertThat(part.expected()).isEqualTo(FITTED.reconstruct(TABLE).cell(BROKEN, 1));
        assertThat((Double) part.expected()).isLessThan(TABLE.cell(BROKEN, 1) - 500);
        assertThat(row.columns().stream().mapToDouble(OddRow.Part::share).sum()).isCloseTo(1, within(1e-9));
        assertThat(row.columns())
                .filteredOn(p -> p.column().equals("kind"))
                .allSatisfy(p -> assertThat(p.value()).isEqualTo("new"));
    }

    @Test
    void aRowThatIsFarOutIsComparedWithTheMean() {
        OddRow row = row(FAR + 1);
        assertThat(row.reason()).isEqualTo(OddRow.Reason.FAR_OUT);
        assertThat(row.columns().subList(0, 2))
                .extracting(OddRow.Part::column)
                .containsExactlyInAnyOrder("size", "price");
        double mean = IntStream.range(0, ROWS)
                .mapToDouble(i -> TABLE.cell(i, 0))
                .average()
                .orElseThrow();
        OddRow.Part size = row.columns().stream()
                .filter(part -> part.column().equals("size"))
                .findFirst()
                .orElseThrow();
        assertThat(size.value()).isEqualTo(90.0);
        assertThat((Double) size.expected()).isCloseTo(mean, within(1e-4)); // a float32 feature
    }

    /** Of raw columns, whose means are not 0 and whose deviations are not 1: squared errors, or squared distances in deviations. */
    @Test
    void sharesAreThoseOfTheSquares() {
        FittedModel<Pca> raw = Fit.pca(TABLE, PcaConfig.components(1), FitOptions.DEFAULT.withThreads(1))
                .model();
        try (Workers workers = Workers.of(1)) {
            FloatMatrix features = raw.encoding().encode(TABLE);
            FloatMatrix back = raw.model().reconstruct(features, workers);
            float[] means = raw.model().featureMeans();
            double[] deviations = raw.scores().orElseThrow().deviations();
            double[] errors = new double[4];
            double[] distances = new double[4];
            for (int j = 0; j < features.columns(); j++) {
                int column = raw.encoding().schema().featureColumns()[j];
                errors[column] += Math.pow((double) features.get(FAR, j) - back.get(FAR, j), 2);
                distances[column] += Math.pow(((double) features.get(FAR, j) - means[j]) / deviations[j], 2);
            }
            assertShares(part(raw, RowScore.ERROR, features, workers), errors);
            assertShares(part(raw, RowScore.MAHALANOBIS, features, workers), distances);
        }
    }

    private static OddRow part(FittedModel<Pca> fitted, RowScore score, FloatMatrix features, Workers workers) {
        RowScorer scorer = RowScorer.of(fitted);
        ScoredChunk chunk = new ScoredChunk(1, TABLE, features, scorer.score(features, workers));
        return new OddParts(fitted, scorer, score)
                .describe(chunk, new int[] {FAR}, workers)
                .getFirst();
    }

    private static void assertShares(OddRow row, double[] squares) {
        double total = Arrays.stream(squares).sum();
        List<String> names = List.of("size", "price", "other", "kind");
        int[] largestFirst = IntStream.range(0, 4)
                .boxed()
                .sorted(Comparator.comparingDouble(j -> -squares[j]))
                .mapToInt(j -> j)
                .toArray();
        for (int place = 0; place < row.columns().size(); place++) {
            OddRow.Part part = row.columns().get(place);
            assertThat(part.column()).isEqualTo(names.get(largestFirst[place]));
            // The same sums in the same order.
            assertThat(part.share()).isCloseTo(squares[largestFirst[place]] / total, within(1e-12));
        }
    }

    private static OddRow row(long number) {
        return findings(Optional.empty(), ROWS).oddRows().stream()
                .filter(row -> row.row() == number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void rowsWithoutAFiniteScoreAreCountedAndNoMoreAndTheFirstOfEqualRowsStay() {
        double[] sums = new double[ROWS];
        Arrays.fill(sums, 1);
        sums[0] = Double.POSITIVE_INFINITY;
        sums[1] = Double.NaN;
        FloatMatrix features = FITTED.encoding().encode(TABLE);
        RowScores scores =
                new RowScores(new Scores(sums, sums, FloatMatrix.zeros(ROWS, features.columns())), sums, sums, sums);
        ScoreSummary summary = new ScoreSummary(FITTED, Optional.empty(), false);
        try (Workers workers = Workers.of(1)) {
            summary.add(TABLE, features, scores, workers);
            summary.add(TABLE, features, scores, workers);
        }
        ScoreFindings found = summary.findings(TABLE, List.of());
        assertThat(found.rows()).isEqualTo(2 * ROWS);
        assertThat(found.histogram().values()).isZero();
        assertThat(found.oddRows())
                .extracting(OddRow::row)
                .containsExactlyElementsOf(LongStream.rangeClosed(3, 22).boxed().toList());
    }
}
