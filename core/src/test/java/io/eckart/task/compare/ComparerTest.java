package io.eckart.task.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.FitOptions;
import io.eckart.task.PlantedTable;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparerTest {
    private static final long SEED = 23;
    private static final FitOptions OPTIONS = FitOptions.DEFAULT.withThreads(2);

    /** Points near a circle in two of six columns, the others follow from these; the label is the half of it. */
    private static Table circle(int rows) {
        SplittableRandom random = new RandomStreams(SEED).stream("circle");
        double[] cells = new double[6 * rows];
        @Nullable String[] labels = new String[rows];
        for (int i = 0; i < rows; i++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double x = 2 * Math.cos(angle);
            double y = 2 * Math.sin(angle);
            double[] row = {x, y, x + y, x - y, 2 * x, y / 2};
            for (int j = 0; j < 6; j++) {
                cells[6 * i + j] = row[j] + .05 * random.nextGaussian();
            }
            labels[i] = x > 0 ? "right" : "left";
        }
        List<Column> columns = new java.util.ArrayList<>();
        for (int j = 0; j < 6; j++) {
            columns.add(Column.number("x" + j));
        }
        columns.add(Column.label("half"));
        return new Table("circle", Schema.of(columns), rows, cells, labels);
    }

    private static Comparison.Entry entry(Comparison of, ComparedModel model, int k) {
        return of.entries().stream()
                .filter(entry -> entry.model() == model && entry.k() == k)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLinearTableWantsPcaOfItsRank() {
        Table table = PlantedTable.of(400, SEED);
        Comparison found = Comparer.compare(
                table,
                ComparisonConfig.DEFAULT.withModels(List.of(ComparedModel.FREE)).withCodeSizes(List.of(1, 3, 6)),
                OPTIONS);
        assertThat(found.recommendation()).startsWith("Take pca with k = 3");
        assertThat(found.complete()).isTrue();
        assertThat(found.entries()).hasSize(1 + 3 + 3);
        assertThat(found.rawLabel()).isNull();
        for (Comparison.Floor floor : found.floors()) {
            Comparison.Entry pca = entry(found, ComparedModel.PCA, floor.k());
            Comparison.Entry free = entry(found, ComparedModel.FREE, floor.k());
            assertThat(pca.reconstruction().mean()).isGreaterThanOrEqualTo(floor.reconstruction());
            assertThat(free.reconstruction().mean()).isGreaterThanOrEqualTo(floor.reconstruction());
            // Noise and masks are drawn once, so the floor of the expectation may be missed by a little.
            assertThat(free.denoising().mean()).isGreaterThan(.97 * floor.denoising());
            assertThat(free.masked().mean()).isGreaterThan(.97 * floor.masked());
            assertThat(free.masked().mean()).isLessThan(1.3 * floor.masked());
        }
    }

    @Test
    void aCurvedTableWantsANetwork() {
        Comparison found = Comparer.compare(
                circle(500),
                ComparisonConfig.DEFAULT
                        .withModels(List.of(ComparedModel.NETWORK, ComparedModel.KMEANS))
                        .withCodeSizes(List.of(1)),
                OPTIONS);
        assertThat(found.recommendation()).as("seed %d", SEED).startsWith("Take network with k = 1");
        assertThat(Objects.requireNonNull(entry(found, ComparedModel.MEAN, 0).label())
                        .mean())
                .isCloseTo(.5, within(.1));
        assertThat(Objects.requireNonNull(found.rawLabel()).mean()).isGreaterThan(.9);
        assertThat(entry(found, ComparedModel.MEAN, 0).filling().mean()).isCloseTo(1, within(.15));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        ComparisonConfig config =
                ComparisonConfig.DEFAULT.withModels(List.of(ComparedModel.FREE)).withCodeSizes(List.of(1));
        Comparison one = Comparer.compare(circle(90), config, OPTIONS.withThreads(1));
        Comparison three = Comparer.compare(circle(90), config, OPTIONS.withThreads(3));
        for (int i = 0; i < one.entries().size(); i++) {
            Comparison.Entry a = one.entries().get(i);
            Comparison.Entry b = three.entries().get(i);
            assertThat(b.reconstruction()).isEqualTo(a.reconstruction());
            assertThat(b.denoising()).isEqualTo(a.denoising());
            assertThat(b.filling()).isEqualTo(a.filling());
            assertThat(b.label()).isEqualTo(a.label());
        }
        assertThat(three.floors()).isEqualTo(one.floors());
    }

    @Test
    void anInterruptedComparisonHasWhatItGotTo() {
        int[] asked = {0};
        Comparison found = Comparer.compare(
                circle(90),
                ComparisonConfig.DEFAULT.withModels(List.of(ComparedModel.FREE)).withCodeSizes(List.of(1)),
                OPTIONS.withStop(() -> ++asked[0] > 6));
        assertThat(found.complete()).isFalse();
        assertThat(found.entries())
                .extracting(Comparison.Entry::model)
                .containsExactly(ComparedModel.MEAN, ComparedModel.PCA);
    }

    @Test
    void theCodeSizeIsTheSmallestThatIsEnough() {
        CodeSizeChoice choice = CodeSizeChoice.of(
                PlantedTable.of(300, SEED),
                k -> io.eckart.training.AutoencoderConfig.of(new io.eckart.network.FreeEncoder(), k),
                OPTIONS);
        assertThat(choice.codeSize()).as(choice.description()).isBetween(2, 3);
        assertThat(choice.description()).contains("95 %");
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        assertThatThrownBy(() ->
                        Comparer.compare(circle(90), ComparisonConfig.DEFAULT.withCodeSizes(List.of(2, 7)), OPTIONS))
                .hasMessageContaining("circle")
                .hasMessageContaining("k = 7")
                .hasMessageContaining("at most 6");
        assertThatThrownBy(() -> Comparer.compare(circle(10), ComparisonConfig.DEFAULT, OPTIONS))
                .hasMessageContaining("at least 20");
        assertThatThrownBy(() -> ComparedModel.parse("forest")).hasMessageContaining("network");
        assertThatThrownBy(() -> ComparisonConfig.DEFAULT.withFolds(1)).hasMessageContaining("2 to 20");
    }
}
