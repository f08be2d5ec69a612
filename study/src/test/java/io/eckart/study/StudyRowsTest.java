package io.eckart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.ImageShape;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.synthetic.DrawnDigits;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class StudyRowsTest {
    private static final Workers WORKERS = Workers.of(1);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static StudyRows of(Table table) {
        return StudyRows.of(table, StudyScale.QUICK, new RandomStreams(1), WORKERS);
    }

    /** Rows of two hidden numbers, a constant column, and a hole in every tenth row. */
    private static Table table(int rows, int width) {
        SplittableRandom random = new RandomStreams(3).stream("table");
        double[] cells = new double[rows * width];
        for (int i = 0; i < rows; i++) {
            double a = random.nextGaussian();
            double b = random.nextGaussian();
            for (int j = 0; j < width; j++) {
                cells[i * width + j] = j == 0 ? 7 : a * Math.sin(j) + b * Math.cos(j) + .1 * random.nextGaussian();
            }
            if (i % 10 == 9) {
                cells[i * width + 1] = Double.NaN;
            }
        }
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < width; j++) {
            columns.add(Column.number("c" + j));
        }
        return new Table("table", Schema.of(columns), rows, cells, null);
    }

    @Test
    void holesAndConstantColumnsAreLeftOut() {
        StudyRows rows = of(table(200, 12));
        assertThat(rows.data().features()).isEqualTo(11);
        assertThat(rows.data().train().rows() + rows.data().test().rows()).isEqualTo(180);
        assertThat(rows.data().intrinsicDimension()).isEqualTo(2);
        assertThat(rows.sampling()).contains("180 of 200 rows", "missing cells", "11 of 12 features");
        for (float value : rows.data().train().values()) {
            assertThat(value).isFinite();
        }
    }

    /** Each seed holds out other rows, as many, and labels stay with their rows. */
    @Test
    void rowsAreSplitAgain() {
        StudyData data = of(new DrawnDigits(100, 1).generate()).data();
        StudyData other = data.resplit(new RandomStreams(4).stream("held out"));
        assertThat(other.train().rows()).isEqualTo(data.train().rows());
        assertThat(other.test().values()).isNotEqualTo(data.test().values());
        assertThat(labelled(other)).isEqualTo(labelled(data));
    }

    /** All rows with their labels, sorted. */
    private static List<String> labelled(StudyData data) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < data.train().rows(); i++) {
            rows.add(Arrays.toString(data.train().copyRows(i, i + 1).values())
                    + data.trainLabels().orElseThrow()[i]);
        }
        for (int i = 0; i < data.test().rows(); i++) {
            rows.add(Arrays.toString(data.test().copyRows(i, i + 1).values())
                    + data.testLabels().orElseThrow()[i]);
        }
        return rows.stream().sorted().toList();
    }

    /** A table is standardised; what was taken out is known, over the deviation of the column. */
    @Test
    void theMeanThatStandardisingRemovesIsKept() {
        Table table = table(200, 6);
        double[] cells = new double[200 * 6];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i % 6 == 2 ? 10 + table.cell(i / 6, 2) : table.cell(i / 6, i % 6);
        }
        List<Double> removed = of(table.withCells(cells)).data().removedMean();
        List<Double> before = of(table).data().removedMean();
        // The constant column is left out.
        assertThat(removed).hasSize(5);
        double deviation = 10 / (removed.get(1) - before.get(1));
        assertThat(deviation).isBetween(.5, 1.5);
        assertThat(removed.getFirst()).isCloseTo(before.getFirst(), within(1e-6));
        assertThat(of(new DrawnDigits(100, 1).generate()).data().removedMean()).containsOnly(0.0);
    }

    /** Such a feature is constant among the rows of some seed, which no map can learn then. */
    @Test
    void featuresThatHardlyVaryAreLeftOut() {
        Table table = table(200, 12);
        double[] cells = new double[200 * 12];
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 12; j++) {
                cells[i * 12 + j] = j == 3 && i % 25 > 0 ? 0 : table.cell(i, j);
            }
        }
        assertThat(of(table.withCells(cells)).data().features()).isEqualTo(10);
    }

    @Test
    void wideTablesAreThinnedEvenly() {
        StudyRows rows = of(table(200, 60));
        assertThat(rows.data().features()).isEqualTo(25);
        assertThat(rows.sampling()).contains("25 of 60 features");
    }

    @Test
    void tooLittleIsRefusedWithTheReason() {
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> of(table(60, 12)))
                .withMessageContaining("54 rows without a missing cell")
                .withMessageContaining("fill the missing cells first");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> of(table(200, 4)))
                .withMessageContaining("3 features that vary");
    }

    /** Files are often sorted: the rows taken must reach to their end. */
    @Test
    void rowsComeFromTheWholeFile() {
        int rows = 4000;
        Table table = table(rows, 6);
        double[] cells = new double[rows * 6];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < 6; j++) {
                cells[i * 6 + j] = j == 5 ? i : table.cell(i, j);
            }
        }
        StudyData data = of(table.withCells(cells)).data();
        assertThat(data.train().rows() + data.test().rows()).isEqualTo(1500);
        double largest = -9;
        for (int i = 0; i < data.train().rows(); i++) {
            largest = Math.max(largest, data.train().get(i, data.features() - 1));
        }
        // The last of rows numbered evenly is the square root of 3 deviations above their mean.
        assertThat(largest).isGreaterThan(1.7);
    }

    @Test
    void imagesAreAveragedOverBlocks() {
        StudyRows rows = of(new DrawnDigits(100, 1).generate());
        assertThat(rows.data().features()).isLessThanOrEqualTo(25);
        assertThat(rows.sampling()).contains("5 x 5 blocks");
        assertThat(rows.data().trainLabels()).isPresent();
        assertThat(Arrays.stream(rows.data().trainLabels().orElseThrow())
                        .distinct()
                        .count())
                .isEqualTo(10);
    }

    @Test
    void aBlockIsTheMeanOfItsPixels() {
        float[] pixels = new float[4 * 4 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i;
        }
        FloatMatrix means = StudyRows.averaged(new FloatMatrix(1, 48, pixels), new ImageShape(4, 4, 3), 2);
        // Rows 0 and 1, columns 0 and 1: 0 to 5 and 12 to 17.
        assertThat(means.values()).containsExactly(8.5f, 14.5f, 32.5f, 38.5f);
    }

    @Test
    void generatedRowsAreTheSameForTheSameSeed() {
        StudyRows one = StudyRows.generated(StudyScale.QUICK, new RandomStreams(1));
        StudyRows same = StudyRows.generated(StudyScale.QUICK, new RandomStreams(1));
        StudyRows other = StudyRows.generated(StudyScale.QUICK, new RandomStreams(2));
        assertThat(same.data().train().values()).isEqualTo(one.data().train().values());
        assertThat(other.data().train().values())
                .isNotEqualTo(one.data().train().values());
        assertThat(one.data().intrinsicDimension()).isEqualTo(5);
    }
}
