package io.eckart.task.clean;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ColumnChangeTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-12);

    @Test
    void columnsThatMovedMostComeFirst() {
        Table before = table(new double[][] {{1, 10}, {3, 10}, {Double.NaN, 40}});
        Table after = table(new double[][] {{1.5, 12}, {2.5, 12}, {7, 42}});
        List<ColumnChange> changes = ColumnChange.of(before, after);
        assertThat(changes).extracting(ColumnChange::column).containsExactly("a", "b");
        ColumnChange a = changes.getFirst();
        assertThat(a.change()).as("a cell that was missing is no change").isCloseTo(0.5, ROUNDING);
        assertThat(a.spread()).isCloseTo(1, ROUNDING);
        assertThat(a.relative()).isCloseTo(0.5, ROUNDING);
        ColumnChange b = changes.getLast();
        assertThat(b.change()).isCloseTo(2, ROUNDING);
        assertThat(b.spread()).isCloseTo(Math.sqrt(200), ROUNDING);
    }

    @Test
    void aConstantThatMovedIsBehindAllThatAreMeasured() {
        Table before = table(new double[][] {{5, 1}, {5, 2}});
        Table after = table(new double[][] {{5.1, 1.1}, {5.1, 2}});
        List<ColumnChange> changes = ColumnChange.of(before, after);
        assertThat(changes).extracting(ColumnChange::column).containsExactly("b", "a");
        assertThat(changes.getLast().relative()).isNaN();
    }

    @Test
    void whatStaysHasChangedByNothing() {
        Table same = table(new double[][] {{1, Double.NaN}, {1, Double.NaN}});
        assertThat(ColumnChange.of(same, same))
                .extracting(ColumnChange::relative)
                .containsExactly(0.0, 0.0);
    }

    private static Table table(double[][] rows) {
        Schema schema = Schema.of(List.of(Column.number("a"), Column.number("b")));
        double[] cells = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return new Table("rows", schema, rows.length, cells, null);
    }
}
