package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Block;
import io.eckart.report.ColumnCards;
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

    private static final String ESTIMATED =
            "of columns with very many different numbers, these are estimated and quartiles are those of sampled rows; the rest is that of all rows";

    private ExplorationPage() {}

    public static ReportPage of(Exploration found, Origin origin) {
        return ReportPage.of(
                "What is in the data",
                found.data(),
                List.of(
                        data(found),
                        maps(found),
                        dimension(found),
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
                                new Fact("time", "/result/seconds", Format.SECONDS),
                                Fact.text("columns left out", "/result/ignored")))
                .andIf(!found.distributions().isEmpty(), cards(found))
                .andIf(found.examples().image() == null, columns(found))
                .andIf(
                        found.profile().incompleteRows() > 0,
                        BarChart.of(
                                        "Missing cells by column",
                                        Axis.category("column"),
                                        Axis.fromZero("missing cells").as(Format.COUNT),
                                        Series.of(
                                                Rows.of("/result/profile/columns")
                                                        .without("/missing", "0"),
                                                Field.text("/name", "column"),
                                                Field.count("/missing", "missing cells")))
                                .lyingDown(),
                        RowTable.of(
                                "Columns missing together",
                                "/result/profile/patterns",
                                Field.count("/rows", "rows"),
                                Field.text("/columns", "columns")));
    }

    private static ColumnCards cards(Exploration found) {
        return new ColumnCards(
                "Distribution of each column",
                Rows.of("/result/profile/columns"),
                Field.text("/name", "column"),
                Field.text("/type", "type"),
                Field.percent("/missing_share", "missing"),
                Field.text("/histogram/bins", "bins"),
                Field.text("/levels", "levels"),
                List.of(
                        Field.number("/median", "median"),
                        Field.number("/mean", "mean"),
                        Field.number("/deviation", "deviation"),
                        Field.count("/unique", "unique")),
                isEstimated(found) ? Sampling.said(ESTIMATED) : Sampling.NONE);
    }

    private static boolean isEstimated(Exploration found) {
        return found.distributions().stream().anyMatch(column -> !column.uniqueIsExact());
    }

    private static RowTable columns(Exploration found) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.text("/name", "column"),
                Field.text("/type", "type"),
                Field.count("/missing", "missing"),
                Field.count("/unique", "unique")));
        if (isEstimated(found)) {
            fields.add(Field.text("/unique_is_exact", "counted exactly"));
        }
        fields.addAll(List.of(
                Field.number("/min", "least"),
                Field.number("/lower_quartile", "lower quartile"),
                Field.number("/median", "median"),
                Field.number("/upper_quartile", "upper quartile"),
                Field.number("/max", "largest"),
                Field.number("/mean", "mean"),
                Field.number("/deviation", "deviation"),
                Field.text("/levels", "levels")));
        return RowTable.of("Columns", "/result/profile/columns", fields.toArray(Field[]::new));
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
                "/examples",
                SAMPLED);
    }

    private static Section dimension(Exploration found) {
        String title = "Energy of each principal direction";
        return Section.of(
                        "Dimension",
                        RowTable.of(
                                        "How many numbers a row holds",
                                        "/result/dimension_numbers",
                                        Field.text("/name", "measured by"),
                                        Field.number("/value", "number"),
                                        Field.text("/meaning", "what it says"))
                                .sampled(SAMPLED),
                        spectrum(
                                found.unscaled() ? title : title + ", features standardised",
                                "/result/spectrum/energies"))
                .andIf(!found.unscaled(), spectrum(title + ", raw units", "/result/raw_spectrum/energies"));
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
            Words.finding("/result/groups"),
            Words.of(
                    "k-means for each number of clusters. A silhouette above 0.5 means clear groups, below 0.25 none."),
            LineChart.of(
                            "Silhouette by number of clusters",
                            Axis.linear("clusters k"),
                            Axis.linear("mean silhouette (−1 to 1)"),
                            Series.of("/result/clusters", k, silhouette))
                    .sampled(Sampling.said("at most 5,000 rows are grouped, 2,000 of them judged, evenly taken")),
            LineChart.of(
                            "Inertia by number of clusters",
                            Axis.linear("clusters k"),
                            Axis.linear("sum of squared distances to the centroids"),
                            Series.of("/result/clusters", k, inertia))
                    .sampled(Sampling.said("at most 5,000 rows are grouped, evenly taken")),
            RowTable.of(
                    "Clusters",
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
                Field.number("/sum", "oddness"),
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
                                "Oddness of the oddest rows",
                                "/result/odd_rows",
                                Field.count("/row", "row"),
                                Axis.linear("oddness (0 is ordinary, above 3 is rare)"),
                                Field.number("/sum", "oddness"))
                        .sampled(all),
                RowTable.of(
                                "Oddest rows, and the features that make them odd",
                                "/result/odd_rows",
                                fields.toArray(Field[]::new))
                        .sampled(all));
    }

    private static BarChart correlations() {
        return BarChart.of(
                        "Strongest correlations",
                        "/result/correlations",
                        Field.text("/first,/second", "columns"),
                        Axis.linear("Pearson's r"),
                        Field.number("/r", "Pearson's r"))
                .lyingDown()
                .sampled(SAMPLED);
    }
}
