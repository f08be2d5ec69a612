package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Block;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.Heatmap;
import io.eckart.report.ImageGrid;
import io.eckart.report.Json;
import io.eckart.report.Link;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.task.fit.ClusterDescription;
import io.eckart.task.fit.ClusterDescription.Center;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The clusters of k-means on the page of its fit. */
final class ClusterSection {
    private static final String CLUSTERS = "/result/clusters";
    private static final Field CLUSTER = Field.count("/cluster", "cluster");
    private static final Field OUTER_CLUSTER = Field.count("/outer/cluster", "cluster");
    private static final int SHOWN_COLUMNS = 40;
    /** More than these cannot be told apart in colours. */
    private static final int COLOURED = 30;

    private ClusterSection() {}

    /** The member of a page's data that pictures of centroids are in. */
    static Map<String, JsonNode> data(ClusterDescription found) {
        return found.pictures()
                .<Map<String, JsonNode>>map(
                        pictures -> Map.of("centroids", Json.record(pictures).put("noun", "cluster")))
                .orElse(Map.of());
    }

    static Section of(ClusterDescription found) {
        List<Center> columns = found.clusters().getFirst().centroid();
        int features = found.clusters().getFirst().differences().size();
        return Section.of(
                        "Clusters",
                        BarChart.of(
                                "Rows of each cluster",
                                CLUSTERS,
                                CLUSTER,
                                Axis.fromZero("rows").as(Format.COUNT),
                                Field.count("/rows", "rows")))
                .andIf(
                        found.pictures().isPresent(),
                        new ImageGrid(
                                "Centroids, and next to each the rows nearest to it",
                                "/centroids",
                                Link.NONE,
                                Sampling.NONE))
                .andIf(!columns.isEmpty(), centroids(columns))
                .andIf(features > 0 && features <= COLOURED, colours())
                .andIf(!columns.isEmpty(), differences())
                .and(typicalRows(found));
    }

    /** All clusters have the same columns; of a category each has its own level. */
    private static RowTable centroids(List<Center> columns) {
        List<Field> fields = new ArrayList<>(
                List.of(CLUSTER, Field.count("/rows", "rows"), Field.percent("/share", "share of rows")));
        for (int j = 0; j < Math.min(SHOWN_COLUMNS, columns.size()); j++) {
            String name = columns.get(j).column();
            String at = "/centroid/" + j;
            if (columns.get(j).level() == null) {
                fields.add(Field.number(at + "/value", name));
            } else {
                fields.add(Field.text(at + "/level", name));
                fields.add(Field.percent(at + "/value", "its share"));
            }
        }
        RowTable table = RowTable.of("Centroids in the units of the columns", CLUSTERS, fields.toArray(Field[]::new));
        return columns.size() > SHOWN_COLUMNS
                ? table.sampled(Sampling.said("the first " + SHOWN_COLUMNS + " of " + columns.size() + " columns"))
                : table;
    }

    private static Block colours() {
        return new Heatmap(
                "Difference of each centroid from the mean of all rows, in standard deviations",
                Rows.of(CLUSTERS).each("/differences"),
                OUTER_CLUSTER,
                Field.text("/value/feature", "column"),
                Field.number("/value/deviations", "standard deviations"),
                Heatmap.Colours.ABOUT_ZERO,
                Sampling.NONE);
    }

    private static RowTable differences() {
        return RowTable.of(
                "What sets each cluster apart, strongest first",
                Rows.of(CLUSTERS).each("/differences"),
                OUTER_CLUSTER,
                Field.text("/value/feature", "column"),
                Field.number("/value/centroid", "centroid"),
                Field.number("/value/mean", "mean of all rows"),
                Field.number("/value/deviations", "difference (standard deviations)"));
    }

    private static RowTable typicalRows(ClusterDescription found) {
        List<Field> fields = new ArrayList<>(List.of(OUTER_CLUSTER, Field.count("/value/row", "row")));
        for (int i = 0; i < found.kept().size(); i++) {
            fields.add(Field.text("/value/kept/" + i, found.kept().get(i)));
        }
        fields.add(Field.number("/value/distance", "distance to the centroid"));
        for (int j = 0; j < found.columns().size(); j++) {
            String at = "/value/cells/" + j;
            String name = found.columns().get(j);
            fields.add(isText(found, j) ? Field.text(at, name) : Field.number(at, name));
        }
        return RowTable.of(
                "Typical rows: the nearest to each centroid",
                Rows.of(CLUSTERS).each("/typical"),
                fields.toArray(Field[]::new));
    }

    private static boolean isText(ClusterDescription found, int column) {
        return found.clusters().stream()
                .flatMap(cluster -> cluster.typical().stream())
                .anyMatch(row -> row.cells().get(column) instanceof String);
    }
}
