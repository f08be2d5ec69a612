package io.eckart.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Column;
import io.eckart.data.ImageShape;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowExamplesTest {
    private static final Schema TABLE =
            Schema.of(List.of(Column.number("a"), Column.category("b", List.of("red", "blue"))));

    @Test
    void cellsAreWhatStandsInTheFile() {
        Table table = new Table("t", TABLE, 2, new double[] {1.5, 1, Double.NaN, 0}, null);
        RowExamples examples = RowExamples.of(
                10,
                new long[] {3, 9},
                List.of(new RowExamples.View("as it is", table), new RowExamples.View("same", table)));
        assertThat(examples.columns()).containsExactly("a", "b");
        assertThat(examples.rows()).hasSize(2);
        assertThat(examples.rows().getFirst().row()).isEqualTo(3);
        assertThat(examples.rows().getFirst().cells()).hasSize(2);
        assertThat(examples.rows().getFirst().cells().getFirst()).isEqualTo(List.of(1.5, "blue"));
        assertThat(examples.rows().getLast().cells().getLast()).isEqualTo(Arrays.asList(null, "red"));
    }

    @Test
    void pixelsGoFromBlackToTheLargestValueAndMissingOnesAreGrey() {
        Schema images = new Schema(
                List.of(Column.number("p0"), Column.number("p1"), Column.number("p2")),
                Optional.of(new ImageShape(1, 3, 1)));
        Table table = new Table("t", images, 1, new double[] {0, 10, Double.NaN}, null);
        RowExamples examples = RowExamples.of(1, new long[] {1}, List.of(new RowExamples.View("as it is", table)));
        assertThat(Base64.getDecoder()
                        .decode(examples.rows().getFirst().pixels().getFirst()))
                .containsExactly(0, 255, 128);
        assertThat(examples.columns()).isEmpty();
    }

    @Test
    void rowsAreTakenEvenlyWhereThereAreTooMany() {
        int n = 50_000;
        double[] cells = new double[2 * n];
        long[] numbers = new long[n];
        Arrays.setAll(numbers, i -> i + 1L);
        RowExamples examples = RowExamples.of(
                n, numbers, List.of(new RowExamples.View("as it is", new Table("t", TABLE, n, cells, null))));
        assertThat(examples.rows()).hasSize(2000);
        assertThat(examples.rows().get(1).row() - examples.rows().getFirst().row())
                .isEqualTo(25);
    }
}
