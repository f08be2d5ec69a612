package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.LabelledDataArguments;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.ExplorationText;
import io.eckart.data.TableSource;
import io.eckart.data.format.OutputFile;
import io.eckart.report.Json;
import io.eckart.report.result.ExplorationJson;
import io.eckart.report.result.ExplorationPage;
import io.eckart.task.explore.Exploration;
import io.eckart.task.explore.Explorer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explore",
        description =
                "Look at a table or images: columns, missing cells, dimension, maps, groups, odd rows, correlations.",
        footer = {"eckart explore data.csv", "eckart explore data.csv --label kind --report explore.html"})
@InGroup(OptionGroup.OUTPUT)
final class ExploreCommand extends SeededJob {
    @Parameters(paramLabel = "DATA", description = "CSV, TSV, NPY, IDX (plain or gz) or a folder of images")
    private Path data = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.json",
            description = "also write everything found, maps included, as JSON")
    private @Nullable Path output;

    @Mixin
    private LabelledDataArguments dataArguments = new LabelledDataArguments();

    ExploreCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        requireWritable(output, report);
        TableSource source = dataArguments.open(data);
        Exploration found = showing(options -> Explorer.explore(source, options));
        if (output != null) {
            OutputFile.write(output, force, Json.text(ExplorationJson.withExamples(found)) + "\n");
        }
        return answer(
                origin -> ExplorationPage.of(found, origin),
                ExplorationJson.of(found),
                ExplorationText.of(found, output));
    }
}
