package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.DemoText;
import io.eckart.cli.text.Progress;
import io.eckart.report.ReportWriter;
import io.eckart.report.result.DemoJson;
import io.eckart.report.result.DemoPage;
import io.eckart.study.demo.Demo;
import io.eckart.study.demo.DemoFindings;
import io.eckart.study.demo.DemoSize;
import io.eckart.task.FitOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description =
                "Show what the subject is about on data with known truth, in five parts with pictures; needs no file.",
        footer = {"eckart demo", "eckart demo --out demo --seed 7"})
@InGroup(OptionGroup.RUN)
final class DemoCommand extends Job {
    @InGroup(OptionGroup.OUTPUT)
    @Option(names = "--out", paramLabel = "DIR", description = "folder for data and models (default: a temporary one)")
    private @Nullable Path folder;

    @Option(names = "--seed", paramLabel = "N", description = "seed of the data and of all randomness (default: 42)")
    private long seed = 42;

    private final DemoSize size;

    DemoCommand(Output out) {
        this(out, DemoSize.FULL);
    }

    DemoCommand(Output out, DemoSize size) {
        super(out);
        this.size = size;
    }

    @Override
    OptionalLong seed() {
        return OptionalLong.of(seed);
    }

    @Override
    public Integer call() throws IOException {
        boolean made = folder == null || !Files.exists(folder);
        Path target = folder == null ? Files.createTempDirectory("eckart-demo-") : Files.createDirectories(folder);
        try {
            DemoFindings found = found(target);
            ReportWriter.write(DemoPage.of(found, origin()), found.page(), force);
            return answer(DemoJson.of(found), DemoText.of(found));
        } catch (CancellationException e) {
            if (made) {
                Files.delete(target);
            }
            throw e;
        }
    }

    private DemoFindings found(Path target) {
        try (Progress progress = Progress.automatic(json)) {
            FitOptions options = FitOptions.DEFAULT
                    .withSeed(seed)
                    .withThreads(threads())
                    .withListener(progress)
                    .withStop(interruption);
            return new Demo(target, size, options, force).run();
        }
    }
}
