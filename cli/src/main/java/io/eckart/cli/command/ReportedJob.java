package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.OptionGroup;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.ReportWriter;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/** A job whose answer can also be a page of charts. */
@InGroup(OptionGroup.OUTPUT)
abstract class ReportedJob extends Job {
    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "also write a page with charts, one file to open in a browser")
    @Nullable
    Path report;

    ReportedJob(Output out) {
        super(out);
    }

    /** Writes the page, if it was asked for, and answers: the page is there when a person reads of it. */
    int answer(Function<Origin, ReportPage> page, ObjectNode result, String text) {
        if (report != null) {
            write(page, report, force);
        }
        return answer(result, text);
    }

    /** Writes a page and names its file. */
    void write(Function<Origin, ReportPage> page, Path file, boolean replaced) {
        ReportWriter.write(page.apply(origin()), file, replaced);
        out.note("report: " + file);
    }
}
