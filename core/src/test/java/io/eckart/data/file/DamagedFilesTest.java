package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.bytes;
import static io.eckart.data.file.SampleFiles.doubles;
import static io.eckart.data.file.SampleFiles.gzip;
import static io.eckart.data.file.SampleFiles.idx;
import static io.eckart.data.file.SampleFiles.npy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.eckart.data.DataException;
import io.eckart.data.format.ReadOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files cut anywhere, with bits flipped, or of random bytes: they are read or give a {@link DataException}, nothing else. */
class DamagedFilesTest {
    private static final int ROUNDS = 600;

    @TempDir
    Path folder;

    private static Map<String, byte[]> goodFiles() {
        byte[] csv = "name,x,y\n\"a \"\"q\"\"\",1.5,2\nb,3,\n\"c\nd\",-1e3,NA\n".getBytes(StandardCharsets.UTF_8);
        byte[] numbers = doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6);
        byte[] images = idx(new int[] {3, 2, 2}, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        return Map.of(
                "x.csv", csv,
                "x.csv.gz", gzip(csv),
                "x.npy", npy("<f8", false, List.of(2, 3), numbers),
                "y.npy", npy("<f4", true, List.of(3, 4), numbers),
                "x-images-idx3-ubyte", images,
                "x-images-idx3-ubyte.gz", gzip(images));
    }

    private boolean isRead(Path path, String description) {
        try {
            assertThat(Tables.read(path, ReadOptions.DEFAULT).rows()).isPositive();
            return true;
        } catch (DataException e) {
            assertThat(e).as(description).hasMessageContaining(folder.toString());
            return false;
        } catch (RuntimeException | Error e) {
            return fail(description + " gave " + e, e);
        }
    }

    @Test
    void truncatedFiles() {
        goodFiles().forEach((name, content) -> {
            assertThat(isRead(bytes(folder, name, content), name))
                    .as("%s as it is", name)
                    .isTrue();
            for (int length = 0; length < content.length; length++) {
                Path file = bytes(folder, name, Arrays.copyOf(content, length));
                boolean read = isRead(file, name + " cut to " + length + " bytes");
                assertThat(read && !name.endsWith(".csv"))
                        .as("%s cut to %d bytes", name, length)
                        .isFalse();
            }
        });
    }

    @Test
    void flippedBits() {
        goodFiles().forEach((name, content) -> {
            SplittableRandom random = new SplittableRandom(name.hashCode());
            for (int round = 0; round < ROUNDS; round++) {
                byte[] damaged = content.clone();
                for (int flips = random.nextInt(1, 5); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                isRead(bytes(folder, name, damaged), name + ", round " + round);
            }
        });
    }

    @Test
    void randomBytes() {
        SplittableRandom random = new SplittableRandom(99);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] content = new byte[random.nextInt(300)];
            random.nextBytes(content);
            byte[] text = content.clone();
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) "0123456789.,,,;\"\n\n\r\t -eNA".charAt((text[i] & 0xff) % 25);
            }
            for (String name : goodFiles().keySet()) {
                isRead(bytes(folder, name, content), name + ", seed 99, round " + round);
            }
            isRead(bytes(folder, "text.csv", text), "text, seed 99, round " + round);
            isRead(bytes(folder, "text.tsv.gz", gzip(text)), "packed text, seed 99, round " + round);
        }
    }

    @Test
    void damagedImages() throws IOException {
        BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
        for (String format : List.of("png", "jpg")) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            byte[] content = out.toByteArray();
            Path images = Files.createDirectories(folder.resolve(format));
            SplittableRandom random = new SplittableRandom(5);
            for (int round = 0; round < ROUNDS; round++) {
                byte[] damaged =
                        Arrays.copyOf(content, round % 3 == 0 ? random.nextInt(content.length) : content.length);
                for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
                }
                bytes(images, "a." + format, damaged);
                isRead(images, format + ", seed 5, round " + round);
            }
        }
    }
}
