package io.eckart.task.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.ImageShape;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.model.KMeans;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.ClusterDescription.Center;
import io.eckart.task.fit.ClusterDescription.Cluster;
import io.eckart.task.fit.ClusterDescription.Difference;
import io.eckart.task.fit.ClusterDescription.TypicalRow;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterDescriptionTest {
    private static final int ROWS = 90;
    /** Features and centroids are float32 at a size of 1,000. */
    private static final double FLOAT = 1e-3;

    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(2);

    /** A third of the rows weighs a thousand more, is nearly always red, and has no tail. */
    private static Table table() {
        SplittableRandom random = new SplittableRandom(4);
        double[] cells = new double[4 * ROWS];
        for (int i = 0; i < ROWS; i++) {
            boolean heavy = i % 3 == 0;
            cells[4 * i] = (heavy ? 1100 : 100) + random.nextGaussian();
            cells[4 * i + 1] = random.nextGaussian();
            cells[4 * i + 2] = heavy && i > 3 ? 2 : i % 2;
            cells[4 * i + 3] = heavy ? 0 : 1;
        }
        cells[4 * 30 + 1] = Double.NaN;
        Schema schema = Schema.of(List.of(
                Column.number("weight"),
                Column.number("noise"),
                Column.category("colour", List.of("blue", "green", "red")),
                new Column("tail", ColumnType.BOOLEAN, List.of("no", "yes"))));
        return new Table("animals", schema, ROWS, cells, null);
    }

    private static ClusterDescription describe(Table table, Fitted<KMeans, KMeansFit> fitted) {
        try (Workers workers = Workers.of(2)) {
            return ClusterDescription.of(table, fitted.model(), workers);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Scaling.class,
            names = {"NONE", "STANDARD", "MINMAX"})
    void aCentroidIsInUnitsOfTheColumns(Scaling scaling) {
        Table table = table();
        Fitted<KMeans, KMeansFit> fitted = Fit.kMeans(table, KMeansConfig.clusters(2), OPTIONS.withScaling(scaling));
        ClusterDescription found = describe(table, fitted);
        Cluster heavy = found.clusters().get(fitted.run().labels()[0]);
        assertThat(heavy.rows()).isEqualTo(30);
        assertThat(heavy.share()).isEqualTo(30.0 / 90);
        assertThat(heavy.centroid()).extracting(Center::column).containsExactly("weight", "noise", "colour", "tail");
        assertThat(heavy.centroid().getFirst().value())
                .isCloseTo(mean(table, fitted.run().labels(), heavy.cluster(), 0), within(FLOAT));
        assertThat(heavy.centroid().get(2).level()).isEqualTo("red");
        assertThat(heavy.centroid().get(2).value()).isCloseTo(28.0 / 30, within(FLOAT));
        assertThat(heavy.centroid().get(3)).isEqualTo(new Center("tail", 0, "yes"));
    }

    private static double mean(Table table, int[] labels, int cluster, int column) {
        return IntStream.range(0, ROWS)
                .filter(i -> labels[i] == cluster && !table.isMissing(i, column))
                .mapToDouble(i -> table.cell(i, column))
                .average()
                .orElseThrow();
    }

    /** Raw columns have means that are not 0 and deviations that are not 1. */
    @ParameterizedTest
    @EnumSource(
            value = Scaling.class,
            names = {"NONE", "STANDARD"})
    void theColumnsThatSetAClusterApartComeFirst(Scaling scaling) {
        Table table = table();
        Fitted<KMeans, KMeansFit> fitted = Fit.kMeans(table, KMeansConfig.clusters(2), OPTIONS.withScaling(scaling));
        ClusterDescription found = describe(table, fitted);
        Cluster heavy = found.clusters().get(fitted.run().labels()[0]);
        assertThat(heavy.differences())
                .hasSize(6)
                .isSortedAccordingTo(Comparator.comparingDouble((Difference d) -> Math.abs(d.deviations()))
                        .reversed());
        assertThat(heavy.differences().getLast().feature()).isEqualTo("noise");
        assertThat(heavy.differences()).extracting(Difference::feature).contains("colour=red", "tail=yes");
        Difference weight = heavy.differences().stream()
                .filter(difference -> difference.feature().equals("weight"))
                .findFirst()
                .orElseThrow();
        double mean = IntStream.range(0, ROWS)
                .mapToDouble(i -> table.cell(i, 0))
                .average()
                .orElseThrow();
        double deviation = Math.sqrt(IntStream.range(0, ROWS)
                .mapToDouble(i -> Math.pow(table.cell(i, 0) - mean, 2))
                .average()
                .orElseThrow());
        assertThat(weight.mean()).isCloseTo(mean, within(FLOAT));
        assertThat(weight.deviations()).isCloseTo((weight.centroid() - mean) / deviation, within(1e-5));
    }

    @Test
    void typicalRowsAreTheNearestAndHaveTheirCells() {
        Table table = table();
        Fitted<KMeans, KMeansFit> fitted = Fit.kMeans(table, KMeansConfig.clusters(2), OPTIONS);
        int[] labels = fitted.run().labels();
        for (Cluster cluster : describe(table, fitted).clusters()) {
            double[] distances = IntStream.range(0, ROWS)
                    .mapToDouble(i -> labels[i] == cluster.cluster() ? distance(table, fitted, i) : Double.MAX_VALUE)
                    .toArray();
            List<Long> nearest = IntStream.range(0, ROWS)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> distances[i]))
                    .limit(3)
                    .map(i -> i + 1L)
                    .toList();
            assertThat(cluster.typical()).extracting(TypicalRow::row).isEqualTo(nearest);
            TypicalRow first = cluster.typical().getFirst();
            assertThat(first.distance()).isCloseTo(distances[(int) first.row() - 1], within(FLOAT));
            assertThat(first.cells().getFirst()).isEqualTo(table.cell((int) first.row() - 1, 0));
            assertThat(first.cells().get(2)).isIn("blue", "green", "red");
        }
    }

    private static double distance(Table table, Fitted<KMeans, KMeansFit> fitted, int row) {
        float[] cells =
                fitted.model().encoding().encode(table.select(new int[] {row})).values();
        double[] centroid = fitted.run()
                .model()
                .centroids()
                .copyRows(fitted.run().labels()[row], fitted.run().labels()[row] + 1)
                .values();
        double sum = 0;
        int observed = 0;
        for (int j = 0; j < cells.length; j++) {
            sum += Float.isNaN(cells[j]) ? 0 : Math.pow(cells[j] - centroid[j], 2);
            observed += Float.isNaN(cells[j]) ? 0 : 1;
        }
        return Math.sqrt(sum * cells.length / observed);
    }

    @Test
    void numbersAreThoseThatTheModelPredictsAlsoWhereItWasCutOff() {
        SplittableRandom random = new SplittableRandom(2);
        double[] cells = new double[2 * 500];
        Arrays.setAll(cells, i -> random.nextDouble());
        Table table = new Table("square", Schema.of(List.of(Column.number("x"), Column.number("y"))), 500, cells, null);
        KMeansConfig cut = KMeansConfig.clusters(7).withRestarts(1).withMaxIterations(1);
        Fitted<KMeans, KMeansFit> fitted = Fit.kMeans(table, cut, OPTIONS);
        assertThat(fitted.run().converged()).isFalse();
        try (Workers workers = Workers.of(1)) {
            int[] predicted =
                    fitted.run().model().predict(fitted.model().encoding().encode(table), workers);
            assertThat(fitted.run().labels()).isEqualTo(predicted);
        }
        assertThat(describe(table, fitted).clusters().stream().mapToLong(Cluster::rows))
                .containsExactly(Arrays.stream(fitted.run().sizes()).boxed().toArray(Long[]::new));
    }

    @Test
    void ofImagesACentroidIsAPicture() {
        SplittableRandom random = new SplittableRandom(3);
        double[] cells = new double[4 * 20];
        Arrays.setAll(cells, i -> (i / 4 % 2 == 0 ? 200 : 0) + random.nextInt(40));
        List<Column> pixels =
                IntStream.range(0, 4).mapToObj(j -> Column.number("p" + j)).toList();
        Table images = new Table("images", new Schema(pixels, Optional.of(new ImageShape(2, 2, 1))), 20, cells, null);
        Fitted<KMeans, KMeansFit> fitted = Fit.kMeans(images, KMeansConfig.clusters(2), OPTIONS);
        ClusterDescription found = describe(images, fitted);
        assertThat(found.clusters()).allSatisfy(cluster -> {
            assertThat(cluster.rows()).isEqualTo(10);
            assertThat(cluster.centroid()).isEmpty();
            assertThat(cluster.typical()).hasSize(3);
        });
        assertThat(found.pictures().orElseThrow().views()).hasSize(4).startsWith("centroid");
        assertThat(found.pictures().orElseThrow().rows())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.pixels()).hasSize(4));
        assertThat(found.pictures().orElseThrow().rows().getFirst().label()).isEqualTo("10 rows");
        assertThat(fitted.notes()).isEmpty();
    }
}
