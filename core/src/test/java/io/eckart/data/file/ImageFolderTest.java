package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.DataException;
import io.eckart.data.ImageShape;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {
    @TempDir
    Path folder;

    /** A grey image whose sample at row y and column x is {@code first + 10 * y + x}. */
    private Path grey(String name, int height, int width, int first) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.getRaster().setSample(x, y, 0, first + 10 * y + x);
            }
        }
        return write(name, image);
    }

    private Path colour(String name, int height, int width, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, rgb);
            }
        }
        return write(name, image);
    }

    private Path write(String name, BufferedImage image) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            ImageIO.write(image, name.endsWith(".png") ? "png" : "jpg", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void fails(ReadOptions options, String... parts) {
        assertThatThrownBy(() -> Tables.read(folder, options))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(parts);
    }

    @Test
    void greyImagesInTheOrderOfTheirNames() throws IOException {
        grey("b/2.png", 2, 3, 100);
        grey("a/9.png", 2, 3, 0);
        grey("top.PNG.png", 2, 3, 50);
        Files.writeString(folder.resolve("notes.txt"), "not an image");
        Table table = Tables.read(folder, ReadOptions.DEFAULT.withLabel("folder"));
        assertThat(table.schema().image()).hasValue(new ImageShape(2, 3, 1));
        assertThat(table.schema().features().get(5).name()).isEqualTo("px1_2");
        assertThat(new String[] {table.label(0), table.label(1), table.label(2)})
                .containsExactly("a", "b", null);
        double[] expected = {100 / 255.0, 101 / 255.0, 102 / 255.0, 110 / 255.0, 111 / 255.0, 112 / 255.0};
        assertThat(CsvTablesTest.row(table, 1)).isEqualTo(expected);
    }

    /** A small file may announce millions of pixels, each of them a column. */
    @Test
    void imagesOfTooManyPixelsAreRefusedBeforeTheyHaveColumns() {
        grey("a.png", 3000, 1500, 0);
        fails(ReadOptions.DEFAULT, "a.png", "3000 x 1500 x 1 have too many features", "2896x1448");
    }

    @Test
    void colourImagesHaveThreeChannels() {
        colour("1.png", 1, 2, 0xff8000);
        grey("2.png", 1, 2, 51);
        Table table = Tables.read(folder, ReadOptions.DEFAULT);
        assertThat(table.schema().image()).hasValue(new ImageShape(1, 2, 3));
        assertThat(table.schema().features().get(5).name()).isEqualTo("px0_1b");
        assertThat(CsvTablesTest.row(table, 0)).containsExactly(1, 128 / 255.0, 0, 1, 128 / 255.0, 0);
        assertThat(CsvTablesTest.row(table, 1)).containsExactly(0.2, 0.2, 0.2, 52 / 255.0, 52 / 255.0, 52 / 255.0);
    }

    @Test
    void colourAsGreyByLuma() {
        colour("1.png", 1, 1, 0xff8000);
        Table table = Tables.read(folder, ReadOptions.DEFAULT.withGrey(true));
        assertThat(table.cell(0, 0)).isCloseTo((0.299 * 255 + 0.587 * 128) / 255, within(1e-12));
    }

    @Test
    void jpegAndOneBitImages() {
        grey("1.jpg", 16, 16, 10);
        BufferedImage bits = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_BINARY);
        bits.setRGB(3, 0, 0xffffff);
        write("2.png", bits);
        Table table = Tables.read(folder, ReadOptions.DEFAULT);
        assertThat(table.schema().image()).hasValue(new ImageShape(16, 16, 1));
        // JPEG at its default quality changes a smooth ramp by less than 4 grey values.
        assertThat(table.cell(0, 16 * 10 + 5)).isCloseTo(115 / 255.0, within(4 / 255.0));
        assertThat(table.cell(1, 3)).isEqualTo(1);
        assertThat(table.cell(1, 4)).isZero();
    }

    @Test
    void resizingKeepsRampsAndMeans() {
        grey("1.png", 4, 4, 0);
        grey("2.png", 2, 2, 0);
        Table table = Tables.read(folder, ReadOptions.DEFAULT.withImageSize(2, 2));
        // Halving with a triangle of half-width 2: the weights of pixels 0, 1, 2 for the first are 3 : 3 : 1.
        double near = (3 * 0 + 3 * 1 + 1 * 2) / 7.0;
        double far = 3 - near;
        double[] expected = {11 * near, 10 * near + far, 10 * far + near, 11 * far};
        assertThat(CsvTablesTest.row(table, 0))
                .containsExactly(Arrays.stream(expected).map(x -> x / 255).toArray(), within(1e-12));
        assertThat(CsvTablesTest.row(table, 1)).containsExactly(0, 1 / 255.0, 10 / 255.0, 11 / 255.0);
    }

    @Test
    void anotherSizeIsAnErrorThatNamesTheFile() {
        grey("1.png", 2, 2, 0);
        Path other = grey("2.png", 3, 2, 0);
        fails(ReadOptions.DEFAULT, other.toString(), "3 x 2 pixels", "expected 2 x 2", "the size of images to 2x2");
    }

    @Test
    void brokenImagesAreNamed() throws IOException {
        grey("1.png", 20, 20, 0);
        Path broken = grey("2.png", 20, 20, 0);
        byte[] content = Files.readAllBytes(broken);
        Files.write(broken, Arrays.copyOf(content, content.length - 40));
        fails(ReadOptions.DEFAULT, broken.toString(), "broken");
        Files.write(broken, Arrays.copyOf(content, 10));
        fails(ReadOptions.DEFAULT, broken.toString(), "broken");
        Files.writeString(broken, "no image at all");
        fails(ReadOptions.DEFAULT, broken.toString(), "not an image", "expected PNG, JPEG");
    }

    @Test
    void foldersWithoutImagesAndWrongOptions() {
        fails(ReadOptions.DEFAULT, folder.toString(), "no PNG, JPEG, GIF, BMP or TIFF images");
        grey("1.png", 2, 2, 0);
        fails(ReadOptions.DEFAULT.withLabel("class"), "no label 'class'", "'folder'");
        fails(ReadOptions.DEFAULT.withIgnored(Set.of("px0_0")), "columns to leave out");
    }

    @Test
    void imagesForAModelMustHaveItsSize() {
        grey("1.png", 2, 2, 0);
        TableSource small = Tables.open(folder, ReadOptions.DEFAULT.withLabel("folder"));
        ReadOptions model = ReadOptions.DEFAULT.expecting(small.schema());
        assertThat(Tables.read(folder, model).schema()).isEqualTo(small.schema());
        TableSource large = Tables.open(folder, ReadOptions.DEFAULT.withImageSize(4, 4));
        fails(
                ReadOptions.DEFAULT.expecting(large.schema()),
                "2 x 2 pixels",
                "needs 4 x 4",
                "the size of images to 4x4");
    }

    @Test
    void chunksGiveTheSameRows() {
        for (int i = 0; i < 5; i++) {
            grey(i + ".png", 2, 2, 10 * i);
        }
        Table whole = Tables.read(folder, ReadOptions.DEFAULT);
        int seen = 0;
        try (TableCursor cursor = Tables.open(folder, ReadOptions.DEFAULT, 8).open()) {
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                for (int i = 0; i < chunk.rows(); i++, seen++) {
                    assertThat(CsvTablesTest.row(chunk, i)).isEqualTo(CsvTablesTest.row(whole, seen));
                }
            }
        }
        assertThat(seen).isEqualTo(5);
    }

    @Test
    void sixteenBitsAreReadWhole() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 65535);
        image.getRaster().setSample(1, 0, 0, 257);
        write("1.png", image);
        Table table = Tables.read(folder, ReadOptions.DEFAULT);
        assertThat(table.schema().image()).hasValue(new ImageShape(1, 2, 1));
        assertThat(CsvTablesTest.row(table, 0)).containsExactly(1, 257 / 65535.0);
    }

    @Test
    void aPaletteIsGreyOnlyIfAllItsColoursAre() {
        byte[] ramp = {0, 51, 102, (byte) 255};
        byte[] other = {0, 51, 102, 0};
        write("1.png", palette(ramp, ramp, ramp));
        assertThat(Tables.open(folder, ReadOptions.DEFAULT).schema().image()).hasValue(new ImageShape(1, 4, 1));
        assertThat(CsvTablesTest.row(Tables.read(folder, ReadOptions.DEFAULT), 0))
                .containsExactly(0, 0.2, 0.4, 1);
        for (BufferedImage coloured : new BufferedImage[] {palette(ramp, other, ramp), palette(ramp, ramp, other)}) {
            write("1.png", coloured);
            assertThat(Tables.open(folder, ReadOptions.DEFAULT).schema().image())
                    .hasValue(new ImageShape(1, 4, 3));
        }
    }

    private static BufferedImage palette(byte[] red, byte[] green, byte[] blue) {
        IndexColorModel colours = new IndexColorModel(2, 4, red, green, blue);
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_BINARY, colours);
        for (int x = 0; x < 4; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }
        return image;
    }

    @Test
    void hiddenFilesAreLeftOutAndEndingsMayBeLarge() throws IOException {
        grey("1.png", 1, 1, 51);
        Files.copy(folder.resolve("1.png"), folder.resolve(".2.png"));
        Files.copy(folder.resolve("1.png"), folder.resolve("3.JPEG"));
        assertThat(Tables.read(folder, ReadOptions.DEFAULT).rows()).isEqualTo(2);
    }

    @Test
    void enlargingWeighsTheNearestPixels() {
        grey("1.png", 2, 1, 0);
        Table table = Tables.read(folder, ReadOptions.DEFAULT.withImageSize(4, 1));
        double[] expected = {0, 2.5 / 255, 7.5 / 255, 10 / 255.0};
        assertThat(CsvTablesTest.row(table, 0)).containsExactly(expected, within(1e-12));
    }

    @Test
    void coloursAreResizedEachForItself() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xff0000);
        image.setRGB(1, 0, 0x0000ff);
        write("1.png", image);
        Table table = Tables.read(folder, ReadOptions.DEFAULT.withImageSize(1, 1));
        assertThat(CsvTablesTest.row(table, 0)).containsExactly(new double[] {0.5, 0, 0.5}, within(1e-12));
    }
}
