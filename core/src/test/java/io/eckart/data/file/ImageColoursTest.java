package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.DataException;
import io.eckart.data.ImageShape;
import io.eckart.data.Note;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pixels are those that a viewer shows: upright, opaque, in sRGB, in all their bits. */
class ImageColoursTest {
    private static final byte[] LINEAR =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @TempDir
    Path folder;

    private List<Note> notes = List.of();

    private double[] read(String name, byte[] content, ReadOptions options) throws IOException {
        Files.write(folder.resolve(name), content);
        TableSource source = Tables.open(folder, options);
        Table table = Tables.collect(source);
        notes = source.notes();
        return CsvTablesTest.row(table, 0);
    }

    private double[] read(String name, byte[] content) throws IOException {
        return read(name, content, ReadOptions.DEFAULT);
    }

    private static byte[] png(int type, int width, int... argb) {
        BufferedImage image = new BufferedImage(width, argb.length / width, type);
        image.setRGB(0, 0, width, argb.length / width, argb, 0, width);
        return ImageBytes.of(image, "png");
    }

    private static byte[] grey(int width, int... samples) {
        BufferedImage image = new BufferedImage(width, samples.length / width, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setPixels(0, 0, width, samples.length / width, samples);
        return ImageBytes.of(image, "png");
    }

    private static double[] over255(double... values) {
        return Arrays.stream(values).map(value -> value / 255).toArray();
    }

    private void noted(String... texts) {
        assertThat(notes).extracting(Note::message).containsExactly(texts);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 123456, 2", "1, 123456, 2", "2, 321654, 2", "3, 654321, 2", "4, 456123, 2",
        "5, 142536, 3", "6, 415263, 3", "7, 635241, 3", "8, 362514, 3", "9, 123456, 2"
    })
    void allOrientations(int tag, String digits, int height) throws IOException {
        double[] expected = over255(digits.chars().mapToDouble(c -> c - '0').toArray());
        byte[] png = ImageBytes.withChunk(grey(3, 1, 2, 3, 4, 5, 6), "eXIf", ImageBytes.exif(tag));
        assertThat(read("1.png", png)).containsExactly(expected);
        assertThat(Tables.open(folder, ReadOptions.DEFAULT).schema().image())
                .hasValue(new ImageShape(height, 6 / height, 1));
        assertThat(notes).hasSize(tag < 2 || tag > 8 ? 0 : 1);
        assertThat(read("1.png", ImageBytes.tiff(3, tag, 1, 2, 3, 4, 5, 6))).containsExactly(expected);
    }

    @Test
    void jpegsAreTurned() throws IOException {
        TableSource source = Tables.open(ImageNotesTest.resource("exif"), ReadOptions.DEFAULT);
        Table table = Tables.collect(source);
        for (int i = 1; i < 6; i++) {
            // Three of them were turned before they were compressed, which differs by a few grey values.
            assertThat(CsvTablesTest.row(table, i)).containsExactly(CsvTablesTest.row(table, 0), within(6 / 255.0));
        }
        assertThat(source.notes())
                .extracting(Note::message)
                .containsExactly("3 of 6 images: turned upright as their orientation tag says");
        byte[] jpeg = ImageBytes.of(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), "jpeg");
        byte[] exif = ImageBytes.joined("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), ImageBytes.exif(6));
        read("1.jpg", ImageBytes.withSegment(jpeg, 0xe1, exif));
        assertThat(Tables.open(folder, ReadOptions.DEFAULT).schema().image()).hasValue(new ImageShape(8, 4, 3));
    }

    @Test
    void damagedExifDataSaysNothing() throws IOException {
        byte[] png = ImageBytes.withChunk(grey(2, 1, 2), "eXIf", new byte[] {'I', 'I', 42, 0, 99, 0, 0, 0});
        assertThat(read("1.png", png)).containsExactly(over255(1, 2));
        noted();
    }

    @Test
    void transparentPixelsAreComposed() throws IOException {
        byte[] png = png(BufferedImage.TYPE_INT_ARGB, 3, 0x00123456, 0x80ff0033, 0xff102030);
        double half = 128 / 255.0;
        double light = 1 - half;
        assertThat(read("1.png", png))
                .containsExactly(
                        new double[] {1, 1, 1, 1, light, half * 0.2 + light, 16 / 255.0, 32 / 255.0, 48 / 255.0},
                        within(1e-12));
        noted("1 of 1 image: transparent pixels were composed on white");
        assertThat(notes.getFirst().toString()).endsWith("set the background of images to black");
        assertThat(read("1.png", png, ReadOptions.DEFAULT.withBackground(0)))
                .containsExactly(
                        new double[] {0, 0, 0, half, 0, half * 0.2, 16 / 255.0, 32 / 255.0, 48 / 255.0}, within(1e-12));
        noted("1 of 1 image: transparent pixels were composed on black");
        assertThat(read("1.png", png, ReadOptions.DEFAULT.withBackground(0x336699)))
                .startsWith(0.2, 0.4, 0.6);
        noted("1 of 1 image: transparent pixels were composed on #336699");
    }

    @Test
    void opaqueImagesWithAnAlphaChannelAreNotNoted() throws IOException {
        assertThat(read("1.png", png(BufferedImage.TYPE_INT_ARGB, 2, 0xff000000, 0xff33ff00)))
                .containsExactly(0, 0, 0, 0.2, 1, 0);
        noted();
    }

    @Test
    void transparencyOfPalettesAndOfSingleColours() throws IOException {
        byte[] green = {0, 51, 102};
        assertThat(read("1.png", ImageBytes.withChunk(grey(2, 51, 102), "tRNS", new byte[] {0, 51})))
                .containsExactly(1, 0.4);
        noted("1 of 1 image: transparent pixels were composed on white");
        assertThat(read(
                        "1.png",
                        ImageBytes.withChunk(
                                png(BufferedImage.TYPE_INT_RGB, 2, 0x336600, 0x336601),
                                "tRNS",
                                new byte[] {0, 51, 0, 102, 0, 0})))
                .containsExactly(1, 1, 1, 0.2, 0.4, 1 / 255.0);
        var palette = new IndexColorModel(8, 3, green, green, green, 1);
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_INDEXED, palette);
        image.getRaster().setPixels(0, 0, 3, 1, new int[] {0, 1, 2});
        for (String format : List.of("png", "gif")) {
            assertThat(read("1.png", ImageBytes.of(image, format))).containsExactly(0, 1, 0.4);
            noted("1 of 1 image: transparent pixels were composed on white");
        }
    }

    @Test
    void greyOnAColouredGroundIsColoured() throws IOException {
        byte[] png = ImageBytes.withChunk(grey(2, 51, 102), "tRNS", new byte[] {0, 51});
        assertThat(read("1.png", png, ReadOptions.DEFAULT.withBackground(0xff0000)))
                .containsExactly(1, 0, 0, 0.4, 0.4, 0.4);
    }

    @Test
    void shapesInTheColourOfTheGround() throws IOException {
        byte[] white = png(BufferedImage.TYPE_INT_ARGB, 2, 0x00000000, 0xffffffff);
        assertThat(read("1.png", white)).containsOnly(1);
        noted(
                "1 of 1 image: transparent pixels were composed on white",
                "1 of 1 image: nothing is left to see, every pixel has the same colour on white");
        read("1.png", white, ReadOptions.DEFAULT.withBackground(0));
        noted("1 of 1 image: transparent pixels were composed on black");
    }

    @Test
    void blackShapesOnATransparentGround() {
        TableSource source = Tables.open(ImageNotesTest.resource("alpha"), ReadOptions.DEFAULT);
        Table table = Tables.collect(source);
        for (int i = 0; i < table.rows(); i++) {
            assertThat(CsvTablesTest.row(table, i)).contains(0).contains(1);
        }
        assertThat(source.notes())
                .extracting(Note::message)
                .containsExactly("12 of 12 images: transparent pixels were composed on white");
    }

    @Test
    void sixteenBitsOfColour() throws IOException {
        assertThat(read("1.png", ImageBytes.png16(2, 2, 257, 258, 65535, 1, 0, 40000)))
                .containsExactly(257 / 65535.0, 258 / 65535.0, 1, 1 / 65535.0, 0, 40000 / 65535.0);
        assertThat(read("1.png", ImageBytes.png16(1, 6, 1000, 2000, 3000, 13107)))
                .containsExactly(
                        new double[] {0.2 * 1000 / 65535 + 0.8, 0.2 * 2000 / 65535 + 0.8, 0.2 * 3000 / 65535 + 0.8},
                        within(1e-12));
        assertThat(read("1.png", ImageBytes.png16(1, 2, 300, 600, 900), ReadOptions.DEFAULT.withGrey(true)))
                .containsExactly(new double[] {(0.299 * 300 + 0.587 * 600 + 0.114 * 900) / 65535}, within(1e-12));
    }

    @Test
    void cmykAsItsInksShow() {
        TableSource inks = Tables.open(ImageNotesTest.resource("cmyk"), ReadOptions.DEFAULT);
        Table expected = Tables.read(ImageNotesTest.resource("rgbref"), ReadOptions.DEFAULT);
        Table table = Tables.collect(inks);
        for (int i = 0; i < 6; i++) {
            // JPEG changes these plain colours by less than 3 values.
            assertThat(CsvTablesTest.row(table, i)).containsExactly(CsvTablesTest.row(expected, i), within(3 / 255.0));
        }
        assertThat(inks.notes())
                .extracting(Note::message)
                .containsExactly("6 of 6 images: converted from CMYK without a profile, by (1 - C)(1 - K)");
    }

    @Test
    void cmykByItsProfile() throws IOException {
        byte[] jpeg = Files.readAllBytes(ImageNotesTest.resource("cmyk").resolve("c0.jpg"));
        byte[] name = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1);
        double[] pixels = read("1.jpg", ImageBytes.withSegment(jpeg, 0xe2, ImageBytes.joined(name, middleGrey())));
        // L* = 50 is 119 in sRGB.
        assertThat(pixels).containsOnly(pixels[0]);
        assertThat(pixels[0]).isEqualTo(119 / 255.0, within(1.01 / 255));
        noted("1 of 1 image: converted from CMYK to sRGB by their colour profile");
    }

    /** A profile of inks that are all the same grey of L* = 50. */
    private static byte[] middleGrey() {
        byte[] toLab = table(4, 3);
        byte[] fromLab = table(3, 4);
        ByteBuffer icc = ByteBuffer.allocate(156 + toLab.length + fromLab.length);
        icc.putInt(icc.capacity()).putInt(0).putInt(0x02400000).put(ascii("prtrCMYKLab "));
        icc.position(36).put(ascii("acsp"));
        icc.position(68).putInt(0x0000f6d6).putInt(0x00010000).putInt(0x0000d32d);
        icc.position(128).putInt(2);
        icc.put(ascii("A2B0")).putInt(156).putInt(toLab.length);
        icc.put(ascii("B2A0")).putInt(156 + toLab.length).putInt(fromLab.length);
        return icc.put(toLab).put(fromLab).array();
    }

    /** The type lut8 of ICC.1:2001, section 6.5.8: two grid points for each input, 128 for each output. */
    private static byte[] table(int inputs, int outputs) {
        int grid = outputs << inputs;
        ByteBuffer lut = ByteBuffer.allocate(48 + 256 * inputs + grid + 256 * outputs);
        lut.put(ascii("mft1\0\0\0\0")).put(new byte[] {(byte) inputs, (byte) outputs, 2, 0});
        for (int i = 0; i < 9; i++) {
            lut.putInt(i % 4 == 0 ? 0x10000 : 0);
        }
        for (int i = 0; i < 256 * inputs; i++) {
            lut.put((byte) i);
        }
        for (int i = 0; i < grid; i++) {
            lut.put((byte) 128);
        }
        for (int i = 0; i < 256 * outputs; i++) {
            lut.put((byte) i);
        }
        return lut.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void cmykThatMayBeInvertedIsRefused() throws IOException {
        byte[] jpeg = Files.readAllBytes(ImageNotesTest.resource("cmyk").resolve("c0.jpg"));
        int adobe = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("Adobe");
        jpeg[adobe] = 'a';
        assertThatThrownBy(() -> read("1.jpg", jpeg))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("1.jpg", "CMYK", "inverted", "save it again");
    }

    @Test
    void profilesAreApplied() throws IOException {
        byte[] png = png(BufferedImage.TYPE_INT_RGB, 2, 0x336699, 0x808080);
        // Linear light of 128 / 255 is 188 in sRGB.
        double[] converted = read("1.png", ImageBytes.withProfile(png, LINEAR));
        assertThat(converted[4]).isEqualTo(188 / 255.0, within(1.01 / 255));
        noted("1 of 1 image: converted to sRGB by their colour profile");
        assertThat(read("1.png", ImageBytes.withProfile(png, SRGB)))
                .containsExactly(0.2, 0.4, 0.6, 128 / 255.0, 128 / 255.0, 128 / 255.0);
        noted();
        double[] deep = read("1.png", ImageBytes.withProfile(ImageBytes.png16(1, 2, 32896, 32896, 32896), LINEAR));
        assertThat(deep[0]).isEqualTo(188 / 255.0, within(1.01 / 255));
    }

    @Test
    void profilesThatCannotBeApplied() throws IOException {
        assertThat(read("1.png", ImageBytes.withProfile(grey(2, 1, 2), LINEAR))).containsExactly(over255(1, 2));
        assertThat(notes)
                .singleElement()
                .satisfies(note -> assertThat(note.notable()).isFalse());
        byte[] damaged = ImageBytes.withProfile(png(BufferedImage.TYPE_INT_RGB, 1, 0x336699), new byte[] {1, 2});
        assertThatThrownBy(() -> read("1.png", damaged)).hasMessageContainingAll("1.png", "profile is damaged");
    }

    @ParameterizedTest
    @CsvSource({"bmp", "gif", "tiff", "png"})
    void otherFormatsHaveTheSamePixels(String format) throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_3BYTE_BGR);
        image.setRGB(0, 0, 0x336699);
        image.setRGB(1, 0, 0xff0001);
        assertThat(read("1.png", ImageBytes.of(image, format))).containsExactly(0.2, 0.4, 0.6, 1, 0, 1 / 255.0);
        noted();
    }
}
