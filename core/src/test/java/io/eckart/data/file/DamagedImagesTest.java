package io.eckart.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.eckart.data.DataException;
import io.eckart.data.format.ReadOptions;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A damaged image is refused by name, never read to its half. */
class DamagedImagesTest {
    @TempDir
    Path folder;

    private static BufferedImage noise() {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(1);
        for (int i = 0; i < 1600; i++) {
            image.setRGB(i % 40, i / 40, random.nextInt(1 << 24));
        }
        return image;
    }

    private void refused(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        assertThatThrownBy(() -> Tables.read(folder, ReadOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(name, "broken", "expected a whole", "take it out");
    }

    @Test
    void aJpegThatEndsInTheMiddle() {
        assertThatThrownBy(() -> Tables.read(ImageNotesTest.resource("trunc"), ReadOptions.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll("2.jpg", "broken", "expected a whole");
    }

    @ParameterizedTest
    @CsvSource({
        "png,",
        "jpeg,",
        "jpeg,progressive",
        "bmp,",
        "gif,",
        "tiff,",
        "tiff,LZW",
        "tiff,Deflate",
        "tiff,PackBits",
        "tiff,JPEG"
    })
    void cutAnywhere(String format, String compression) throws IOException {
        byte[] whole = ImageBytes.compressed(noise(), format, compression);
        Files.write(folder.resolve("x." + format), whole);
        assertThat(Tables.read(folder, ReadOptions.DEFAULT).rows()).isEqualTo(1);
        for (int length : new int[] {13, 40, whole.length / 2, whole.length * 9 / 10, whole.length - 20}) {
            refused("x." + format, Arrays.copyOf(whole, length));
        }
    }

    /** Its directory says that the next one is itself; counting pictures that way never ends. */
    @Test
    void aTiffWhoseDirectoriesGoRoundInCircles() throws IOException {
        byte[] tiff = ImageBytes.of(noise(), "tiff");
        ByteBuffer content =
                ByteBuffer.wrap(tiff).order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = content.getInt(4);
        content.putInt(directory + 2 + 12 * content.getShort(directory), directory);
        Files.write(folder.resolve("x.tiff"), tiff);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(Tables.read(folder, ReadOptions.DEFAULT).rows())
                        .isEqualTo(1));
    }

    @Test
    void aPngWithoutItsEnd() throws IOException {
        byte[] whole = ImageBytes.of(noise(), "png");
        refused("x.png", Arrays.copyOf(whole, whole.length - 12));
        refused("x.png", Arrays.copyOf(whole, whole.length - 1));
    }

    /** A bit of the pixels, which the stream would only show at its end, and a bit of the width. */
    @Test
    void aPngWithAWrongBit() throws IOException {
        byte[] whole = ImageBytes.of(noise(), "png");
        for (int at : new int[] {19, whole.length / 2, whole.length - 18}) {
            byte[] wrong = whole.clone();
            wrong[at] ^= 1;
            refused("x.png", wrong);
        }
    }

    @Test
    void aJpegWithBytesThatAreNotItsOwn() throws IOException {
        byte[] wrong = ImageBytes.of(noise(), "jpeg");
        Arrays.fill(wrong, wrong.length / 2, wrong.length / 2 + 20, (byte) 0xff);
        wrong[wrong.length / 2 + 20] = (byte) 0xc4;
        refused("x.jpg", wrong);
    }
}
