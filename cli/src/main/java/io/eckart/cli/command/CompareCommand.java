package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.LabelledDataArguments;
import io.eckart.cli.option.ModelNames;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.option.OptionText;
import io.eckart.cli.text.ComparisonText;
import io.eckart.data.TableSource;
import io.eckart.data.format.OutputFile;
import io.eckart.report.result.ComparisonJson;
import io.eckart.report.result.ComparisonPage;
import io.eckart.task.compare.ComparedModel;
import io.eckart.task.compare.Comparer;
import io.eckart.task.compare.Comparison;
import io.eckart.task.compare.ComparisonConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = "Measure models and code sizes side by side on held-out rows, and say which one to take.",
        footer = "eckart compare data.csv --label kind --models free,network")
@InGroup(OptionGroup.MEASURING)
final class CompareCommand extends SeededJob {
    @Parameters(paramLabel = "DATA", description = "CSV, TSV, NPY, IDX (plain or gz) or a folder of images")
    private Path data = Path.of("");

    @InGroup(OptionGroup.MODEL)
    @Option(
            names = "-k",
            paramLabel = "N,N,...|auto",
            description = "code sizes; auto (default): those with which PCA keeps 70, 90 and 97 %% of the energy")
    private String k = "auto";

    @InGroup(OptionGroup.MODEL)
    @Option(
            names = "--models",
            paramLabel = "NAME",
            split = ",",
            completionCandidates = ModelNames.OfCompare.class,
            description = {
                "besides the means and PCA (default: kmeans,free,network): kmeans, free, pinv, shared, unrolled, untied,",
                "network"
            })
    private List<String> models = List.of();

    @Option(
            names = "--noise",
            paramLabel = "S|auto",
            description = "standard deviation of the noise to take away; auto (default): that of the data")
    private String noise = "auto";

    @Option(names = "--hidden", paramLabel = "P", description = "part of the cells to fill (default: 0.2)")
    private double hidden = ComparisonConfig.DEFAULT.hidden();

    @Option(names = "--folds", paramLabel = "N", description = "how often the rows are split (default: 3)")
    private int folds = ComparisonConfig.DEFAULT.folds();

    @Option(names = "--rows", paramLabel = "N", description = "most rows looked at (default: 5000)")
    private int rows = ComparisonConfig.DEFAULT.rows();

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.csv",
            description = "also write the table, with the spread between folds")
    private @Nullable Path output;

    @Mixin
    private LabelledDataArguments dataArguments = new LabelledDataArguments();

    CompareCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        ComparisonConfig config = config();
        requireWritable(output, report);
        TableSource source = dataArguments.open(data);
        Comparison found = showing(options -> Comparer.compare(source, config, options));
        if (output != null) {
            OutputFile.write(output, force, ComparisonText.csv(found));
        }
        answer(origin -> ComparisonPage.of(found, origin), ComparisonJson.of(found), ComparisonText.of(found, output));
        if (!found.complete()) {
            out.note("interrupted: the table has the models it got to");
        }
        return found.complete() ? 0 : 1;
    }

    private ComparisonConfig config() {
        ComparisonConfig config = ComparisonConfig.DEFAULT
                .withHidden(hidden)
                .withFolds(folds)
                .withRows(rows)
                .withCodeSizes(OptionText.wholeNumbers("-k", k, "auto"));
        if (!models.isEmpty()) {
            config = config.withModels(models.stream().map(ComparedModel::parse).toList());
        }
        OptionalDouble deviation = OptionText.numberOrAuto("--noise", noise);
        return deviation.isEmpty() ? config : config.withNoise(deviation.getAsDouble());
    }
}
