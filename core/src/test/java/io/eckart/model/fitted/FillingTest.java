package io.eckart.model.fitted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.ColumnRanges;
import io.eckart.data.ColumnType;
import io.eckart.data.Encoding;
import io.eckart.data.Scaling;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.numerics.FloatMatrix;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How estimates become cells of the user's table. */
class FillingTest {
    private static final double NAN = Double.NaN;
    private static final Schema SCHEMA = Schema.of(List.of(
            Column.number("x"),
            new Column("b", ColumnType.BOOLEAN, List.of("no", "yes")),
            Column.category("c", List.of("red", "green", "blue"))));

    /** Of x, which spans 0 to 10 and is halved after 1 was taken from it. */
    private static Encoding encoding(double least, double most) {
        ColumnRanges ranges = new ColumnRanges(new double[] {least, 0, 0}, new double[] {most, 1, 2});
        return new Encoding(
                SCHEMA, Scaling.STANDARD, new double[] {1, 0, 0}, new double[] {2, 1, 1}, Optional.of(ranges));
    }

    private static Filling fill(Encoding encoding, double[] cells, float... estimates) {
        int rows = cells.length / 3;
        return Filling.of(encoding, new FloatMatrix(rows, 5, estimates), new Table("t", SCHEMA, rows, cells, null));
    }

    @Test
    void missingCellsTakeEstimatesAndObservedOnesStay() {
        double[] cells = {NAN, 1, NAN, 2.123456789, NAN, 1};
        Filling filling = fill(encoding(0, 10), cells, 1.5f, 0.2f, 0.1f, 0.6f, 0.1f, 9, 0.7f, 0.9f, 0.05f, 0.05f);
        assertThat(filling.filled()).containsExactly(true, false, true, false, true, false);
        Table table = filling.table();
        assertThat(new double[] {table.cell(0, 0), table.cell(0, 1), table.cell(0, 2)})
                .containsExactly(4, 1, 1);
        assertThat(new double[] {table.cell(1, 0), table.cell(1, 1), table.cell(1, 2)})
                .containsExactly(2.123456789, 1, 1);
    }

    @Test
    void probabilitiesAreSharesOfTheEstimates() {
        double[] cells = {NAN, NAN, NAN, NAN, NAN, NAN, NAN, 0, 0};
        Filling filling = fill(
                encoding(0, 10), cells, new float[] {0, 0.25f, 0.5f, 0.25f, -0.1f, 0, 1.2f, -3, -1, -2, 0, 0.5f, 1, 0, 0
                });
        double[] expected = {NAN, 0.75, 2 / 3.0, NAN, 1, 1 / 3.0, NAN, NAN, NAN};
        assertThat(filling.probabilities()).containsExactly(expected, within(1e-7));
    }

    @Test
    void numbersAreRoundedToAMillionthOfTheRangeAndStayWithinIt() {
        double[] cells = {NAN, 0, 0};
        float third = 1 / 3f;
        assertThat(fill(encoding(0, 10), cells, third, 0, 0, 0, 0).table().cell(0, 0))
                .isEqualTo(1.66667);
        assertThat(fill(encoding(0, 1000), cells, third, 0, 0, 0, 0).table().cell(0, 0))
                .isEqualTo(1.667);
        assertThat(fill(encoding(-1e8, 1e8), cells, third, 0, 0, 0, 0).table().cell(0, 0))
                .as("too wide a range to round")
                .isCloseTo(5 / 3.0, within(1e-7));
        assertThat(fill(encoding(0, 10), cells, 7, 0, 0, 0, 0).table().cell(0, 0))
                .isEqualTo(10);
        assertThat(fill(encoding(0, 10), cells, -3, 0, 0, 0, 0).table().cell(0, 0))
                .isZero();
        assertThat(fill(encoding(5, 5), cells, 1.9f, 0, 0, 0, 0).table().cell(0, 0))
                .as("a column that does not vary")
                .isEqualTo(5);
    }
}
