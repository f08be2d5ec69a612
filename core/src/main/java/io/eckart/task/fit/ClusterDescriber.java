package io.eckart.task.fit;

import io.eckart.data.Column;
import io.eckart.data.Encoding;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.sampling.RowTexts;
import io.eckart.model.KMeans;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.task.RowExamples;
import io.eckart.task.ShownCell;
import io.eckart.task.fit.ClusterDescription.Center;
import io.eckart.task.fit.ClusterDescription.Cluster;
import io.eckart.task.fit.ClusterDescription.Difference;
import io.eckart.task.fit.ClusterDescription.TypicalRow;
import io.eckart.task.fit.ClusterRows.Near;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Words clusters: centroids in units of the columns, differences, typical rows. */
final class ClusterDescriber {
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_DIFFERENCES = 200;
    /** Standard deviations below this part of the mean are rounding of float32. */
    private static final double CONSTANT = 1e-6;

    /** Of two levels that are equally far the one that the cluster has more of. */
    private static final Comparator<Difference> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Difference difference) -> Math.abs(difference.deviations()))
            .thenComparingDouble(Difference::deviations)
            .reversed();

    private final TableSource source;
    private final Encoding encoding;
    private final ClusterRows rows;
    private final List<Column> columns;
    private final int[] columnOf;
    private final int[] firstFeature;
    private final DoubleMatrix centroids;
    private final double[] means;
    private final double[] deviations;
    private final double[] shift;
    private final double[] scale;
    private final boolean images;

    ClusterDescriber(TableSource source, FittedModel<KMeans> fitted, ClusterRows rows) {
        this.source = source;
        this.encoding = fitted.encoding();
        this.rows = rows;
        this.columns = encoding.schema().features();
        this.columnOf = encoding.schema().featureColumns();
        this.firstFeature = IntStream.rangeClosed(0, columns.size())
                .map(j -> (int)
                        IntStream.of(columnOf).filter(column -> column < j).count())
                .toArray();
        this.centroids = fitted.model().centroids();
        this.means = fitted.model().means();
        this.deviations = rows.deviations();
        this.shift = encoding.shift();
        this.scale = encoding.scale();
        this.images = encoding.schema().image().isPresent();
    }

    ClusterDescription describe() {
        List<String> kept = source.sampleColumns().isPresent() ? List.of() : source.identifiers();
        long[] sizes = rows.sizes();
        long all = Math.max(1, LongStream.of(sizes).sum());
        Map<Long, List<String>> texts = RowTexts.of(
                source,
                kept,
                IntStream.range(0, sizes.length)
                        .boxed()
                        .flatMap(c -> rows.typical(c).stream())
                        .mapToLong(Near::number));
        List<Cluster> clusters = IntStream.range(0, sizes.length)
                .mapToObj(c -> new Cluster(
                        c,
                        sizes[c],
                        (double) sizes[c] / all,
                        images ? List.of() : centroid(c),
                        images ? List.of() : differences(c),
                        rows.typical(c).stream()
                                .map(near -> typical(near, texts))
                                .toList()))
                .toList();
        return new ClusterDescription(
                kept, shown(), clusters, images ? Optional.of(pictures(sizes)) : Optional.empty());
    }

    private List<String> shown() {
        return images
                ? List.of()
                : columns.stream().limit(MOST_COLUMNS).map(Column::name).toList();
    }

    private List<Center> centroid(int cluster) {
        return IntStream.range(0, columns.size())
                .map(column -> commonest(cluster, column))
                .mapToObj(feature -> new Center(
                        columns.get(columnOf[feature]).name(),
                        inUnits(centroids.get(cluster, feature), feature),
                        level(feature)))
                .toList();
    }

    /** The feature of a column, of a category that of the level which most rows of the cluster have. */
    private int commonest(int cluster, int column) {
        return IntStream.range(firstFeature[column], firstFeature[column + 1])
                .reduce((a, b) -> centroids.get(cluster, b) > centroids.get(cluster, a) ? b : a)
                .orElseThrow();
    }

    /** Only numbers are scaled, and they are one feature. */
    private double inUnits(double value, int feature) {
        int column = columnOf[feature];
        return value * scale[column] + shift[column];
    }

    private List<Difference> differences(int cluster) {
        return IntStream.range(0, columnOf.length)
                .mapToObj(feature -> difference(cluster, feature))
                .sorted(STRONGEST_FIRST)
                .limit(MOST_DIFFERENCES)
                .toList();
    }

    private Difference difference(int cluster, int feature) {
        double mean = means[feature];
        double value = centroids.get(cluster, feature);
        boolean varies = deviations[feature] > CONSTANT * Math.abs(mean);
        String column = columns.get(columnOf[feature]).name();
        String level = level(feature);
        return new Difference(
                column + (level == null ? "" : "=" + level),
                column,
                level,
                inUnits(value, feature),
                inUnits(mean, feature),
                varies ? (value - mean) / deviations[feature] : 0);
    }

    /** The level that a feature is 1 for: a boolean has one feature, for its second level. */
    private @Nullable String level(int feature) {
        int column = columnOf[feature];
        List<String> levels = columns.get(column).levels();
        return switch (columns.get(column).type()) {
            case CATEGORY -> levels.get(feature - firstFeature[column]);
            case BOOLEAN -> levels.get(1);
            case NUMBER, LABEL, IGNORED -> null;
        };
    }

    private TypicalRow typical(Near near, Map<Long, List<String>> texts) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int j = 0; j < shown().size(); j++) {
            cells.add(ShownCell.of(near.row(), 0, j));
        }
        return new TypicalRow(
                near.number(), texts.getOrDefault(near.number(), List.of()), Math.sqrt(near.squaredDistance()), cells);
    }

    /** Examples are numbered by cluster; their labels give its number of rows. */
    private RowExamples pictures(long[] sizes) {
        List<RowExamples.View> views = new ArrayList<>();
        Table centers = encoding.decode(centroids.toFloat(), source.name());
        @Nullable
        String[] labels = LongStream.of(sizes)
                .mapToObj(size -> String.format(Locale.ROOT, "%,d rows", size))
                .toArray(String[]::new);
        views.add(new RowExamples.View("centroid", centers.withLabels("rows", labels)));
        for (int place = 0; place < ClusterRows.TYPICAL; place++) {
            views.add(new RowExamples.View(place == 0 ? "nearest row" : "next", typicalRows(centers, place)));
        }
        long[] numbers = IntStream.range(0, sizes.length).asLongStream().toArray();
        return RowExamples.of(sizes.length, numbers, views);
    }

    private Table typicalRows(Table centers, int place) {
        double[] cells = new double[centers.rows() * centers.width()];
        Arrays.fill(cells, Double.NaN);
        for (int c = 0; c < centers.rows(); c++) {
            Near near = rows.typical(c, place);
            if (near != null) {
                near.row().copyCells(cells, c * centers.width());
            }
        }
        return centers.withCells(cells);
    }
}
