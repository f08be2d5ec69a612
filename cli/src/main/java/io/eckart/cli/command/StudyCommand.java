package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.LabelledDataArguments;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.StudyText;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.report.result.StudyJson;
import io.eckart.report.result.StudyPage;
import io.eckart.study.Study;
import io.eckart.study.StudyRows;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;
import io.eckart.study.run.StudyRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "study",
        description = {
            "Test what is said about autoencoders, on data or on generated rows of known dimension: a designed",
            "experiment, and a verdict with its numbers on each claim."
        },
        footer = {"eckart study", "eckart study data.csv --label kind --out study"})
@InGroup(OptionGroup.RUN)
final class StudyCommand extends SeededJob {
    private static final String PAGE = "report.html";

    @Parameters(
            paramLabel = "DATA",
            arity = "0..1",
            description = "CSV, TSV, NPY, IDX (plain or gz) or a folder of images (default: generated rows)")
    private @Nullable Path data;

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = {
                "folder for settings.csv, results.csv, curves.csv and claims.csv, written as they come, and at the end report.html, a",
                "page with charts; a study that was cut off goes on there (--force: starts again)"
            })
    private @Nullable Path folder;

    @Option(names = "--quick", description = "five seeds, under two minutes on two processors (default)")
    private boolean quick;

    @Option(names = "--full", description = "ten seeds and longer training, up to forty minutes")
    private boolean full;

    @Mixin
    private LabelledDataArguments dataArguments = new LabelledDataArguments();

    StudyCommand(Output out) {
        super(out);
    }

    /** The files that a study writes into its folder. */
    static List<Path> files(Path folder) {
        return Stream.concat(StudyRunner.files(folder).stream(), Stream.of(folder.resolve(PAGE)))
                .toList();
    }

    @Override
    public Integer call() {
        if (quick && full) {
            throw new UsageException("--quick and --full do not go together; take one");
        }
        requireWritable(report);
        StudyScale scale = full ? StudyScale.FULL : StudyScale.QUICK;
        RandomStreams random = new RandomStreams(seed);
        try (Workers workers = workers()) {
            StudyRows rows = data == null
                    ? StudyRows.generated(scale, random)
                    : StudyRows.of(dataArguments.open(data).until(interruption), scale, random, workers);
            if (force && folder != null) {
                StudyRunner.clear(folder);
            }
            Study study = showing(options -> {
                StudySetting setting =
                        new StudySetting(rows.data(), scale, random, workers, options.listener(), options.stop());
                return StudyRunner.run(rows, setting, Optional.ofNullable(folder));
            });
            if (folder != null) {
                write(origin -> StudyPage.of(study, origin), folder.resolve(PAGE), true);
            }
            answer(origin -> StudyPage.of(study, origin), StudyJson.of(study), StudyText.of(study, folder));
            if (!study.complete()) {
                out.note(
                        folder == null
                                ? "interrupted: nothing was kept; with --out DIR the same command would go on from here"
                                : "interrupted: the same command goes on from here");
            }
            return study.complete() ? 0 : 1;
        }
    }
}
