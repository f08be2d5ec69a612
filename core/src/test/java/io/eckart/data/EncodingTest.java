package io.eckart.data;

import static io.eckart.data.EncodingTables.chunked;
import static io.eckart.data.EncodingTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.FloatMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static final Column SIZE = Column.number("size");
    private static final Column FLAG = new Column("flag", ColumnType.BOOLEAN, List.of("no", "yes"));
    private static final Column KIND = Column.category("kind", List.of("a", "b", "c"));
    private static final double NAN = Double.NaN;

    private static Table mixed() {
        return table(List.of(SIZE, FLAG, KIND), 1, 0, 2, 3, 1, 0, NAN, NAN, NAN, 5, 1, 1);
    }

    @Test
    void oneHotKeepsMissingCellsMissing() {
        Encoding encoding = Encoding.fit(mixed(), Scaling.NONE);
        assertThat(encoding.featureNames()).containsExactly("size", "flag", "kind=a", "kind=b", "kind=c");
        float nan = Float.NaN;
        assertThat(encoding.encode(mixed()).values())
                .containsExactly(1, 0, 0, 0, 1, 3, 1, 1, 0, 0, nan, nan, nan, nan, nan, 5, 1, 0, 1, 0);
    }

    @Test
    void scalingsChangeNumbersOnly() {
        // observed sizes 1, 3, 5: mean 3, standard deviation over n sqrt(8/3), minimum 1, range 4
        double sd = Math.sqrt(8.0 / 3);
        assertThat(sizes(Scaling.CENTER)).containsExactly(-2, 0, Float.NaN, 2);
        assertThat(sizes(Scaling.STANDARD)).containsExactly((float) (-2 / sd), 0, Float.NaN, (float) (2 / sd));
        assertThat(sizes(Scaling.MINMAX)).containsExactly(0, 0.5f, Float.NaN, 1);
        FloatMatrix standard = Encoding.fit(mixed(), Scaling.STANDARD).encode(mixed());
        assertThat(standard.get(3, 1)).isEqualTo(1);
        assertThat(standard.get(3, 3)).isEqualTo(1);
    }

    private static float[] sizes(Scaling scaling) {
        FloatMatrix features = Encoding.fit(mixed(), scaling).encode(mixed());
        float[] sizes = new float[features.rows()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = features.get(i, 0);
        }
        return sizes;
    }

    @Test
    void timestampsStandardiseInFloat64() {
        // Spread of 29 around 1.6e9: float32 has steps of 128 there.
        double[] times = new double[101];
        Arrays.setAll(times, i -> 1.6e9 + i);
        FloatMatrix features =
                Encoding.fit(table(List.of(SIZE), times), Scaling.STANDARD).encode(table(List.of(SIZE), times));
        double sd = Math.sqrt((101.0 * 101 - 1) / 12);
        for (int i = 0; i < times.length; i++) {
            // 1e-6: float32 rounding of a number below 2, and 1e-16 * 1.6e9 / 29 from the mean in float64.
            assertThat((double) features.get(i, 0)).as("row %d", i).isCloseTo((i - 50) / sd, within(1e-6));
        }
    }

    @Test
    void decodeGivesTheCellsBack() {
        for (Scaling scaling : Scaling.values()) {
            Encoding encoding = Encoding.fit(mixed(), scaling);
            Table back = encoding.decode(encoding.encode(mixed()), "back");
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 3; j++) {
                    assertThat(back.cell(i, j))
                            .as("%s, cell %d, %d", scaling, i, j)
                            .isEqualTo(Double.valueOf(mixed().cell(i, j)));
                }
            }
        }
    }

    @Test
    void decodeGivesDecimalNumbersBack() {
        SplittableRandom random = new SplittableRandom(7);
        double[] cells = new double[2000];
        // Up to six significant digits survive float32, which keeps at least six.
        Arrays.setAll(cells, i -> random.nextInt(-999_999, 1_000_000) / Math.pow(10, i % 8));
        Table rows = table(List.of(SIZE), cells);
        Encoding encoding = Encoding.fit(rows, Scaling.NONE);
        Table back = encoding.decode(encoding.encode(rows), "back");
        for (int i = 0; i < cells.length; i++) {
            assertThat(back.cell(i, 0)).as("seed 7, row %d", i).isEqualTo(cells[i]);
        }
    }

    @Test
    void decodedNumbersHaveTheSameFeatures() {
        SplittableRandom random = new SplittableRandom(11);
        double[] cells = new double[3000];
        Arrays.setAll(cells, i -> random.nextGaussian() * Math.pow(10, i % 60 - 30) + (i % 7 == 0 ? 1e6 : 0));
        for (Scaling scaling : Scaling.values()) {
            Table rows = table(List.of(SIZE), cells);
            Encoding encoding = Encoding.fit(rows, scaling);
            float[] features = encoding.encode(rows).values();
            Table back = encoding.decode(new FloatMatrix(cells.length, 1, features), "back");
            float[] again = encoding.encode(back).values();
            double scale = encoding.scale()[0];
            for (int i = 0; i < cells.length; i++) {
                // One step of float32, and what float64 loses when the shift is added and taken off again.
                double allowed = Math.ulp(features[i]) + 4 * Math.ulp(encoding.shift()[0]) / scale;
                assertThat((double) again[i])
                        .as("%s, seed 11, row %d", scaling, i)
                        .isCloseTo(features[i], within(allowed));
            }
        }
    }

    @Test
    void categoryIsTheLargestLevelAndBooleanTheNearest() {
        Encoding encoding = Encoding.fit(mixed(), Scaling.NONE);
        float nan = Float.NaN;
        FloatMatrix features = new FloatMatrix(3, 5, new float[] {
            0, 0.49f, 0.2f, 0.9f, 0.8f, //
            0, 0.5f, nan, -2, -3, //
            0, nan, nan, nan, nan
        });
        Table back = encoding.decode(features, "back");
        assertThat(new double[] {back.cell(0, 1), back.cell(0, 2)}).containsExactly(0, 1);
        assertThat(new double[] {back.cell(1, 1), back.cell(1, 2)}).containsExactly(1, 1);
        assertThat(back.isMissing(2, 1)).isTrue();
        assertThat(back.isMissing(2, 2)).isTrue();
    }

    @Test
    void chunksChangeNoBit() {
        SplittableRandom random = new SplittableRandom(3);
        double[] cells = new double[3 * 101];
        Arrays.setAll(
                cells,
                i -> i % 3 == 0 ? 100 + random.nextGaussian() : i % 3 == 1 ? random.nextInt(2) : random.nextInt(3));
        Table rows = table(List.of(SIZE, FLAG, KIND), cells);
        for (Scaling scaling : Scaling.values()) {
            Encoding whole = Encoding.fit(rows, scaling);
            for (int size : new int[] {1, 7, 100}) {
                Encoding parts = Encoding.fit(chunked(rows, size), scaling);
                assertThat(parts.shift())
                        .as("%s, %d rows a chunk", scaling, size)
                        .isEqualTo(whole.shift());
                assertThat(parts.scale()).isEqualTo(whole.scale());
                assertThat(Features.collect(parts.encode(chunked(rows, size)))
                                .values()
                                .values())
                        .isEqualTo(whole.encode(rows).values());
            }
        }
    }

    @Test
    void statisticsAgreeWithTheTwoPassFormula() {
        SplittableRandom random = new SplittableRandom(5);
        double[] cells = new double[1000];
        Arrays.setAll(cells, i -> i % 10 == 0 ? NAN : 1e6 + random.nextGaussian());
        double[] observed = Arrays.stream(cells).filter(x -> !Double.isNaN(x)).toArray();
        double mean = Arrays.stream(observed).sum() / observed.length;
        double sd = Math.sqrt(
                Arrays.stream(observed).map(x -> (x - mean) * (x - mean)).sum() / observed.length);
        Encoding encoding = Encoding.fit(table(List.of(SIZE), cells), Scaling.STANDARD);
        // 900 additions at 1e6 lose at most 900 * 1e6 * 1.1e-16 = 1e-7 in the worst case.
        assertThat(encoding.shift()[0]).isCloseTo(mean, within(1e-7));
        assertThat(encoding.scale()[0]).isCloseTo(sd, within(1e-7));
    }

    @Test
    void columnsWithoutCellsOrSpreadAreErrors() {
        List<Column> two = List.of(SIZE, Column.number("b c"));
        assertThatThrownBy(() -> Encoding.fit(table(two, 1, NAN, 2, NAN), Scaling.NONE))
                .isInstanceOf(DataException.class)
                .hasMessage("t: no cell is observed in column 'b c'; leave out column 'b c'");
        assertThatThrownBy(() -> Encoding.fit(table(two, 1, 4, 2, 4), Scaling.STANDARD))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(
                        "t: ",
                        "column 'b c'",
                        "leave out column 'b c'",
                        "the scaling to none",
                        "the scaling to center");
        assertThatThrownBy(() -> Encoding.fit(table(two, 1, 0.1, 2, 0.1, 3, 0.1), Scaling.MINMAX))
                .hasMessageContaining("column 'b c'");
        assertThat(Encoding.fit(table(two, 1, 4, 2, 4), Scaling.CENTER).shift()).containsExactly(1.5, 4);
    }

    @Test
    void atMostFiveConstantColumnsAreNamed() {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            columns.add(Column.number("k" + i));
        }
        assertThatThrownBy(() -> Encoding.fit(table(columns, new double[14]), Scaling.STANDARD))
                .hasMessageContaining("'k0', 'k1', 'k2', 'k3', 'k4' and 2 more")
                .hasMessageContaining("leave out columns 'k0', 'k1', 'k2', 'k3', 'k4' and 2 more");
    }

    @Test
    void noRowsAndNoFeaturesAreErrors() {
        assertThatThrownBy(() -> Encoding.fit(table(List.of(SIZE)), Scaling.NONE))
                .hasMessage("t: there are no rows");
        Table text = new Table("t", Schema.of(List.of(Column.ignored("a"))), 3, new double[0], null);
        assertThatThrownBy(() -> Encoding.fit(text, Scaling.NONE)).hasMessageContaining("no feature columns");
    }

    @Test
    void featuresOfTheSameNameAreAnError() {
        Table rows = table(List.of(Column.number("kind=a"), KIND), 1, 0);
        assertThatThrownBy(() -> Encoding.fit(rows, Scaling.NONE))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("'kind=a'", "rename");
    }

    @Test
    void otherColumnsAreAnError() {
        Encoding encoding = Encoding.fit(mixed(), Scaling.NONE);
        assertThatThrownBy(() -> encoding.encode(table(List.of(SIZE, KIND), 1, 1)))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("t: ", "3 feature columns", "'flag'", "'kind'");
    }

    @Test
    void aLevelChangedBehindTheTablesBackIsRefused() {
        Encoding encoding = Encoding.fit(mixed(), Scaling.NONE);
        double[] cells = {1, 0, 2, 3, 1, 0};
        Table rows = table(List.of(SIZE, FLAG, KIND), cells);
        cells[5] = 4;
        assertThatThrownBy(() -> encoding.encode(rows))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("row index 1", "column 'kind'", "4.0", "3 levels");
    }

    @Test
    void numbersBeyondFloat32AreAnError() {
        Encoding encoding = Encoding.fit(table(List.of(SIZE), 1, 2), Scaling.NONE);
        assertThatThrownBy(() -> encoding.encode(table(List.of(SIZE), 1, 1e39)))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("column 'size'", "float32");
        assertThatThrownBy(() -> Encoding.fit(table(List.of(SIZE), -1e308, 1e308), Scaling.MINMAX))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("column 'size'", "float64");
    }

    @Test
    void restoredFromItsParts() {
        Encoding fitted = Encoding.fit(mixed(), Scaling.STANDARD);
        Encoding restored = new Encoding(fitted.schema(), fitted.scaling(), fitted.shift(), fitted.scale());
        assertThat(restored.encode(mixed()).values())
                .isEqualTo(fitted.encode(mixed()).values());
        assertThatThrownBy(() -> new Encoding(fitted.schema(), Scaling.NONE, new double[2], new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Encoding(fitted.schema(), Scaling.STANDARD, new double[3], new double[] {0, 1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'size'");
    }
}
