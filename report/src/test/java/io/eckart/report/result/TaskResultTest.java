package io.eckart.report.result;

import static io.eckart.report.result.Samples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Table;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.report.Axis;
import io.eckart.report.HistogramChart;
import io.eckart.report.Json;
import io.eckart.report.Level;
import io.eckart.report.LineChart;
import io.eckart.report.PagePointers;
import io.eckart.report.ReportPage;
import io.eckart.task.FitOptions;
import io.eckart.task.clean.CleanedRows;
import io.eckart.task.clean.Denoiser;
import io.eckart.task.clean.ModelExamples;
import io.eckart.task.compare.ComparedModel;
import io.eckart.task.compare.Comparer;
import io.eckart.task.compare.Comparison;
import io.eckart.task.compare.ComparisonConfig;
import io.eckart.task.explore.Exploration;
import io.eckart.task.explore.Explorer;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillMethod;
import io.eckart.task.fill.FillPlan;
import io.eckart.task.fill.FillTally;
import io.eckart.task.fill.Filled;
import io.eckart.task.fit.Fit;
import io.eckart.task.label.CurveOptions;
import io.eckart.task.label.FineTune;
import io.eckart.task.label.FineTuneOptions;
import io.eckart.task.label.FineTuned;
import io.eckart.task.label.Label;
import io.eckart.task.label.LabelCurve;
import io.eckart.task.label.LabelMethod;
import io.eckart.task.label.LabelOptions;
import io.eckart.task.label.Labelled;
import io.eckart.task.score.OddRow;
import io.eckart.task.score.RowScorer;
import io.eckart.task.score.ScoreFindings;
import io.eckart.task.score.ScoreSummary;
import io.eckart.task.score.Threshold;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.PcaConfig;
import io.eckart.training.TrainingConfig;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of what jobs found has the numbers of their records, and their pages point into it. */
class TaskResultTest {
    private static final Table ROWS = Samples.groups(60);
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(1);

    private static FittedModel<Pca> pca() {
        return Fit.pca(ROWS, PcaConfig.components(2), OPTIONS).model();
    }

    @Test
    void fill() {
        Fill.Choice choice = Fill.auto(ROWS, new FillPlan(Optional.empty(), OptionalInt.of(1), false), OPTIONS);
        FillTally tally = new FillTally(choice.model(), Optional.of(choice.comparison()), ROWS.name());
        tally.add(ROWS, choice.model().fill(ROWS));
        Filled filled = tally.filled();
        JsonNode json = PagePointers.requireTargets(FillPage.of(filled, Optional.of(Path.of("out.csv")), ORIGIN));
        assertThat(json.path("written").asString()).isEqualTo("out.csv");
        assertThat(json.path("filled_cells").longValue()).isEqualTo(9);
        assertThat(json.at("/filled/length").longValue()).isEqualTo(9);
        assertThat(json.at("/filled/width").longValue()).isZero();
        assertThat(json.path("rows_without_observed_cell").longValue()).isZero();
        assertThat(json.path("way").asString())
                .isEqualTo(choice.comparison().winner().name());
        JsonNode alone = PagePointers.requireTargets(FillPage.of(choice.comparison(), ROWS.name(), ORIGIN));
        assertThat(json.path("comparison")).isEqualTo(alone);
        assertThat(alone.path("winner").asString())
                .isEqualTo(alone.at("/methods/0/method").asString())
                .isEqualTo(choice.comparison().winner().name());
        assertThat(alone.at("/methods/0/loss").doubleValue())
                .isEqualTo(choice.comparison().entries().getFirst().loss());
        JsonNode inMemory = PagePointers.requireTargets(FillPage.of(filled, Optional.empty(), ORIGIN));
        assertThat(inMemory.path("written").isNull()).isTrue();
    }

    @Test
    void aWayHasItsSettingsAlsoWhereItWasGiven() {
        FittedModel<?> model = Fill.with(ROWS, new FillMethod.Principal(2), OPTIONS);
        Filled filled = new FillTally(model, Optional.empty(), ROWS.name()).filled();
        assertThat(filled.way()).isEqualTo("pca, k = 2").isEqualTo(new FillMethod.Principal(2).name());
        assertThat(new FillTally(pca(), Optional.empty(), ROWS.name()).filled().way())
                .as("a model that was not fitted to fill")
                .isEqualTo("pca");
    }

    private static ScoreFindings scored(Optional<Threshold> threshold) {
        FittedModel<Pca> model = pca();
        ScoreSummary summary = new ScoreSummary(model, threshold, true);
        FloatMatrix features = model.encoding().encode(ROWS);
        try (Workers workers = Workers.of(1)) {
            summary.add(ROWS, features, RowScorer.of(model).score(features, workers), workers);
        }
        return summary.findings(ROWS, List.of());
    }

    @Test
    void score() {
        RowOutput output = new RowOutput(Path.of("scores.csv"), "scores", 60, 4, List.of());
        ScoreFindings found = scored(Optional.of(new Threshold(RowScore.SUM, 0)))
                .withAreasUnderRoc(Map.of(RowScore.SUM, 0.75, RowScore.ERROR, 0.5));
        ReportPage page = ScorePage.of(found, ROWS.name(), output, ORIGIN);
        JsonNode json = PagePointers.requireTargets(page);
        assertThat(json.propertyNames())
                .containsExactly(
                        "written",
                        "content",
                        "rows",
                        "columns",
                        "kept",
                        "ordered_by",
                        "threshold",
                        "area_under_roc",
                        "identifiers",
                        "oddest");
        assertThat(json.at("/threshold/value").doubleValue()).isZero();
        assertThat(json.at("/threshold/odd").longValue()).isEqualTo(found.odd()).isGreaterThan(20);
        assertThat(json.at("/area_under_roc/sum").doubleValue()).isEqualTo(0.75);
        OddRow oddest = found.oddRows().getFirst();
        assertThat(json.path("oddest").size()).isEqualTo(20);
        assertThat(json.at("/oddest/0/row").longValue()).isEqualTo(oddest.row());
        assertThat(json.at("/oddest/0/reason").asString()).isIn("does not fit", "far out");
        assertThat(json.at("/oddest/0/columns/0/column").asString())
                .isEqualTo(oddest.columns().getFirst().column());
        JsonNode data = JsonMapper.shared().readTree(page.data());
        assertThat(data.path("odd_rows")
                        .valueStream()
                        .filter(row -> row.path("flagged").booleanValue()))
                .as("all flagged rows are in the table")
                .hasSize((int) found.odd());
        JsonNode alone = PagePointers.requireTargets(ScorePage.of(
                scored(Optional.empty()), ROWS.name(), new RowOutput(null, "scores", 60, 4, List.of()), ORIGIN));
        assertThat(alone.has("threshold")).isFalse();
        assertThat(alone.path("oddest").size()).isEqualTo(20);
    }

    @Test
    void theThresholdIsInTheHistogram() {
        RowOutput output = new RowOutput(null, "scores", 60, 4, List.of());
        ScoreFindings found = scored(Optional.of(new Threshold(RowScore.SUM, 1.5)));
        HistogramChart chart = ScorePage.of(found, ROWS.name(), output, ORIGIN).sections().getFirst().blocks().stream()
                .filter(HistogramChart.class::isInstance)
                .map(HistogramChart.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(chart.places()).containsExactly(new Level("threshold", "/result/threshold/value"));
    }

    @Test
    void denoise() {
        CleanedRows cleaned = ModelExamples.cleaned(ROWS, new Denoiser(pca(), false));
        RowOutput output = new RowOutput(Path.of("clean.csv"), "clean rows", 60, 5, List.of());
        JsonNode json = PagePointers.requireTargets(DenoisePage.of(cleaned, ROWS.name(), output, ORIGIN));
        assertThat(json.path("written").asString()).isEqualTo("clean.csv");
        assertThat(json.path("columns").intValue()).isEqualTo(5);
    }

    @Test
    void label() {
        Labelled labelled = Label.hiding(ROWS, 5, LabelOptions.DEFAULT.withBudget(2), OPTIONS);
        CheckedRows rows = CheckedRows.of(
                labelled,
                ROWS,
                List.of("id"),
                Collections.nCopies(labelled.check().rows().size(), List.of("r")));
        JsonNode json =
                PagePointers.requireTargets(LabelPage.of(labelled, ROWS.name(), rows, Optional.empty(), ORIGIN));
        assertThat(json.path("labels").intValue()).isEqualTo(15);
        assertThat(json.at("/comparison/0/method").asString()).isEqualTo("constant");
        assertThat(json.at("/comparison/0/remark").asString()).isEqualTo("control");
        assertThat(json.path("classes").size()).isEqualTo(3);
        assertThat(json.at("/calibration/sentence").asString()).contains("not calibrated");
        assertThat(json.at("/rows_to_check/rows/0/kept/0").asString()).isEqualTo("r");
        assertThat(json.at("/rows_to_check/rows/0/cells").size())
                .isEqualTo(json.at("/rows_to_check/columns").size())
                .isPositive();
        assertThat(json.path("rows_labelled").intValue()).isEqualTo(45 - labelled.unknown());
        assertThat(json.path("error").doubleValue()).isEqualTo(labelled.error().orElseThrow());
        assertThat(json.has("written")).isFalse();
        assertThat(json.path("comparison").size())
                .isEqualTo(labelled.comparison().entries().size())
                .isPositive();
    }

    @Test
    void labelCurve() {
        CurveOptions asked =
                new CurveOptions(List.of(1, 3), 2, List.of(LabelMethod.of("softmax"), LabelMethod.of("spread")));
        LabelCurve curve = Label.curve(ROWS, asked, LabelOptions.DEFAULT, OPTIONS);
        JsonNode json = PagePointers.requireTargets(LabelPage.of(curve, ROWS.name(), ORIGIN));
        assertThat(json.path("points").size()).isEqualTo(curve.points().size()).isEqualTo(4);
        assertThat(json.at("/points/0/error").doubleValue())
                .isEqualTo(curve.points().getFirst().mean());
        assertThat(json.path("claim").asString()).isEqualTo(curve.claim());
    }

    @Test
    void fineTune() {
        AutoencoderConfig config = AutoencoderConfig.network(2).withTraining(TrainingConfig.DEFAULT.withEpochs(2));
        FittedModel<?> network = Fit.autoencoder(ROWS, config, OPTIONS).model();
        FineTuned tuned = FineTune.of(
                ROWS,
                network,
                FineTuneConfig.DEFAULT.withFrozenEpochs(2).withEpochs(3),
                FineTuneOptions.DEFAULT,
                OPTIONS);
        JsonNode json = PagePointers.requireTargets(FineTunePage.of(tuned, ORIGIN));
        assertThat(json.path("labels_are").asString()).isEqualTo("classes");
        assertThat(json.path("classes").valueStream().map(JsonNode::asString)).containsExactly("g0", "g1", "g2");
        assertThat(json.path("frozen_history").size()).isEqualTo(2);
        assertThat(json.path("history").size()).isEqualTo(3);
        assertThat(json.path("loss").doubleValue())
                .isEqualTo(tuned.run().whole().getLast().error());
        assertThat(json.at("/check/errors/0/error").doubleValue())
                .isEqualTo(tuned.check().orElseThrow().errors().getFirst().error());
    }

    @Test
    void explore() {
        Exploration found = Explorer.explore(ROWS, OPTIONS);
        JsonNode json = PagePointers.requireTargets(ExplorationPage.of(found, ORIGIN));
        assertThat(json.has("examples")).as("too long to print").isFalse();
        assertThat(Json.record(found).path("examples").path("rows").size()).isEqualTo(60);
        assertThat(json.at("/profile/rows").longValue()).isEqualTo(60);
        assertThat(json.at("/dimension/two_nearest").doubleValue())
                .isEqualTo(found.dimension().twoNearest());
        assertThat(json.path("pca_map").path("points").size()).isEqualTo(60);
        JsonNode length = json.at("/profile/columns/0");
        assertThat(length.path("type").asString()).isEqualTo("number");
        assertThat(length.path("median").doubleValue())
                .isEqualTo(found.distributions().getFirst().median());
        assertThat(length.path("unique").longValue()).isEqualTo(51);
        assertThat(length.at("/histogram/values").longValue()).isEqualTo(51);
        assertThat(json.at("/dimension_numbers/0/value").doubleValue())
                .isEqualTo(found.dimension().twoNearest());
        assertThat(json.path("groups").asString()).startsWith("Best k = ");
    }

    @Test
    void compare() {
        ComparisonConfig config = ComparisonConfig.DEFAULT
                .withModels(List.of(ComparedModel.KMEANS))
                .withCodeSizes(List.of(1))
                .withFolds(2);
        Comparison found = Comparer.compare(ROWS, config, OPTIONS);
        ReportPage page = ComparisonPage.of(found, ORIGIN);
        JsonNode json = PagePointers.requireTargets(page);
        assertThat(json.path("entries").size()).isEqualTo(found.entries().size());
        assertThat(json.at("/entries/1/reconstruction/mean").doubleValue())
                .isEqualTo(found.entries().get(1).reconstruction().mean());
        assertThat(json.path("recommendation").asString()).isEqualTo(found.recommendation());
        assertThat(page.sections().get(1).blocks().stream()
                        .filter(LineChart.class::isInstance)
                        .map(block -> ((LineChart) block).y()))
                .as("the interval of an accuracy ends at 1")
                .containsExactly(Axis.part("accuracy"));
    }
}
