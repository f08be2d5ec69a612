package io.eckart.data.synthetic;

import io.eckart.data.Column;
import io.eckart.data.ImageShape;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.numerics.RandomStreams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Generates grey drawings of the ten digits, white on black, similar to MNIST: strokes of several ways to write each digit, with
 * random slant, rotation, scale, shift, warp, width and pressure of the pen.
 *
 * <p>Each ten consecutive drawings contain each digit once, in random order. A drawing depends only on the seed, its index and
 * the size: the first m drawings are the same for any count. Pixels are computed only with arithmetic that is the same on all
 * platforms.
 *
 * @param count number of drawings, at least 1
 * @param size height and width in pixels, from 8 to 512
 * @param seed any value
 */
public record DrawnDigits(int count, int size, long seed) {
    /** Height and width of MNIST images in pixels. */
    public static final int MNIST_SIZE = 28;

    private static final int DIGITS = 10;
    private static final int SMALLEST_SIZE = 8;
    private static final int LARGEST_SIZE = 512;

    /** @throws IllegalArgumentException if a setting is out of its range */
    public DrawnDigits {
        Settings.checkInteger("size", size, SMALLEST_SIZE, LARGEST_SIZE);
        Settings.checkInteger("count", count, 1, Settings.LARGEST_ARRAY / (size * size));
    }

    /** Drawings of 28 x 28 pixels. */
    public DrawnDigits(int count, long seed) {
        this(count, MNIST_SIZE, seed);
    }

    /**
     * The drawings, the same bits each time: columns pixel1 to pixel(size x size), row by row, with values k/255 from 0
     * (black) to 1 (ink), and the label column "digit" with the texts "0" to "9".
     */
    public Table generate() {
        int pixels = size * size;
        double[] cells = new double[count * pixels];
        @Nullable String[] labels = new String[count];
        int[] order = {};
        for (int i = 0; i < count; i++) {
            if (i % DIGITS == 0) {
                order = order(i / DIGITS);
            }
            int digit = order[i % DIGITS];
            labels[i] = Integer.toString(digit);
            draw(digit, i).copyTo(cells, i * pixels);
        }
        return new Table("digits", schema(), count, cells, labels);
    }

    private int[] order(int ten) {
        return Shuffle.range(DIGITS, streams().child("order", ten).stream("shuffle"));
    }

    private Canvas draw(int digit, int index) {
        SplittableRandom random = streams().child("drawing", index).stream("hand");
        List<Glyph> ways = Glyphs.of(digit);
        Glyph glyph = ways.get(random.nextInt(ways.size()));
        Canvas canvas = new Canvas(size);
        new Hand(random).write(glyph, canvas);
        return canvas;
    }

    private RandomStreams streams() {
        return new RandomStreams(seed);
    }

    private Schema schema() {
        List<Column> columns = new ArrayList<>(size * size + 1);
        for (int i = 1; i <= size * size; i++) {
            columns.add(Column.number("pixel" + i));
        }
        columns.add(Column.label("digit"));
        return new Schema(columns, Optional.of(new ImageShape(size, size, 1)));
    }
}
