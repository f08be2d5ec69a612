package io.eckart.data.file;

import static io.eckart.data.file.SampleFiles.bytes;
import static io.eckart.data.file.SampleFiles.doubles;
import static io.eckart.data.file.SampleFiles.gzip;
import static io.eckart.data.file.SampleFiles.idx;
import static io.eckart.data.file.SampleFiles.npy;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.Fuzzing;
import io.eckart.Mutations;
import io.eckart.data.DataException;
import io.eckart.data.LabelledSource;
import io.eckart.data.TableSource;
import io.eckart.data.format.ReadOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Changed files of every format are read or refused with a {@link DataException}, in bounded time and memory. */
class FuzzedFilesTest {
    private static final int FEW = 150;
    private static final int MANY = 10_000;
    private static final int PNG_SIGNATURE = 8;

    private static final Fuzzing FUZZING = new Fuzzing(11, DataException.class);

    /**
     * A good file.
     *
     * @param packed whether it is changed before it is packed: a changed archive is only damaged
     */
    @SuppressWarnings("ArrayRecordComponent") // an input, never compared
    record Sample(String name, byte[] content, boolean packed) {
        byte[] changed(SplittableRandom random) {
            byte[] changed = Mutations.of(content, random);
            if (name.endsWith(".png") && random.nextInt(4) > 0) {
                renewChecksums(changed);
            }
            return packed && random.nextInt(4) > 0
                    ? gzip(changed)
                    : packed ? Mutations.of(gzip(content), random) : changed;
        }

        /** Of the chunks of a PNG, since a reader looks no further than at a wrong one. */
        private static void renewChecksums(byte[] png) {
            ByteBuffer chunks = ByteBuffer.wrap(png);
            int at = PNG_SIGNATURE;
            while (at + 12 <= png.length) {
                int length = chunks.getInt(at);
                if (length < 0 || length > png.length - at - 12) {
                    return;
                }
                CRC32 sum = new CRC32();
                sum.update(png, at + 4, 4 + length);
                chunks.putInt(at + 8 + length, (int) sum.getValue());
                at += 12 + length;
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() throws IOException {
        byte[] csv = text(
                "# made by hand",
                "id,x,y,kind,day",
                "a1,1.5,2,red,2024-01-05",
                "a2,-3,\"4,5\",blue,2024-02-01",
                "\"a \"\"3\"\"\",1e3,NA,red,",
                "a4,7,8,\"blue\ngreen\",2024-03-09",
                "a5,6,1,red,2024-03-10");
        byte[] tsv = text("name\tv", "a\t1,5", "b\t2,25", "c\t-7", "", "d\t1.000,5");
        byte[] numbers = doubles(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6);
        byte[] images = idx(new int[] {3, 2, 2}, new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        return Stream.of(
                new Sample("x.csv", csv, false),
                new Sample("x.csv.gz", csv, true),
                new Sample("x.tsv", tsv, false),
                new Sample("x.npy", npy("<f8", false, List.of(2, 3), numbers), false),
                new Sample("y.npy", npy("<f4", true, List.of(3, 4), numbers), false),
                new Sample("x-images-idx3-ubyte", images, false),
                new Sample("x-images-idx3-ubyte.gz", images, true),
                image("png"),
                image("jpg"),
                image("gif"),
                image("bmp"),
                image("tiff"));
    }

    private static byte[] text(String... lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Sample image(String format) throws IOException {
        BufferedImage image = new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 63).forEach(i -> image.setRGB(i % 9, i / 9, 0x010305 * i));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return new Sample("images/a." + format, out.toByteArray(), false);
    }

    @TempDir
    Path folder;

    private void read(Sample sample, int trials) throws IOException {
        Path images = Files.createDirectories(folder.resolve("images"));
        boolean isImage = sample.name().startsWith("images/");
        int accepted = FUZZING.run(sample.name(), trials, random -> {
            Path file = bytes(folder, sample.name(), sample.changed(random));
            assertThat(Tables.read(isImage ? images : file, ReadOptions.DEFAULT).rows())
                    .isPositive();
        });
        assertThat(accepted).as("some are still read").isBetween(trials / 100, trials - 1);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void changedFilesAreReadOrRefused(Sample sample) throws IOException {
        read(sample, FEW);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("samples")
    void manyChangedFilesAreReadOrRefused(Sample sample) throws IOException {
        read(sample, MANY);
    }

    private void readLabels(int trials) {
        Path data = bytes(folder, "data.csv", text("x,y", "1,2", "3,5", "5,5", "7,1", "8,8"));
        byte[] labels = text("label", "red", "NA", "blue", "red", "NA");
        FUZZING.run("labels", trials, random -> {
            Path file = bytes(folder, "labels.csv", Mutations.of(labels, random));
            TableSource rows = Tables.open(data, ReadOptions.DEFAULT);
            ReadOptions options = ReadOptions.DEFAULT.withMissing(Set.of("NA"));
            String name =
                    Tables.open(file, options).schema().columns().getFirst().name();
            Tables.collect(LabelledSource.of(rows, Tables.read(file, options.withLabel(name))));
        });
    }

    @Test
    void changedLabelsAreReadOrRefused() {
        readLabels(FEW);
    }

    @Tag("long")
    @Test
    void manyChangedLabelsAreReadOrRefused() {
        readLabels(MANY);
    }
}
