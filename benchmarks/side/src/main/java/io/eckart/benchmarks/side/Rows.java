package io.eckart.benchmarks.side;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Rows in memory: of an IDX file of unsigned bytes (also packed with gzip), grey values from 0 to 1, or of an NPY file of float32 in C
 * order.
 *
 * @param rows n
 * @param columns d
 * @param values n x d, row after row
 */
@SuppressWarnings("ArrayRecordComponent") // identity is never asked of rows
public record Rows(int rows, int columns, float[] values) {
    private static final int IDX_BYTES = 8;
    private static final Pattern SHAPE =
            Pattern.compile("'descr': *'<f4'.*'fortran_order': *False.*'shape': *\\(([0-9, ]*)\\)");

    /**
     * The rows of a file.
     *
     * @throws IOException if it cannot be read or is of another kind
     */
    public static Rows read(Path file) throws IOException {
        byte[] content = content(file);
        if (content.length > 10 && (content[0] & 0xff) == 0x93) {
            return npy(file, content);
        }
        if (content.length > 4 && content[0] == 0 && content[1] == 0 && content[2] == IDX_BYTES) {
            return idx(content);
        }
        throw new IOException(file + ": neither NPY nor IDX of unsigned bytes, which is all that this side can read");
    }

    private static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
    }

    private static Rows idx(byte[] content) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        int dimensions = content[3];
        int n = buffer.getInt(4);
        int start = 4 + 4 * dimensions;
        float[] values = new float[content.length - start];
        for (int i = 0; i < values.length; i++) {
            values[i] = (content[start + i] & 0xff) / 255f;
        }
        return new Rows(n, values.length / n, values);
    }

    private static Rows npy(Path file, byte[] content) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        boolean first = content[6] == 1;
        int start = first ? 10 + buffer.getShort(8) : 12 + buffer.getInt(8);
        Matcher shape = SHAPE.matcher(new String(content, 0, start, StandardCharsets.ISO_8859_1));
        if (!shape.find()) {
            throw new IOException(file + ": not float32 in C order, which is all that this side can read");
        }
        String[] sizes = shape.group(1).replace(" ", "").split(",", -1);
        float[] values = new float[(content.length - start) / Float.BYTES];
        buffer.position(start)
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer()
                .get(values);
        int n = Integer.parseInt(sizes[0]);
        return new Rows(n, values.length / Math.max(1, n), values);
    }
}
