package io.eckart.task.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Table;
import io.eckart.numerics.RandomStreams;
import io.eckart.task.PlantedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingnessTest {
    private static final long SEED = 3;

    @ParameterizedTest
    @ValueSource(strings = {"mcar:0.2", "mar:0.2", "mnar:0.2", "mcar:0.5", "mnar:0.6", "mar:0.5"})
    void hidesThePartItSays(String text) {
        Missingness missingness = Missingness.parse(text);
        Table table = PlantedTable.of(4000, SEED);
        boolean[] hidden = missingness.choose(table, new RandomStreams(SEED));
        int count = 0;
        for (boolean flag : hidden) {
            count += flag ? 1 : 0;
        }
        // 40,000 cells: four standard deviations of a mean are 0.01, more where rows lose all their cells together.
        assertThat((double) count / hidden.length).as("seed %d", SEED).isCloseTo(missingness.rate(), within(0.015));
        assertThat(missingness.toString()).isEqualTo(text);
        assertThat(missingness.choose(table, new RandomStreams(SEED))).isEqualTo(hidden);
    }

    /** The mean of the cells that stay, in standard deviations of the column from the mean of all. */
    private static double shift(Table table, boolean[] hidden, int column) {
        double all = 0;
        double squares = 0;
        double stay = 0;
        int count = 0;
        for (int i = 0; i < table.rows(); i++) {
            all += table.cell(i, column) / table.rows();
            squares += table.cell(i, column) * table.cell(i, column) / table.rows();
            if (!hidden[i * table.width() + column]) {
                stay += table.cell(i, column);
                count++;
            }
        }
        return (stay / count - all) / Math.sqrt(squares - all * all);
    }

    @Test
    void largeValuesAreMissingOnlyWhereTheMechanismSaysSo() {
        Table table = PlantedTable.of(4000, SEED);
        boolean[] mcar = Missingness.parse("mcar:0.3").choose(table, new RandomStreams(SEED));
        boolean[] mnar = Missingness.parse("mnar:0.3").choose(table, new RandomStreams(SEED));
        for (int j = 0; j < table.width(); j++) {
            assertThat(shift(table, mcar, j)).isCloseTo(0, within(0.05));
            assertThat(shift(table, mnar, j)).isLessThan(-0.2);
        }
    }

    @Test
    void someColumnsStayWhereTheOthersDependOnThem() {
        Table table = PlantedTable.of(2000, SEED);
        boolean[] hidden = Missingness.parse("mar:0.3").choose(table, new RandomStreams(SEED));
        int whole = 0;
        for (int j = 0; j < table.width(); j++) {
            boolean any = false;
            for (int i = 0; i < table.rows(); i++) {
                any |= hidden[i * table.width() + j];
            }
            whole += any ? 0 : 1;
        }
        assertThat(whole).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mcar", "mcar:x", "mcar:0", "mcar:1", "mcar:-0.1", "all:0.2", "mcar:0.1:2", "mar:NaN"})
    void otherTextsAreRefused(String text) {
        assertThatThrownBy(() -> Missingness.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreThanTheOtherColumnsHoldCannotBeHidden() {
        Table table = PlantedTable.of(100, SEED);
        assertThatThrownBy(() -> Missingness.parse("mar:0.8").choose(table, new RandomStreams(SEED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("7 of 10");
    }
}
