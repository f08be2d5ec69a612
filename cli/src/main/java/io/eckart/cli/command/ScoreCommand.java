package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.CellArguments;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.KeepArguments;
import io.eckart.cli.option.LabelFileArguments;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.RowOutputText;
import io.eckart.data.DataException;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.RowIndex;
import io.eckart.data.format.TableWriter;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.report.result.RowOutput;
import io.eckart.report.result.ScoreJson;
import io.eckart.report.result.ScorePage;
import io.eckart.task.RowScores;
import io.eckart.task.score.PositiveRows;
import io.eckart.task.score.RowScorer;
import io.eckart.task.score.ScoreFindings;
import io.eckart.task.score.ScoreSummary;
import io.eckart.task.score.Threshold;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "score",
        description = "Write how odd each row is: its reconstruction error, how far out its code lies, both together.",
        footer = "eckart score data.pca data.csv --threshold quantile:0.99 -o scores.csv")
@InGroup(OptionGroup.MEASURING)
final class ScoreCommand extends ReportedJob {
    @Mixin
    private LabelFileArguments labelFile = new LabelFileArguments();

    @Mixin
    private ModelArguments arguments = new ModelArguments();

    @Mixin
    private KeepArguments keep = new KeepArguments();

    @InGroup(OptionGroup.OUTPUT)
    @Option(names = "--per-feature", description = "also the squared error of each feature")
    private boolean perFeature;

    @Option(
            names = "--threshold",
            paramLabel = "X|quantile:Q",
            description = {
                "add a column odd, 1 for rows that score above X, or above what the part Q of the fitted rows",
                "does not exceed"
            })
    private @Nullable String threshold;

    @Option(
            names = "--by",
            paramLabel = "SCORE",
            description = "the score that --threshold looks at: sum (default), error, mahalanobis or norm")
    private RowScore by = RowScore.SUM;

    @Option(
            names = "--positive",
            paramLabel = "LABEL",
            description = "with --label: the label of the odd rows, for the area under the ROC curve (default: 1)")
    private @Nullable String positive;

    @Mixin
    private CellArguments cells = new CellArguments();

    ScoreCommand(Output out) {
        super(out);
    }

    /** A column of the file: its name, and its cell for a row of a chunk. */
    private record ScoreColumn(String name, Cells cells) {
        interface Cells {
            double of(RowScores scores, int row);
        }
    }

    /** The labels of the rows that have passed, and their scores. */
    private static final class Labels {
        private final Map<RowScore, DoubleStream.Builder> scores = new EnumMap<>(RowScore.class);
        private final PositiveRows rows;

        Labels(PositiveRows rows) {
            this.rows = rows;
        }

        void add(RowScorer scorer, RowScores found, Table table) {
            for (int i = 0; i < table.rows(); i++) {
                rows.add(table.label(i));
                for (RowScore score : scorer.available()) {
                    scores.computeIfAbsent(score, s -> DoubleStream.builder()).add(found.of(score)[i]);
                }
            }
        }

        Map<RowScore, Double> areasUnderRoc(String data) {
            Map<RowScore, Double> areas = new EnumMap<>(RowScore.class);
            try {
                scores.forEach((score, values) ->
                        areas.put(score, rows.areaUnderRoc(values.build().toArray())));
            } catch (DataException e) {
                throw e.in(data);
            }
            return areas;
        }
    }

    @Override
    public Integer call() {
        if (threshold == null) {
            rules.refuseUnless("--threshold", "--by");
        }
        if (!hasLabels()) {
            rules.refuseUnless("--label or --labels", "--positive");
        }
        requireWritable(report);
        FittedModel<?> fitted = arguments.load();
        ModelArguments.reconstructor(fitted);
        Optional<Threshold> limit = limit(fitted);
        RowScorer scorer = RowScorer.of(fitted);
        TableSource source = labelFile.with(arguments.open(fitted));
        List<String> featureNames = fitted.encoding().featureNames();
        List<ScoreColumn> columns = columns(scorer, limit, featureNames);
        List<String> names = columns.stream().map(ScoreColumn::name).toList();
        ScoreSummary summary = new ScoreSummary(fitted, limit, report != null);
        Labels labels = new Labels(new PositiveRows(Optional.ofNullable(positive)));
        try (Workers workers = workers();
                RowIndex index = keep.index(source, arguments.output(), names);
                TableWriter writer = keep.writer(
                        source, arguments.output(), index, names, true, cells.writing(arguments.output(), force))) {
            long rows =
                    ModelArguments.forEachChunk(source.until(interruption), fitted.encoding(), (table, features) -> {
                        RowScores scores = scorer.score(features, workers);
                        writer.write(matrix(columns, scores, table.rows()));
                        summary.add(table, features, scores, workers);
                        if (hasLabels()) {
                            labels.add(scorer, scores, table);
                        }
                    });
            ScoreFindings found = summary.findings(source, keep.columns(source))
                    .withAreasUnderRoc(labels.areasUnderRoc(source.name()));
            writer.commit();
            RowOutput output = new RowOutput(arguments.output(), "scores", rows, names.size(), index.names());
            return answer(
                    origin -> ScorePage.of(found, source.name(), output, origin),
                    ScoreJson.of(found, output),
                    RowOutputText.of(output, found));
        }
    }

    private Optional<Threshold> limit(FittedModel<?> fitted) {
        try {
            return Optional.ofNullable(threshold).map(text -> Threshold.parse(text, by, fitted));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--threshold: " + e.getMessage());
        }
    }

    private List<ScoreColumn> columns(RowScorer scorer, Optional<Threshold> limit, List<String> features) {
        List<ScoreColumn> columns = new ArrayList<>();
        columns.add(new ScoreColumn("error", (scores, i) -> scores.errors().errors()[i]));
        columns.add(
                new ScoreColumn("error_per_cell", (scores, i) -> scores.errors().errorsPerCell()[i]));
        scorer.available().stream()
                .filter(score -> score != RowScore.ERROR)
                .forEach(score -> columns.add(new ScoreColumn(score.label(), (scores, i) -> scores.of(score)[i])));
        limit.ifPresent(value -> columns.add(new ScoreColumn("odd", value::flag)));
        for (int j = 0; perFeature && j < features.size(); j++) {
            int feature = j;
            columns.add(new ScoreColumn(
                    "error:" + features.get(j),
                    (scores, i) -> scores.errors().cellErrors().get(i, feature)));
        }
        return columns;
    }

    private static FloatMatrix matrix(List<ScoreColumn> columns, RowScores scores, int rows) {
        FloatMatrix matrix = FloatMatrix.zeros(rows, columns.size());
        for (int at = 0; at < matrix.values().length; at++) {
            ScoreColumn column = columns.get(at % columns.size());
            matrix.values()[at] = (float) column.cells().of(scores, at / columns.size());
        }
        return matrix;
    }

    private boolean hasLabels() {
        return arguments.label().isPresent() || labelFile.isGiven();
    }
}
