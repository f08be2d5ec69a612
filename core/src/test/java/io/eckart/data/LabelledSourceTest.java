package io.eckart.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelledSourceTest {
    private static final Schema SCHEMA = Schema.of(List.of(Column.number("x")));

    /** Five rows in chunks of two whose number nobody knows before. */
    private static final class Chunks implements TableSource {
        private final String column;

        Chunks(String column) {
            this.column = column;
        }

        @Override
        public String name() {
            return "rows.csv";
        }

        @Override
        public Schema schema() {
            return Schema.of(List.of(Column.number(column)));
        }

        @Override
        public OptionalLong rowCount() {
            return OptionalLong.empty();
        }

        @Override
        public TableCursor open() {
            return new TableCursor() {
                private int row;

                @Override
                public @Nullable Table next() {
                    double[] cells = new double[Math.min(2, 5 - row)];
                    Arrays.setAll(cells, i -> row + i);
                    row += cells.length;
                    return cells.length == 0 ? null : new Table(name(), schema(), cells.length, cells, null);
                }

                @Override
                public void close() {}
            };
        }
    }

    private static List<String> read(TableSource source) {
        List<String> rows = new ArrayList<>();
        try (TableCursor cursor = source.open()) {
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                for (int i = 0; i < chunk.rows(); i++) {
                    rows.add((int) chunk.cell(i, 0) + " " + chunk.label(i));
                }
            }
        }
        return rows;
    }

    private static Table labels(int count) {
        @Nullable String[] texts = new String[count];
        Arrays.setAll(texts, i -> i == 1 ? null : "l" + i);
        return new Table("labels.csv", Schema.of(List.of(Column.label("it"))), count, new double[0], texts);
    }

    @Test
    void eachRowHasItsLabelInEveryPass() {
        LabelledSource source = LabelledSource.of(new Chunks("x"), labels(5));
        assertThat(source.schema().label().map(Column::name)).contains("label");
        List<String> rows = List.of("0 l0", "1 null", "2 l2", "3 l3", "4 l4");
        assertThat(read(source)).isEqualTo(rows);
        assertThat(read(source)).isEqualTo(rows);
    }

    @Test
    void tooFewAndTooManyAreNamed() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(LabelledSource.of(new Chunks("x"), labels(3))))
                .withMessageContaining("labels.csv: 3 labels for at least 4 rows of rows.csv");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> read(LabelledSource.of(new Chunks("x"), labels(6))))
                .withMessageContaining("labels.csv: 6 labels for 5 rows of rows.csv");
        Table known = new Table("rows.csv", SCHEMA, 2, new double[2], null);
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> LabelledSource.of(known, labels(3)))
                .withMessageContaining("labels.csv: 3 labels for 2 rows of rows.csv");
    }

    @Test
    void otherLabelsAreNotReplaced() {
        Table own = new Table("rows.csv", SCHEMA, 2, new double[2], null).withLabels("y", new String[2]);
        assertThatIllegalArgumentException().isThrownBy(() -> LabelledSource.of(own, labels(2)));
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> LabelledSource.of(new Chunks("label"), labels(5)))
                .withMessageContaining("rename it");
    }
}
