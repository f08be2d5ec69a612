package io.eckart.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eckart.data.Table;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeopleTableTest {
    private static final PeopleTable MADE = new PeopleTable(4000, 0.1, 7);

    private final Table table = MADE.generate();

    /** Over the rows in which both are there and nothing is swapped. */
    private double correlation(int one, int other) {
        int[] rows = IntStream.range(0, table.rows())
                .filter(i -> i % 100 != 99 && !table.isMissing(i, one) && !table.isMissing(i, other))
                .toArray();
        double x = IntStream.of(rows)
                .mapToDouble(i -> table.cell(i, one))
                .average()
                .orElseThrow();
        double y = IntStream.of(rows)
                .mapToDouble(i -> table.cell(i, other))
                .average()
                .orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i : rows) {
            xx += Math.pow(table.cell(i, one) - x, 2);
            yy += Math.pow(table.cell(i, other) - y, 2);
            xy += (table.cell(i, one) - x) * (table.cell(i, other) - y);
        }
        return xy / Math.sqrt(xx * yy);
    }

    @Test
    void columnsGoTogetherAsIsSaid() {
        assertThat(correlation(4, 5)).as("height and weight").isGreaterThan(0.6);
        assertThat(correlation(2, 4)).as("sex and height").isGreaterThan(0.5);
        assertThat(correlation(6, 8)).as("pulse and sport").isLessThan(-0.5);
        assertThat(correlation(3, 7)).as("age and city").isBetween(-0.05, 0.05);
    }

    @Test
    void cellsAreMissingAtTheRateInFourColumnsOnly() {
        for (int column = 0; column < table.width(); column++) {
            int at = column;
            long missing = IntStream.range(0, table.rows())
                    .filter(i -> table.isMissing(i, at))
                    .count();
            if (column == 3 || column == 5 || column == 6 || column == 8) {
                // 396 expected, deviation 19: five of these.
                assertThat(missing).isBetween(300L, 492L);
            } else {
                assertThat(missing).isZero();
            }
        }
    }

    @Test
    void everybodyHasAnotherNameAndSwappedRowsStandOut() {
        assertThat(table.schema().features().get(1).levels())
                .doesNotHaveDuplicates()
                .hasSize(4000);
        assertThat(MADE.swapped()).hasSize(40).startsWith(99);
        assertThat(IntStream.of(MADE.swapped()).filter(i -> table.cell(i, 5) > table.cell(i, 4)))
                .as("heavier than tall")
                .hasSizeGreaterThan(38);
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeopleTable(0, 0, 1))
                .withMessageContaining("rows must be from 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PeopleTable(1, 1, 1))
                .withMessageContaining("missing rate");
    }
}
