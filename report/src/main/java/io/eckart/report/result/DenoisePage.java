package io.eckart.report.result;

import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Json;
import io.eckart.report.Link;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.Section;
import io.eckart.task.RowExamples;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Rows before and after cleaning. */
public final class DenoisePage {
    private DenoisePage() {}

    /**
     * The page.
     *
     * @param json what is printed
     */
    public static ReportPage of(ObjectNode json, String data, RowExamples examples, Origin origin) {
        Section cleaned = Section.of(
                "Before and after",
                new Facts(
                        "",
                        List.of(
                                Fact.count("rows", "/result/rows"),
                                Fact.count("columns", "/result/columns"),
                                Fact.text("written", "/result/written"))),
                Examples.block("Rows before and after", Link.NONE, examples));
        return ReportPage.of(
                "Cleaned rows", data, List.of(cleaned), json, Map.of("examples", Json.record(examples)), origin);
    }
}
