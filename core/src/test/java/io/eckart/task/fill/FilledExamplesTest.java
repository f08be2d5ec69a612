package io.eckart.task.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.task.RowExamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilledExamplesTest {
    private static final Schema SCHEMA = Schema.of(List.of(Column.number("a"), Column.number("b"), Column.label("l")));

    /** Rows whose b is missing where their number from 1 divides by {@code every}. */
    private static Table rows(int first, int count, int every, boolean filled) {
        double[] cells = new double[2 * count];
        String[] labels = new String[count];
        for (int i = 0; i < count; i++) {
            int number = first + i;
            cells[2 * i] = number;
            cells[2 * i + 1] = number % every != 0 ? 7 : filled ? -number : Double.NaN;
            labels[i] = "l" + number;
        }
        return new Table("rows", SCHEMA, count, cells, labels);
    }

    private static RowExamples examples(int every, int... chunks) {
        FilledExamples gathered = new FilledExamples();
        int first = 1;
        for (int count : chunks) {
            gathered.add(rows(first, count, every, false), rows(first, count, every, true));
            first += count;
        }
        return gathered.examples().orElseThrow();
    }

    @Test
    void onlyRowsWithHolesAreKeptWithTheirNumbers() {
        RowExamples examples = examples(4, 6, 5);
        assertThat(examples.of()).isEqualTo(2);
        assertThat(examples.views()).containsExactly("as it is", "filled");
        assertThat(examples.rows()).extracting(RowExamples.Example::row).containsExactly(4L, 8L);
        assertThat(examples.rows()).extracting(RowExamples.Example::label).containsExactly("l4", "l8");
        RowExamples.Example last = examples.rows().getLast();
        assertThat(last.cells().getFirst()).containsExactly(8.0, null);
        assertThat(last.cells().getLast()).containsExactly(8.0, -8.0);
    }

    @Test
    void ofManyEvenlySpreadOnesAreKeptWhateverTheChunks() {
        RowExamples examples = examples(2, 3000, 1, 2999);
        assertThat(examples.of()).isEqualTo(3000);
        assertThat(examples.rows()).hasSizeBetween(200, 400);
        List<Long> numbers =
                examples.rows().stream().map(RowExamples.Example::row).toList();
        long step = numbers.get(1) - numbers.getFirst();
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(2 + i * step);
        }
        assertThat(examples(2, 6000)).isEqualTo(examples);
    }

    @Test
    void ofAWideTableTheColumnsWithGapsAreShown() {
        int width = RowExamples.MOST_COLUMNS + 20;
        Schema wide = Schema.of(java.util.stream.IntStream.range(0, width)
                .mapToObj(j -> Column.number("c" + j))
                .toList());
        double[] before = new double[width];
        before[width - 1] = Double.NaN;
        FilledExamples gathered = new FilledExamples();
        gathered.add(new Table("t", wide, 1, before, null), new Table("t", wide, 1, new double[width], null));
        RowExamples examples = gathered.examples().orElseThrow();
        assertThat(examples.columns())
                .hasSize(RowExamples.MOST_COLUMNS)
                .startsWith("c0")
                .endsWith("c" + (width - 1));
        assertThat(examples.rows().getFirst().cells().getFirst()).endsWith((Object) null);
    }

    @Test
    void whereNothingIsMissingThereIsNothingToShow() {
        FilledExamples gathered = new FilledExamples();
        gathered.add(rows(1, 3, 9, false), rows(1, 3, 9, true));
        assertThat(gathered.examples()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gathered.add(rows(1, 3, 9, false), rows(1, 2, 9, true)))
                .withMessageContaining("2 x 2 cells, not 3 x 2");
    }
}
