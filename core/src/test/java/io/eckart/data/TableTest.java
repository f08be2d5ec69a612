package io.eckart.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    private static final Column KIND = Column.category("kind", List.of("a", "b", "c"));
    private static final Column FLAG = new Column("flag", ColumnType.BOOLEAN, List.of("no", "yes"));

    private static Table table(double... cells) {
        return new Table("t", Schema.of(List.of(KIND, FLAG)), cells.length / 2, cells, null);
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 3, -1, 0.5, Double.POSITIVE_INFINITY, 1e300})
    void whatIsNotTheIndexOfALevelIsRefused(double cell) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(0, 0, cell, 1))
                .withMessage("row index 1, column 'kind': " + cell
                        + " is not the index of a level; the 3 levels [a, b, c] have the indices 0 to 2");
    }

    @Test
    void booleansHaveTwoLevels() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table(0, 2))
                .withMessageContaining("row index 0, column 'flag': 2.0 ");
        Table good = table(0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> good.withCells(new double[] {3, 0}))
                .withMessageContaining("column 'kind'");
    }

    @Test
    void levelsMissingCellsAndNumbersBeyondTheRowsAreFine() {
        assertThat(table(2, 1, Double.NaN, Double.NaN).rows()).isEqualTo(2);
        // Behind the cells of the rows there may be more, which do not count.
        assertThat(new Table("t", Schema.of(List.of(KIND)), 1, new double[] {2, 9}, null).cell(0, 0))
                .isEqualTo(2);
    }
}
