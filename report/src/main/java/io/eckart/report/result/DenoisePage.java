package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Json;
import io.eckart.report.Link;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.task.clean.CleanedRows;
import java.util.List;
import java.util.Map;

/** Rows before and after cleaning. */
public final class DenoisePage {
    private DenoisePage() {}

    /**
     * The page.
     *
     * @param cleaned some of the rows
     * @param data the name of the rows
     * @param output all of them
     */
    public static ReportPage of(CleanedRows cleaned, String data, RowOutput output, Origin origin) {
        boolean moved = cleaned.examples().image() == null && !cleaned.changes().isEmpty();
        Section section = Section.of(
                        "Before and after",
                        Facts.of(
                                Fact.count("rows", "/result/rows"),
                                Fact.count("columns", "/result/columns"),
                                Fact.text("written", "/result/written")))
                .andIf(moved, changes())
                .and(Examples.block("Rows before and after", Link.NONE, cleaned.examples()));
        return ReportPage.of(
                "Cleaned rows",
                data,
                List.of(section),
                Json.record(output),
                Map.of("examples", Json.record(cleaned.examples()), "changes", Json.value(cleaned.changes())),
                origin);
    }

    private static BarChart changes() {
        return BarChart.of(
                        "Change by column",
                        "/changes",
                        Field.text("/column", "column"),
                        Axis.fromZero("root mean square change (standard deviations of the column)"),
                        Field.number("/relative", "change (standard deviations)"))
                .lyingDown()
                .sampled(Sampling.of(
                        "/examples/rows", "/examples/of", "evenly taken; the most changed columns, at most 40"));
    }
}
