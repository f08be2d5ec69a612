package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Block;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
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
import io.eckart.task.explore.Exploration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code explore} found. */
public final class ExplorationPage {
    private static final Link ROWS = new Link("rows", "/row");
    private static final Sampling SAMPLED = Sampling.of(
            "/result/sample_rows", "/result/profile/rows", "one at random of each of as many equal stretches");

    private ExplorationPage() {}

    public static ReportPage of(Exploration found, Origin origin) {
        return ReportPage.of(
                "What is in the data",
                found.data(),
                List.of(
                        data(found),
                        maps(found),
                        dimension(),
                        Section.of("Groups").andIf(!found.clusters().isEmpty(), clusters()),
                        odd(found),
                        Section.of("Correlations").andIf(!found.correlations().isEmpty(), correlations())),
                ExplorationJson.of(found),
                Map.of("examples", Json.record(found.examples())),
                origin);
    }

    private static Section data(Exploration found) {
        return Section.of(
                        "Data",
                        Facts.of(
                                Fact.count("rows", "/result/profile/rows"),
                                Fact.count("rows with a missing cell", "/result/profile/incomplete_rows"),
                                Fact.count("features", "/result/features"),
                                Fact.text("features are", "/result/scale"),
                                Fact.text("columns left out", "/result/ignored"),
                                new Fact("time", "/result/seconds", Format.SECONDS)))
                .andIf(found.examples().image() == null, columns())
                .andIf(
                        found.profile().incompleteRows() > 0,
                        BarChart.of(
                                        "Missing cells of each column",
                                        "/result/profile/columns",
                                        Field.text("/name", "column"),
                                        Axis.linear("missing cells"),
                                        Field.count("/missing", "missing cells"))
                                .lyingDown(),
                        RowTable.of(
                                "Columns that are missing together",
                                "/result/profile/patterns",
                                Field.count("/rows", "rows"),
                                Field.text("/columns", "columns")));
    }

    private static RowTable columns() {
        return RowTable.of(
                "Columns",
                "/result/profile/columns",
                Field.text("/name", "column"),
                Field.text("/type", "type"),
                Field.count("/missing", "missing"),
                Field.number("/mean", "mean"),
                Field.number("/deviation", "deviation"),
                Field.number("/min", "least"),
                Field.number("/max", "largest"),
                Field.text("/levels", "levels"));
    }

    private static Section maps(Exploration found) {
        boolean learnt = found.networkMap() != null;
        return Section.of(
                        "Maps",
                        Words.of(
                                "Each point is a row. Select an area, or one point, to see its rows below and in the other map."),
                        map("Rows by their first two principal components", "/result/pca_map", "principal component "))
                .andIf(
                        learnt,
                        map("Rows by the two numbers an autoencoder learnt for each", "/result/network_map", "code "))
                .and(
                        Facts.of(Fact.percent(
                                        "variance that two principal components keep",
                                        "/result/pca_map/energy_explained"))
                                .andIf(
                                        learnt,
                                        Fact.percent(
                                                "variance that two learnt numbers keep",
                                                "/result/network_map/energy_explained"),
                                        Fact.count("rows the network learnt from", "/result/network_map/rows")),
                        Examples.block("Rows", ROWS, found.examples()));
    }

    private static ScatterMap map(String title, String at, String axis) {
        return new ScatterMap(
                title,
                Rows.of(at + "/points"),
                Field.number("/x", axis + 1),
                Field.number("/y", axis + 2),
                List.of(
                        Field.text("/label", "label"),
                        Field.text("/cluster", "cluster (best k)"),
                        Field.number("/error", "squared error per cell")),
                ROWS,
                SAMPLED);
    }

    private static Section dimension() {
        return Section.of(
                "Dimension",
                Facts.of(
                        Fact.number("two nearest neighbours", "/result/dimension/two_nearest"),
                        Fact.count("directions above chance", "/result/dimension/parallel_analysis"),
                        Fact.number("directions of equal energy", "/result/dimension/participation_ratio"),
                        Fact.count("components for 90 % of the energy", "/result/spectrum/components_for90"),
                        Fact.count("the same in units of the file", "/result/raw_spectrum/components_for90")),
                spectrum("Energy of each principal direction, features as looked at", "/result/spectrum/energies"),
                spectrum("Energy of each principal direction, in units of the file", "/result/raw_spectrum/energies"));
    }

    private static LineChart spectrum(String title, String at) {
        return LineChart.of(
                        title,
                        Axis.linear("principal direction"),
                        Axis.log("energy (squared units per row)"),
                        Series.of(at, Field.place("principal direction"), Field.number("", "energy")))
                .sampled(SAMPLED);
    }

    private static Block[] clusters() {
        Field k = Field.count("/k", "k");
        Field silhouette = Field.number("/silhouette", "silhouette");
        Field inertia = Field.number("/inertia", "inertia");
        return new Block[] {
            Words.of(
                    "k-means for each number of clusters. A silhouette above 0.5 speaks of clear groups, below 0.25 of none."),
            LineChart.of(
                            "How well rows lie within their cluster, by the number of clusters",
                            Axis.linear("clusters k"),
                            Axis.linear("mean silhouette (−1 to 1)"),
                            Series.of("/result/clusters", k, silhouette))
                    .sampled(Sampling.said("at most 5,000 rows are grouped, 2,000 of them judged, evenly taken")),
            LineChart.of(
                            "Sum of squared distances to the centroids, by the number of clusters",
                            Axis.linear("clusters k"),
                            Axis.linear("inertia (squared units)"),
                            Series.of("/result/clusters", k, inertia))
                    .sampled(Sampling.said("at most 5,000 rows are grouped, evenly taken")),
            RowTable.of(
                    "Rows of each cluster",
                    "/result/clusters",
                    k,
                    silhouette,
                    inertia,
                    Field.text("/sizes", "rows of each cluster"))
        };
    }

    private static Section odd(Exploration found) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.count("/row", "row"),
                Field.number("/sum", "oddness (0 is ordinary, above 3 rare)"),
                Field.text("/broken_correlation", "breaks a correlation")));
        int features = found.oddRows().stream()
                .mapToInt(row -> row.features().size())
                .max()
                .orElse(0);
        for (int i = 0; i < features; i++) {
            fields.add(Field.text("/features/" + i + "/name", "feature " + (i + 1)));
            fields.add(Field.number("/features/" + i + "/value", "is"));
            fields.add(Field.number("/features/" + i + "/expected", "expected"));
            fields.add(Field.percent("/features/" + i + "/share", "share"));
        }
        Sampling all = Sampling.said("looked for among all rows");
        return Section.of(
                "Odd rows",
                BarChart.of(
                                "The oddest rows",
                                "/result/odd_rows",
                                Field.count("/row", "row"),
                                Axis.linear("oddness (standard normal for ordinary rows)"),
                                Field.number("/sum", "oddness"))
                        .sampled(all),
                RowTable.of(
                                "The oddest rows and the features that make them odd",
                                "/result/odd_rows",
                                fields.toArray(Field[]::new))
                        .sampled(all));
    }

    private static BarChart correlations() {
        return BarChart.of(
                        "The strongest correlations between columns",
                        "/result/correlations",
                        Field.text("/first,/second", "columns"),
                        Axis.linear("Pearson's r"),
                        Field.number("/r", "Pearson's r"))
                .lyingDown()
                .sampled(SAMPLED);
    }
}
