package io.eckart.data.file;

import io.eckart.data.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;

/** Files that tests write, and where the real ones lie. */
public final class SampleFiles {
    private SampleFiles() {}

    public static Path text(Path folder, String name, String... lines) {
        return bytes(folder, name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public static Path bytes(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** An NPY file as NumPy 2 writes it: header padded to a multiple of 64 bytes. */
    public static byte[] npy(String descr, boolean fortran, List<Integer> shape, byte[] data) {
        String sizes = shape.stream()
                .map(String::valueOf)
                .reduce("", (a, b) -> a + b + ", ")
                .strip();
        String sizesText = shape.size() > 1 ? sizes.substring(0, sizes.length() - 1) : sizes;
        String dict = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': ("
                + sizesText + "), }";
        int length = (10 + dict.length() + 1 + 63) / 64 * 64 - 10;
        ByteBuffer file = ByteBuffer.allocate(10 + length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        file.putShort((short) length);
        file.put(dict.getBytes(StandardCharsets.US_ASCII))
                .put(" ".repeat(length - dict.length() - 1).getBytes(StandardCharsets.US_ASCII));
        file.put((byte) '\n').put(data);
        return file.array();
    }

    public static byte[] doubles(ByteOrder order, double... numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(numbers.length * 8).order(order);
        Arrays.stream(numbers).forEach(buffer::putDouble);
        return buffer.array();
    }

    /** An IDX file of unsigned bytes. */
    public static byte[] idx(int[] sizes, byte[] data) {
        ByteBuffer file = ByteBuffer.allocate(4 + 4 * sizes.length + data.length);
        file.put(new byte[] {0, 0, 8, (byte) sizes.length});
        Arrays.stream(sizes).forEach(file::putInt);
        return file.put(data).array();
    }

    /** A file of the real data; the test is skipped, by name, where it is absent. */
    public static Path real(String relative) {
        Path root = Path.of(System.getProperty("eckart.root", "."));
        Path file = root.resolve("../shared/data").resolve(relative).normalize();
        Assumptions.assumeTrue(Files.exists(file), () -> "missing real data: " + file);
        return file;
    }

    /** Names and types of the columns, as one line. */
    public static String columns(Schema schema) {
        return schema.columns().stream()
                .map(c -> c.name() + ":" + c.type() + (c.levels().isEmpty() ? "" : c.levels()))
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
