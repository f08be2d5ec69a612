package io.eckart.data;

import static io.eckart.data.EncodingTables.chunked;
import static io.eckart.data.EncodingTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Columns far from zero are read relative to an offset, and columns that float32 rounds are noted. */
class EncodingOffsetTest {
    private static final Column SIZE = Column.number("size");
    private static final Column KIND = Column.category("kind", List.of("a", "b", "c"));
    private static final double NAN = Double.NaN;

    private static Table numbers(DoubleUnaryOperator cell, int rows) {
        return table(
                List.of(SIZE),
                IntStream.range(0, rows).mapToDouble(i -> cell.applyAsDouble(i)).toArray());
    }

    @Test
    void onlyColumnsFarFromZeroHaveAnOffset() {
        SplittableRandom random = new SplittableRandom(5);
        double[] cells = new double[4 * 2000];
        // Near zero, far from it, constant, and a category.
        Arrays.setAll(cells, i -> switch (i % 4) {
            case 0 -> random.nextInt(60) / 10.0;
            case 1 -> 1.7e9 + random.nextInt(600);
            case 2 -> 0.1;
            default -> 1;
        });
        Table rows = table(List.of(SIZE, Column.number("time"), Column.number("one"), KIND), cells);
        Encoding encoding = Encoding.fit(rows, Scaling.NONE, true);
        assertThat(encoding.shift()[0]).isZero();
        // A multiple of 1/2, near the mean.
        assertThat(encoding.shift()[1]).isCloseTo(1.7e9 + 300, within(20.0));
        assertThat(2 * encoding.shift()[1]).isEqualTo(Math.rint(2 * encoding.shift()[1]));
        assertThat(encoding.shift()[2]).isEqualTo(0.1);
        assertThat(encoding.shift()[3]).isZero();
        assertThat(encoding.featureShift()).hasSize(6).startsWith(encoding.shift());
        assertThat(encoding.decode(encoding.encode(rows), "back").cells()).isEqualTo(cells);
        assertThat(Encoding.fit(rows, Scaling.NONE).shift()).containsOnly(0);
        for (int size : new int[] {1, 700, 1500}) {
            assertThat(Encoding.fit(chunked(rows, size), Scaling.NONE, true).shift())
                    .as("%d rows a chunk", size)
                    .isEqualTo(encoding.shift());
        }
    }

    @Test
    void aColumnFirstObservedLateHasAnOffsetToo() {
        Table late = numbers(i -> i < 1500 ? NAN : 1.7e9 + i, 2000);
        for (int size : new int[] {1, 700, 2000}) {
            assertThat(Encoding.fit(chunked(late, size), Scaling.NONE, true).shift())
                    .containsExactly(1.7e9 + 1500);
        }
    }

    @Test
    void columnsThatFloat32RoundsAreNoted() {
        assertThat(Encoding.fit(numbers(i -> 5.2e6 + i % 7 * 0.1, 50), Scaling.NONE)
                        .notes())
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.kind()).isEqualTo(Note.Kind.ROUNDED);
                    assertThat(note.column()).contains("size");
                    assertThat(note.message())
                            .isEqualTo(
                                    "column 'size': its values differ by 0.202 (standard deviation), and float32 holds"
                                            + " numbers of their size in steps of 0.500 only, so that differences are rounded or"
                                            + " lost");
                });
        // Too small for float32 at all.
        assertThat(Encoding.fit(numbers(i -> i * 1e-46, 50), Scaling.NONE).notes())
                .hasSize(1);
    }

    @Test
    void columnsThatFloat32HoldsAreNotNoted() {
        // Whole numbers below 2^24, a constant, and times that vary little in the first rows only.
        assertThat(Encoding.fit(numbers(i -> 16_000_000 + i % 3, 50), Scaling.NONE)
                        .notes())
                .isEmpty();
        assertThat(Encoding.fit(numbers(i -> 0.1, 50), Scaling.NONE).notes()).isEmpty();
        assertThat(Encoding.fit(numbers(i -> 1.7e9 + 60 * i, 5000), Scaling.NONE)
                        .notes())
                .isEmpty();
        // The offset keeps what float32 would lose.
        assertThat(Encoding.fit(numbers(i -> 5.2e6 + i % 7 * 0.1, 50), Scaling.NONE, true)
                        .notes())
                .isEmpty();
        assertThat(Encoding.fit(numbers(i -> 5.2e6 + i % 7 * 0.1, 50), Scaling.STANDARD)
                        .notes())
                .isEmpty();
    }
}
