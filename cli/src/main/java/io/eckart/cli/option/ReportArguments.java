package io.eckart.cli.option;

import io.eckart.cli.Output;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.ReportWriter;
import io.eckart.report.result.Origins;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option for a page of charts, of every command that has something to show. */
public final class ReportArguments {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "also write a page with charts, one file to open in a browser")
    private @Nullable Path file;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec command;

    /** Whether to gather what only a page shows. */
    public boolean isWanted() {
        return file != null;
    }

    /** Fails before the work is done rather than after. */
    public void requireWritable(RunArguments run) {
        run.requireWritable(file);
    }

    /** Writes the page, if the option was given, and names its file. */
    public void write(RunArguments run, OptionalLong seed, Output out, Function<Origin, ReportPage> page) {
        if (file != null) {
            ReportWriter.write(page.apply(origin(command, run, seed)), file, run.force());
            out.note("report: " + file);
        }
    }

    /** How the result of the command that runs came about. */
    public static Origin origin(CommandSpec command, RunArguments run, OptionalLong seed) {
        List<String> words = command.root().commandLine().getParseResult().originalArgs();
        return Origins.now("./eckart " + quoted(words), seed, run.threads());
    }

    /** Words as a shell reads them. */
    private static String quoted(List<String> words) {
        return words.stream()
                .map(word -> word.matches("[A-Za-z0-9_./:=,@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
