package io.eckart.data.format;

import static io.eckart.data.file.SampleFiles.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.file.SampleFiles;
import io.eckart.data.file.Tables;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersTest {
    private static final byte[] FIRST = gzip(ascii("a,b\n1,2\n3,4\n"));
    private static final byte[] SECOND = gzip(ascii("5,7\n6,9\n"));

    @TempDir
    Path folder;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] unpacked(byte[] packed, int buffer) throws IOException {
        try (GzipMembers in = new GzipMembers(new ByteArrayInputStream(packed), buffer)) {
            return in.readAllBytes();
        }
    }

    private long rows(byte[] content, String name) {
        TableSource source = Tables.open(SampleFiles.bytes(folder, name, content), ReadOptions.DEFAULT);
        try (TableCursor cursor = source.open()) {
            long rows = 0;
            for (var chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                rows += chunk.rows();
            }
            return rows;
        }
    }

    private void fails(byte[] content, String name, String... words) {
        assertThatThrownBy(() -> rows(content, name))
                .isInstanceOf(DataException.class)
                .hasMessageContainingAll(words)
                .hasMessageContainingAll(name, "copy or download it again");
    }

    @Test
    void allMembersAreRead() {
        assertThat(rows(joined(FIRST, SECOND, gzip(new byte[0]), SECOND), "x.csv.gz"))
                .isEqualTo(6);
        assertThat(rows(joined(FIRST, SECOND, new byte[512]), "x.csv.gz"))
                .as("zeros at the end")
                .isEqualTo(4);
    }

    @Test
    void aDamagedSecondMemberIsAnError() {
        for (int at : new int[] {2, 10, SECOND.length - 8, SECOND.length - 1}) {
            byte[] damaged = SECOND.clone();
            damaged[at] ^= 0x15;
            fails(joined(FIRST, damaged), "x.csv.gz", "damaged");
        }
        for (int length = 1; length < SECOND.length; length++) {
            fails(joined(FIRST, Arrays.copyOf(SECOND, length)), "x.csv.gz", "cut short");
        }
    }

    @Test
    void otherBytesAtTheEndAreAnError() {
        fails(joined(FIRST, ascii("garbage at the end\n")), "x.csv.gz", "damaged", "not gzip");
        fails(joined(FIRST, new byte[9], SECOND), "x.csv.gz", "damaged", "padding");
    }

    @Test
    void arraysToo() {
        byte[] idx = SampleFiles.idx(new int[] {4, 2, 2}, new byte[16]);
        byte[] start = gzip(Arrays.copyOf(idx, 20));
        byte[] end = gzip(Arrays.copyOfRange(idx, 20, idx.length));
        assertThat(rows(joined(start, end), "x-idx3-ubyte.gz")).isEqualTo(4);
        fails(joined(start, Arrays.copyOf(end, end.length - 1)), "x-idx3-ubyte.gz", "cut short");
        fails(joined(start, end, ascii("more")), "x-idx3-ubyte.gz", "not gzip");
        byte[] npy = SampleFiles.npy("<f8", false, List.of(2, 1), SampleFiles.doubles(ByteOrder.LITTLE_ENDIAN, 1, 2));
        fails(joined(gzip(npy), ascii("more")), "x.npy", "not gzip");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 17, 1 << 16})
    void unpacksWhatTheJdkUnpacks(int buffer) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        byte[] content = new byte[100_000];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) (random.nextInt(4) * random.nextInt(60));
        }
        byte[] packed = joined(gzip(content), gzip(content), new byte[3]);
        byte[] expected = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        assertThat(expected).hasSize(2 * content.length);
        assertThat(unpacked(packed, buffer)).as("seed 7").isEqualTo(expected);
    }

    @Test
    void headersWithAllFields() throws IOException {
        byte[] plain = gzip(ascii("1\n"));
        byte[] header = new byte[] {
            0x1f, (byte) 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 0, 3, 0, 'e', 'x', 't', 'n', 0, 'c', 'o', 0
        };
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(header);
        byte[] check = {(byte) sum.getValue(), (byte) (sum.getValue() >> 8)};
        byte[] data = Arrays.copyOfRange(plain, 10, plain.length);
        assertThat(unpacked(joined(header, check, data), 4)).isEqualTo(ascii("1\n"));
        check[0]++;
        assertThatThrownBy(() -> unpacked(joined(header, check, data), 4)).hasMessageContaining("header");
    }
}
