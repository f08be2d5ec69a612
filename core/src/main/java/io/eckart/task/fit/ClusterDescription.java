package io.eckart.task.fit;

import io.eckart.data.TableSource;
import io.eckart.model.KMeans;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.Workers;
import io.eckart.task.RowExamples;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clusters of a fitted k-means in the words of its table.
 *
 * @param kept the columns that tell rows apart; typical rows have their cells
 * @param columns the feature columns whose cells typical rows have: the first ones of wide tables, none of images
 * @param clusters by their number
 * @param pictures for each cluster its centroid and its typical rows, if rows are images
 */
public record ClusterDescription(
        List<String> kept, List<String> columns, List<Cluster> clusters, Optional<RowExamples> pictures) {

    /**
     * A cluster.
     *
     * @param cluster its number from 0, as the model predicts it
     * @param rows the number of rows in it
     * @param share of all rows that are in a cluster
     * @param centroid one for each column; none of images
     * @param differences what sets it apart in each feature, strongest first, at most 200; none of images
     * @param typical the rows nearest to the centroid, nearest first
     */
    public record Cluster(
            int cluster,
            long rows,
            double share,
            List<Center> centroid,
            List<Difference> differences,
            List<TypicalRow> typical) {}

    /**
     * What a centroid says of a column.
     *
     * @param value of a number, in the unit of the column; of a boolean the share of its second level, of a category the share of its
     *     commonest level
     * @param level the level whose share is given; null of numbers
     */
    public record Center(
            String column, double value, @Nullable String level) {}

    /**
     * How far a centroid is from the mean of all rows in a column, or in a level of a category.
     *
     * @param feature the column, or {@code column=level}
     * @param column the column alone
     * @param level the level whose share is given; null of numbers
     * @param centroid of the cluster: a number in the unit of the column, or the share of the level
     * @param mean of all rows, likewise
     * @param deviations the difference in standard deviations over all rows; 0 where there is no spread
     */
    public record Difference(
            String feature, String column, @Nullable String level, double centroid, double mean, double deviations) {}

    /**
     * A row near a centroid.
     *
     * @param row its number in the file, from 1
     * @param kept its cells of the kept columns, as they are written
     * @param distance to the centroid, in units of the features; with missing cells over the observed ones, extended to all
     * @param cells numbers, texts of levels, null where missing
     */
    public record TypicalRow(long row, List<String> kept, double distance, List<@Nullable Object> cells) {}

    public ClusterDescription {
        kept = List.copyOf(kept);
        columns = List.copyOf(columns);
        clusters = List.copyOf(clusters);
    }

    /**
     * Describes the clusters in one pass over the rows, and a second one for the cells that tell rows apart.
     *
     * @param source the rows that the model was fitted on
     * @throws io.eckart.data.DataException if the data cannot be read or has not the columns of the model
     */
    public static ClusterDescription of(TableSource source, FittedModel<KMeans> fitted, Workers workers) {
        ClusterRows rows = new ClusterRows(fitted.model());
        long[] passed = new long[1];
        source.forEachChunk(chunk -> {
            rows.add(chunk, fitted.encoding().encode(chunk), passed[0] + 1, workers);
            passed[0] += chunk.rows();
        });
        return new ClusterDescriber(source, fitted, rows).describe();
    }
}
