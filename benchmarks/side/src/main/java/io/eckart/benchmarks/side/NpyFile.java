package io.eckart.benchmarks.side;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes NPY files of float32, which every side can read. */
public final class NpyFile {
    private static final int ALIGNMENT = 64;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

    private NpyFile() {}

    public static void write(Path file, Rows rows) throws IOException {
        String header =
                "{'descr': '<f4', 'fortran_order': False, 'shape': (" + rows.rows() + ", " + rows.columns() + "), }";
        int length = Math.ceilDiv(MAGIC.length + 2 + header.length() + 1, ALIGNMENT) * ALIGNMENT - MAGIC.length - 2;
        String padded = header + " ".repeat(length - header.length() - 1) + "\n";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(MAGIC);
            out.write(new byte[] {(byte) length, (byte) (length >> 8)});
            out.write(padded.getBytes(StandardCharsets.US_ASCII));
            ByteBuffer row = ByteBuffer.allocate(rows.columns() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < rows.rows(); i++) {
                row.asFloatBuffer().put(rows.values(), i * rows.columns(), rows.columns());
                out.write(row.array());
            }
        }
    }
}
