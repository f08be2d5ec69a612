package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.LabelledDataArguments;
import io.eckart.cli.option.ProgressArguments;
import io.eckart.cli.option.ReportArguments;
import io.eckart.cli.option.RunArguments;
import io.eckart.cli.text.ExplorationText;
import io.eckart.cli.text.Progress;
import io.eckart.data.TableSource;
import io.eckart.data.format.OutputFile;
import io.eckart.report.Json;
import io.eckart.report.result.ExplorationJson;
import io.eckart.report.result.ExplorationPage;
import io.eckart.task.explore.Exploration;
import io.eckart.task.explore.Explorer;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "explore",
        description =
                "Look at a table or images: columns, missing cells, dimension, maps, groups, odd rows, correlations.")
final class ExploreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DATA", description = "CSV, TSV, NPY, IDX (plain or gz) or a folder of images")
    private Path data = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE.json",
            description = "also write everything found, maps included, as JSON")
    private @Nullable Path output;

    @Option(names = "--seed", paramLabel = "N", description = "seed of all randomness (default: 0)")
    private long seed;

    @Mixin
    private LabelledDataArguments dataArguments = new LabelledDataArguments();

    @Mixin
    private ProgressArguments progressArguments = new ProgressArguments();

    @Mixin
    private ReportArguments report = new ReportArguments();

    @Mixin
    private RunArguments run = new RunArguments();

    private final Output out;

    ExploreCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        run.requireWritable(output);
        report.requireWritable(run);
        TableSource source = dataArguments.open(data);
        try (Progress progress = progressArguments.open(out, run.json(), false)) {
            Exploration found = Explorer.explore(source, run.fitOptions(seed, progress));
            progress.end();
            if (output != null) {
                OutputFile.write(output, run.force(), Json.text(ExplorationJson.whole(found)) + "\n");
            }
            report.write(run, OptionalLong.of(seed), out, origin -> ExplorationPage.of(found, origin));
            out.result(run.json(), ExplorationJson.of(found), ExplorationText.of(found, output));
            return 0;
        }
    }
}
