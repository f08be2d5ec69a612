package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.ReportArguments;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** A job whose answer can also be a page. */
abstract class ReportedJob extends Job {
    @Mixin
    ReportArguments report = new ReportArguments();

    ReportedJob(Output out) {
        super(out);
    }

    /** The seed of all randomness; empty for a job without any. */
    OptionalLong seed() {
        return OptionalLong.empty();
    }

    /** Fails before the work is done rather than after it, if the page or this file cannot be written. */
    void requireWritable(@Nullable Path output) {
        run.requireWritable(output);
        report.requireWritable(run);
    }

    /** The page before the text: it is there when a person reads of it. */
    int answer(Function<Origin, ReportPage> page, ObjectNode json, String text) {
        report.write(run, seed(), out, page);
        return answer(json, text);
    }
}
