package io.eckart.task.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableProfile;
import io.eckart.task.Histogram;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DistributionsTest {
    private static final Schema SCHEMA = Schema.of(
            List.of(Column.number("fine"), Column.number("coarse"), Column.category("level", List.of("a", "b", "c"))));

    /** Every fourth coarse cell is missing; the third level does not occur. */
    private static Table table(int rows) {
        SplittableRandom random = new SplittableRandom(4);
        double[] cells = new double[3 * rows];
        for (int i = 0; i < rows; i++) {
            cells[3 * i] = random.nextGaussian();
            cells[3 * i + 1] = i % 4 == 0 ? Double.NaN : random.nextInt(1, 7);
            cells[3 * i + 2] = i % 2;
        }
        return new Table("table", SCHEMA, rows, cells, null);
    }

    private static double[] sorted(Table table, int column) {
        double[] cells = new double[table.rows()];
        Arrays.setAll(cells, i -> table.cell(i, column));
        return Arrays.stream(cells).filter(cell -> !Double.isNaN(cell)).sorted().toArray();
    }

    @Test
    void ofFewRowsAllIsExact() {
        Table table = table(1000);
        List<ColumnDistribution> found =
                Distributions.of(table, TableProfile.of(table), table.select(new int[] {1, 2}));
        double[] fine = sorted(table, 0);
        ColumnDistribution first = found.getFirst();
        assertThat(first.unique()).isEqualTo(1000);
        assertThat(first.uniqueIsExact()).isTrue();
        assertThat(first.median()).isCloseTo((fine[499] + fine[500]) / 2, within(1e-15));
        assertThat(first.quantileCells()).isEqualTo(1000);
        assertThat(first.missingShare()).isZero();
        ColumnDistribution dice = found.get(1);
        assertThat(dice.unique()).isEqualTo(6);
        assertThat(dice.missingShare()).isEqualTo(.25);
        assertThat(dice.histogram().bins()).extracting(Histogram.Bin::at).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        assertThat(dice.histogram().values()).isEqualTo(750);
        ColumnDistribution level = found.get(2);
        assertThat(level.unique()).as("levels that occur").isEqualTo(2);
        assertThat(level.histogram()).isEqualTo(Histogram.EMPTY);
        assertThat(level.median()).isNaN();
    }

    @Test
    void ofVeryManyDifferentNumbersTheSampleIsUsed() {
        int rows = 100_000;
        Table table = table(rows);
        Table sample = table.select(java.util.stream.IntStream.range(0, 10_000).toArray());
        ColumnDistribution fine =
                Distributions.of(table, TableProfile.of(table), sample).getFirst();
        assertThat(fine.uniqueIsExact()).isFalse();
        assertThat((double) fine.unique()).isCloseTo(rows, within(.03 * rows));
        assertThat(fine.quantileCells()).isEqualTo(10_000);
        double[] cells = sorted(sample, 0);
        assertThat(fine.median()).isEqualTo((cells[4999] + cells[5000]) / 2);
        assertThat(fine.histogram().values()).as("all rows").isEqualTo(rows);
    }
}
