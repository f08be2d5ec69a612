package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.ImageGrid;
import io.eckart.report.Json;
import io.eckart.report.LineChart;
import io.eckart.report.Link;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.report.ScatterMap;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What {@code demo} shows. */
public final class DemoPage {
    private static final Link DRAWINGS = new Link("drawings", "/row");

    private DemoPage() {}

    public static ReportPage of(DemoFindings found, Origin origin) {
        DemoFindings.Pictures pictures = found.pictures();
        ObjectNode drawn = Json.object();
        drawn.set("suspects", Json.value(pictures.suspects()));
        drawn.set("points", Json.value(pictures.map()));
        return ReportPage.of(
                "A demonstration",
                "on data made for it",
                List.of(sensors(), drawings()),
                DemoJson.of(found),
                Map.of("examples", Json.record(pictures.examples()), "drawn", drawn),
                origin);
    }

    private static Section sensors() {
        return Section.of(
                "A table of correlated sensors, with noise, missing cells and broken rows",
                Words.of(
                        "The sensors follow a few common patterns. PCA finds how many and which, fills missing cells by them, and rows that"
                                + " break them stand out."),
                Facts.of(
                        Fact.count("common patterns planted", "/result/sensors/planted_rank"),
                        Fact.count("found (95 % of the energy)", "/result/sensors/rank_found"),
                        Fact.number(
                                "largest angle to the planted ones (degrees)", "/result/sensors/largest_angle_degrees"),
                        Fact.count("missing cells", "/result/sensors/holes"),
                        Fact.number("error in missing cells (RMS)", "/result/sensors/hole_rmse"),
                        Fact.number("the same by column means", "/result/sensors/hole_rmse_column_mean"),
                        Fact.count("broken rows planted", "/result/sensors/broken_rows"),
                        Fact.count("of them among as many oddest", "/result/sensors/broken_rows_found"),
                        Fact.number("area under ROC", "/result/sensors/auc"),
                        Fact.number("the same by the plain norm", "/result/sensors/auc_of_the_norm")),
                LineChart.of(
                        "Energy of each principal direction of the sensors",
                        Axis.linear("principal direction").as(Format.COUNT),
                        Axis.log("energy (squared units per row)"),
                        Series.of("/result/sensors/energies", Field.place("direction"), Field.number("", "energy"))),
                BarChart.of(
                                "The oddest rows",
                                Axis.category("row"),
                                Axis.fromZero("squared error per cell"),
                                Series.of(
                                                "/drawn/suspects",
                                                Field.text("/row", "row"),
                                                Field.number("/score", "squared error per cell"))
                                        .by(Field.text("/broken", "row")))
                        .sampled(Sampling.said("the oddest rows of all")));
    }

    private static Section drawings() {
        Field label = Field.text("/label", "digit drawn");
        Field cluster = Field.text("/cluster", "cluster");
        Field error = Field.number("/error", "squared error per pixel");
        return Section.of(
                "Drawings of the ten digits, without their labels",
                Words.of(
                        "Each drawing of 784 numbers is coded by 32. Select an area of the map to see its drawings below: each next to"
                                + " its reconstruction from the 32 numbers."),
                Facts.of(
                        Fact.count("drawings", "/result/digits/drawings"),
                        Fact.percent("energy that 32 numbers explain", "/result/digits/energy_explained"),
                        Fact.number("squared error per pixel", "/result/digits/error_per_cell"),
                        Fact.number("the same by the mean drawing", "/result/digits/column_mean_error_per_cell"),
                        Fact.number("gap to the exact optimum (part of it)", "/result/digits/gap"),
                        Fact.percent("purity of ten clusters", "/result/digits/purity"),
                        Fact.text("model read back gives the same codes", "/result/digits/same_codes_after_reload")),
                new ScatterMap(
                        "Drawings by their first two principal components",
                        Rows.of("/drawn/points"),
                        Field.number("/x", "principal component 1"),
                        Field.number("/y", "principal component 2"),
                        List.of(label, cluster, error),
                        DRAWINGS,
                        Sampling.of("/drawn/points", "/result/digits/drawings", "")),
                new ImageGrid(
                        "Drawings and their reconstructions",
                        "/examples",
                        DRAWINGS,
                        Sampling.of("/examples/rows", "/examples/of", "evenly taken")),
                RowTable.of(
                                "The drawings of the map",
                                "/drawn/points",
                                Field.count("/row", "drawing"),
                                label,
                                cluster,
                                error)
                        .linked(DRAWINGS));
    }
}
