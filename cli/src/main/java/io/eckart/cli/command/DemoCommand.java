package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.ReportArguments;
import io.eckart.cli.text.DemoText;
import io.eckart.cli.text.Progress;
import io.eckart.report.Origin;
import io.eckart.report.ReportWriter;
import io.eckart.report.result.DemoFindings;
import io.eckart.report.result.DemoJson;
import io.eckart.report.result.DemoPage;
import io.eckart.task.FitOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "demo",
        description = "Make two data sets with known truth and show what Eckart finds in them; needs no file.")
final class DemoCommand extends Job {
    @Option(names = "--out", paramLabel = "DIR", description = "folder for data and models (default: a temporary one)")
    private @Nullable Path folder;

    @Option(names = "--seed", paramLabel = "N", description = "seed of the data and of all randomness (default: 42)")
    private long seed = 42;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    DemoCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() throws IOException {
        Path target = folder == null ? Files.createTempDirectory("eckart-demo-") : Files.createDirectories(folder);
        try (Progress progress = Progress.automatic(run.json())) {
            FitOptions options = run.fitOptions(seed, progress);
            DemoFindings found = new Demo(target, Demo.Size.FULL, options, run.force()).run();
            progress.end();
            Origin origin = ReportArguments.origin(spec, run, OptionalLong.of(seed));
            ReportWriter.write(DemoPage.of(found, origin), found.page(), run.force());
            return answer(DemoJson.of(found), DemoText.of(found));
        }
    }
}
