package io.eckart.task.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.FitOptions;
import io.eckart.task.PlantedTable;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final int N = 300;
    private static final long SEED = 8;

    /** Three groups along a; c is -2 a but in row 42; d is missing where b is; e is constant; f names the group. */
    private static Table planted() {
        SplittableRandom random = new RandomStreams(SEED).stream("planted");
        Schema schema = Schema.of(List.of(
                Column.number("a"),
                Column.number("b"),
                Column.number("c"),
                Column.number("d"),
                Column.number("e"),
                Column.category("f", List.of("x", "y", "z"))));
        double[] cells = new double[6 * N];
        for (int i = 0; i < N; i++) {
            int group = i % 3;
            double a = 100 + 20 * group + random.nextGaussian();
            boolean hole = i % 10 == 5;
            cells[6 * i] = a;
            cells[6 * i + 1] = hole ? Double.NaN : random.nextGaussian();
            cells[6 * i + 2] = i == 42 ? 0 : -2 * a + .1 * random.nextGaussian();
            cells[6 * i + 3] = hole ? Double.NaN : random.nextGaussian();
            cells[6 * i + 4] = 7;
            cells[6 * i + 5] = group;
        }
        return new Table("planted", schema, N, cells, null);
    }

    private static Exploration explore(int threads) {
        return Explorer.explore(planted(), FitOptions.DEFAULT.withThreads(threads));
    }

    @Test
    void whatWasPlantedIsFound() {
        Exploration found = explore(2);
        assertThat(found.profile().rows()).isEqualTo(N);
        assertThat(found.profile().incompleteRows()).isEqualTo(N / 10);
        assertThat(found.profile().patterns()).singleElement().satisfies(pattern -> {
            assertThat(pattern.columns()).containsExactly("b", "d");
            assertThat(pattern.rows()).isEqualTo(N / 10);
        });
        assertThat(found.profile().columns().get(4).deviation()).isZero();
        assertThat(found.profile().columns().get(5).levels()).containsEntry("y", 100L);
        assertThat(Objects.requireNonNull(found.bestClustering()).k()).isEqualTo(3);
        Exploration.OddRow odd = found.oddRows().getFirst();
        assertThat(odd.row()).as("from 1").isEqualTo(43);
        assertThat(odd.features().getFirst().name()).isIn("a", "c");
        assertThat(odd.features())
                .filteredOn(feature -> feature.name().equals("c"))
                .singleElement()
                .satisfies(zero ->
                        assertThat(zero.value()).as("no rest of rounding").isEqualTo(0));
        assertThat(found.correlations().getFirst().first()).isEqualTo("a");
        assertThat(found.pcaMap().points()).hasSize(N);
        assertThat(found.networkMap()).isNotNull();
        assertThat(found.features()).isEqualTo(8);
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        Exploration one = explore(1);
        Exploration three = explore(3);
        assertThat(three.profile()).isEqualTo(one.profile());
        assertThat(three.spectrum()).isEqualTo(one.spectrum());
        assertThat(three.dimension()).isEqualTo(one.dimension());
        assertThat(three.pcaMap()).isEqualTo(one.pcaMap());
        assertThat(three.networkMap()).isEqualTo(one.networkMap());
        assertThat(three.clusters()).isEqualTo(one.clusters());
        assertThat(three.oddRows()).isEqualTo(one.oddRows());
        assertThat(three.correlations()).isEqualTo(one.correlations());
    }

    @Test
    void oneRowIsNoTable() {
        Table one = planted().select(new int[] {0});
        assertThatThrownBy(() -> Explorer.explore(one, FitOptions.DEFAULT)).hasMessageContaining("one row");
    }

    @Test
    void twoColumnsOrTwoRowsAreEnough() {
        Table two = PlantedTable.numbers(2, 1, new double[] {1, 2});
        Exploration found = Explorer.explore(two, FitOptions.DEFAULT.withThreads(1));
        assertThat(found.clusters()).isEmpty();
        assertThat(found.dimension().twoNearest()).isNaN();
    }

    /** Against the definition by hand: rows 0, 1 and 10, 12 on a line. */
    @Test
    void theSilhouetteIsThatOfItsDefinition() {
        FloatMatrix rows = new FloatMatrix(4, 1, new float[] {0, 1, 10, 12});
        try (Workers workers = Workers.of(1)) {
            double expected = ((11 - 1) / 11.0 + (10 - 1) / 10.0 + (9.5 - 2) / 9.5 + (11.5 - 2) / 11.5) / 4;
            assertThat(new Silhouette(rows, workers).mean(new int[] {0, 0, 1, 1}))
                    .isCloseTo(expected, within(1e-7));
        }
    }
}
