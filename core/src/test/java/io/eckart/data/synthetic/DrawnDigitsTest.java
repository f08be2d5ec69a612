package io.eckart.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.Column;
import io.eckart.data.ImageShape;
import io.eckart.data.Table;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class DrawnDigitsTest {
    private static final int COUNT = 2000;
    private static final int PIXELS = 784;

    private final Table digits = new DrawnDigits(COUNT, 11).generate();

    @Test
    void tableHasTheShapeOfMnist() {
        assertThat(digits.schema().image()).contains(new ImageShape(28, 28, 1));
        assertThat(digits.schema().label()).contains(Column.label("digit"));
        assertThat(digits.schema().features()).hasSize(PIXELS);
        assertThat(digits.schema().features().getLast().name()).isEqualTo("pixel784");
        assertThat(digits.rows()).isEqualTo(COUNT);
    }

    @Test
    void everyPixelIsAByteOver255() {
        Set<Double> levels = new HashSet<>();
        for (int k = 0; k <= 255; k++) {
            levels.add(k / 255.0);
        }
        for (int i = 0; i < COUNT; i++) {
            for (int j = 0; j < PIXELS; j++) {
                assertThat(levels.contains(digits.cell(i, j)))
                        .as("drawing %d, pixel %d is %s", i, j, digits.cell(i, j))
                        .isTrue();
            }
        }
    }

    @Test
    void everyTenDrawingsHoldEachDigitInChangingOrder() {
        Set<String> orders = new HashSet<>();
        for (int i = 0; i < COUNT; i += 10) {
            StringBuilder order = new StringBuilder();
            for (int j = i; j < i + 10; j++) {
                order.append(digits.label(j));
            }
            assertThat(order.chars().distinct().count()).as("order %s", order).isEqualTo(10);
            orders.add(order.toString());
        }
        // Of 10! orders, 200 draws give the same one twice with probability 0.005, as happens here; seed 11.
        assertThat(orders).hasSizeBetween(198, 200);
    }

    @Test
    void firstDrawingsDoNotDependOnTheCount() {
        Table fewer = new DrawnDigits(123, 11).generate();
        for (int i = 0; i < 123; i++) {
            assertThat(fewer.label(i)).isEqualTo(digits.label(i));
            assertThat(image(fewer, i)).as("drawing %d", i).isEqualTo(image(digits, i));
        }
    }

    @Test
    void bitsAreTheSameEverywhere() {
        assertThat(checksum(new DrawnDigits(200, 11).generate())).isEqualTo(checksum(digits.select(range(200))));
        assertThat(checksum(new DrawnDigits(200, 12).generate())).isNotEqualTo(checksum(digits.select(range(200))));
        // Computed once on x86-64 Linux with OpenJDK 25; other platforms and locales must agree.
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(checksum(new DrawnDigits(200, 11).generate())).isEqualTo(1_097_694_220L);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noTwoDrawingsAreEqual() {
        Set<Long> checksums = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            checksums.add(checksum(digits.select(new int[] {i})));
        }
        assertThat(checksums).hasSize(500);
    }

    @Test
    void nearestClassMeanFindsMostDigits() {
        double[][] means = means(digits, COUNT / 2);
        int[] right = new int[10];
        for (int i = COUNT / 2; i < COUNT; i++) {
            int digit = digit(digits, i);
            right[digit] += nearest(means, image(digits, i)) == digit ? 1 : 0;
        }
        int sum = 0;
        for (int digit = 0; digit < 10; digit++) {
            // One of ten would be chance; MNIST has 81 % by this rule.
            assertThat(right[digit]).as("of 100 drawings of %d, seed 11", digit).isGreaterThan(65);
            sum += right[digit];
        }
        assertThat(sum).as("of 1000, seed 11").isBetween(850, 980);
    }

    @Test
    void inkIsAmpleAndRarelyTouchesTheBorder() {
        int touching = 0;
        for (int i = 0; i < COUNT; i++) {
            double[] image = image(digits, i);
            double ink = 0;
            double border = 0;
            for (int j = 0; j < PIXELS; j++) {
                ink += image[j];
                boolean edge = j / 28 == 0 || j / 28 == 27 || j % 28 == 0 || j % 28 == 27;
                border += edge ? image[j] : 0;
            }
            assertThat(ink).as("ink of drawing %d in pixels", i).isBetween(15.0, 300.0);
            touching += border > 0 ? 1 : 0;
        }
        assertThat(touching).as("of 2000, seed 11").isLessThan(COUNT / 20);
    }

    @Test
    void otherSizesShowTheSameDrawings() {
        Table large = new DrawnDigits(50, 56, 11).generate();
        assertThat(large.schema().image()).contains(new ImageShape(56, 56, 1));
        for (int i = 0; i < 50; i++) {
            assertThat(large.label(i)).isEqualTo(digits.label(i));
            double difference = 0;
            for (int j = 0; j < PIXELS; j++) {
                difference += Math.abs(quarters(large, i, j) - digits.cell(i, j)) / PIXELS;
            }
            // Anti-aliasing rounds corners differently; the mean ink is 0.12.
            assertThat(difference).as("mean difference of drawing %d", i).isLessThan(0.01);
        }
    }

    @Test
    void smallestSizeStillHasInk() {
        Table small = new DrawnDigits(100, 8, 11).generate();
        for (int i = 0; i < 100; i++) {
            double most = 0;
            for (int j = 0; j < 64; j++) {
                most = Math.max(most, small.cell(i, j));
            }
            assertThat(most).as("drawing %d", i).isGreaterThan(0.3);
        }
    }

    @Test
    void badSettingsAreRefusedWithValueAndRange() {
        assertThatThrownBy(() -> new DrawnDigits(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("count must be from 1 to 2739137, got 0");
        assertThatThrownBy(() -> new DrawnDigits(2739138, 1)).hasMessageContaining("got 2739138");
        assertThatThrownBy(() -> new DrawnDigits(1, 7, 1)).hasMessage("size must be from 8 to 512, got 7");
        assertThatThrownBy(() -> new DrawnDigits(1, 513, 1)).hasMessage("size must be from 8 to 512, got 513");
    }

    private static double quarters(Table large, int row, int pixel) {
        int corner = pixel / 28 * 2 * 56 + pixel % 28 * 2;
        return (large.cell(row, corner)
                        + large.cell(row, corner + 1)
                        + large.cell(row, corner + 56)
                        + large.cell(row, corner + 57))
                / 4;
    }

    private static double[][] means(Table table, int rows) {
        double[][] means = new double[10][PIXELS];
        for (int i = 0; i < rows; i++) {
            double[] mean = means[digit(table, i)];
            for (int j = 0; j < PIXELS; j++) {
                mean[j] += table.cell(i, j) / (rows / 10.0);
            }
        }
        return means;
    }

    private static int nearest(double[][] means, double[] image) {
        int nearest = 0;
        for (int digit = 1; digit < 10; digit++) {
            nearest = distance(means[digit], image) < distance(means[nearest], image) ? digit : nearest;
        }
        return nearest;
    }

    private static double distance(double[] one, double[] other) {
        double squares = 0;
        for (int j = 0; j < one.length; j++) {
            squares += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return squares;
    }

    private static int digit(Table table, int row) {
        return Integer.parseInt(Objects.requireNonNull(table.label(row)));
    }

    private static double[] image(Table table, int row) {
        double[] image = new double[table.width()];
        for (int j = 0; j < image.length; j++) {
            image[j] = table.cell(row, j);
        }
        return image;
    }

    private static int[] range(int count) {
        int[] range = new int[count];
        for (int i = 0; i < count; i++) {
            range[i] = i;
        }
        return range;
    }

    private static long checksum(Table table) {
        CRC32 checksum = new CRC32();
        for (int i = 0; i < table.rows(); i++) {
            checksum.update(digit(table, i));
            for (int j = 0; j < table.width(); j++) {
                checksum.update((int) Math.round(table.cell(i, j) * 255));
            }
        }
        return checksum.getValue();
    }
}
