package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.LabelFileArguments;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.OptionRules;
import io.eckart.cli.option.ReportArguments;
import io.eckart.cli.option.RunArguments;
import io.eckart.cli.text.RowOutputText;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.TableWriter;
import io.eckart.model.Reconstructor;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "score",
        description = "Write how odd each row is: its reconstruction error, how far out its code lies, both together.")
final class ScoreCommand implements Callable<Integer> {
    @Mixin
    private LabelFileArguments labelFile = new LabelFileArguments();

    @Mixin
    private ModelArguments arguments = new ModelArguments();

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
    private String by = "sum";

    @Option(
            names = "--positive",
            paramLabel = "LABEL",
            description = "with --label: the label of the odd rows, for the area under the ROC curve (default: 1)")
    private @Nullable String positive;

    @Mixin
    private ReportArguments report = new ReportArguments();

    @Mixin
    private RunArguments run = new RunArguments();

    @Mixin
    private OptionRules rules = new OptionRules();

    private final Output out;

    ScoreCommand(Output out) {
        this.out = out;
    }

    /** What one run has met. */
    private static final class Tally {
        private final Map<RowScore, DoubleStream.Builder> scores = new EnumMap<>(RowScore.class);
        private final PositiveRows rows;
        private final ScoreSummary summary;
        private long odd;

        Tally(PositiveRows rows, ScoreSummary summary) {
            this.rows = rows;
            this.summary = summary;
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
        report.requireWritable(run);
        FittedModel<?> fitted = arguments.load();
        if (!(fitted.model() instanceof Reconstructor)) {
            throw new UsageException("a " + fitted.model().kind() + " model does not reconstruct");
        }
        Optional<Threshold> limit = limit(fitted);
        RowScorer scorer = RowScorer.of(fitted);
        TableSource source = labelFile.with(arguments.open(fitted));
        List<String> names = names(scorer, fitted.encoding().featureNames());
        Tally tally = new Tally(
                new PositiveRows(Optional.ofNullable(positive)),
                new ScoreSummary(shown(scorer, limit), fitted.encoding().featureNames()));
        try (Workers workers = run.workers();
                TableWriter writer = Tables.writer(arguments.output(), names, run.force())) {
            long rows = ModelArguments.forEachChunk(source, fitted.encoding(), (table, features) -> {
                RowScores scores = scorer.score(features, workers);
                writer.write(columns(scorer, scores, limit, names.size()));
                count(scorer, scores, limit, table, tally);
            });
            Map<RowScore, Double> areas = areas(source, tally);
            writer.commit();
            answer(source, rows, names.size(), limit, tally, areas);
            return 0;
        }
    }

    /** The score that the threshold looks at, else the one that says most. */
    private static RowScore shown(RowScorer scorer, Optional<Threshold> limit) {
        return limit.map(Threshold::score)
                .orElse(scorer.available().contains(RowScore.SUM) ? RowScore.SUM : RowScore.ERROR);
    }

    private Optional<Threshold> limit(FittedModel<?> fitted) {
        if (threshold == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Threshold.parse(threshold, RowScore.valueOf(by.toUpperCase(Locale.ROOT)), fitted));
        } catch (IllegalArgumentException e) {
            boolean known = List.of("sum", "error", "mahalanobis", "norm").contains(by.toLowerCase(Locale.ROOT));
            throw new UsageException(
                    known
                            ? "--threshold: " + e.getMessage()
                            : "--by cannot be '" + by + "'; it is sum, error, mahalanobis or norm");
        }
    }

    private List<String> names(RowScorer scorer, List<String> features) {
        List<String> names = new ArrayList<>(List.of("error", "error_per_cell"));
        scorer.available().stream()
                .filter(score -> score != RowScore.ERROR)
                .map(RowScore::label)
                .forEach(names::add);
        if (threshold != null) {
            names.add("odd");
        }
        if (perFeature) {
            features.forEach(feature -> names.add("error:" + feature));
        }
        return names;
    }

    private FloatMatrix columns(RowScorer scorer, RowScores scores, Optional<Threshold> limit, int width) {
        int n = scores.norms().length;
        FloatMatrix columns = FloatMatrix.zeros(n, width);
        for (int i = 0; i < n; i++) {
            int at = i * width;
            columns.values()[at++] = (float) scores.errors().errors()[i];
            columns.values()[at++] = (float) scores.errors().errorsPerCell()[i];
            for (RowScore score : scorer.available()) {
                if (score != RowScore.ERROR) {
                    columns.values()[at++] = (float) scores.of(score)[i];
                }
            }
            if (limit.isPresent()) {
                columns.values()[at++] = limit.get().flag(scores, i);
            }
            int d = perFeature ? scores.errors().cellErrors().columns() : 0;
            System.arraycopy(scores.errors().cellErrors().values(), i * d, columns.values(), at, d);
        }
        return columns;
    }

    private void count(RowScorer scorer, RowScores scores, Optional<Threshold> limit, Table table, Tally tally) {
        if (report.isWanted()) {
            tally.summary.add(scores);
        }
        for (int i = 0; i < table.rows(); i++) {
            tally.odd += limit.isPresent() && limit.get().flag(scores, i) == 1 ? 1 : 0;
            if (hasLabels()) {
                tally.rows.add(table.label(i));
                for (RowScore score : scorer.available()) {
                    tally.scores
                            .computeIfAbsent(score, s -> DoubleStream.builder())
                            .add(scores.of(score)[i]);
                }
            }
        }
    }

    private boolean hasLabels() {
        return arguments.label().isPresent() || labelFile.isGiven();
    }

    private static Map<RowScore, Double> areas(TableSource source, Tally tally) {
        Map<RowScore, Double> areas = new EnumMap<>(RowScore.class);
        try {
            tally.scores.forEach((score, values) ->
                    areas.put(score, tally.rows.areaUnderRoc(values.build().toArray())));
        } catch (io.eckart.data.DataException e) {
            throw e.in(source.name());
        }
        return areas;
    }

    private void answer(
            TableSource source,
            long rows,
            int columns,
            Optional<Threshold> limit,
            Tally tally,
            Map<RowScore, Double> areas) {
        RowOutput output = RowOutput.written("scores", rows, columns, arguments.output());
        ScoreFindings found = new ScoreFindings(tally.summary.spread(), limit, tally.odd, areas);
        report.write(run, OptionalLong.empty(), out, origin -> ScorePage.of(found, source.name(), output, origin));
        out.result(run.json(), ScoreJson.of(found, output), RowOutputText.of(output, found));
    }
}
