package io.eckart.data.format.array;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.DataException;
import io.eckart.data.Table;
import io.eckart.data.format.OutputFile;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WrittenColumns;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes an n x d array of little-endian float32 as NPY version 1; a missing cell is NaN. Names are not written. The header has
 * a fixed length; the number of rows is written into it at the end. Where samples are columns it is the same sequence of numbers, as a d x n
 * array in Fortran order.
 */
public final class NpyTableWriter implements TableWriter {
    private static final int HEADER = 128;
    private static final int BUFFER_FLOATS = 1 << 16;

    private final WrittenColumns columns;
    private final boolean samplesAreColumns;
    private final OutputFile output;
    private final ByteBuffer bytes =
            ByteBuffer.allocateDirect(BUFFER_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final FloatBuffer floats = bytes.asFloatBuffer();
    private long rows;

    public NpyTableWriter(Path path, List<String> names, boolean samplesAreColumns, boolean force) {
        this.samplesAreColumns = samplesAreColumns;
        this.columns = new WrittenColumns(names);
        this.output = OutputFile.create(path, force);
        try {
            writeAll(header());
        } catch (IOException e) {
            output.close();
            throw output.failure(e);
        }
    }

    private ByteBuffer header() {
        int width = columns.names().size();
        String shape = samplesAreColumns ? width + ", " + rows : rows + ", " + width;
        String dict = "{'descr': '<f4', 'fortran_order': " + (samplesAreColumns ? "True" : "False") + ", 'shape': ("
                + shape + "), }";
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 1)
                .put((byte) 0);
        header.putShort((short) (HEADER - 10));
        header.put((dict + " ".repeat(HEADER - 11 - dict.length()) + "\n").getBytes(StandardCharsets.US_ASCII));
        return header.flip();
    }

    private void writeAll(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            output.channel().write(buffer);
        }
    }

    @Override
    public void write(FloatMatrix block) {
        columns.check(block);
        try {
            float[] values = block.values();
            for (int from = 0; from < values.length; from += BUFFER_FLOATS) {
                int count = Math.min(BUFFER_FLOATS, values.length - from);
                floats.clear().put(values, from, count);
                writeAll(bytes.clear().limit(count * Float.BYTES));
            }
        } catch (IOException e) {
            throw output.failure(e);
        }
        rows += block.rows();
    }

    @Override
    public void write(Table block) {
        for (Column column : columns.check(block)) {
            if (column.type() == ColumnType.CATEGORY || column.type() == ColumnType.LABEL) {
                throw new DataException(output.target() + ": NPY holds numbers only, column '" + column.name()
                        + "' holds texts; write CSV instead");
            }
        }
        FloatMatrix narrow = FloatMatrix.zeros(block.rows(), block.width());
        for (int i = 0; i < block.rows(); i++) {
            for (int j = 0; j < block.width(); j++) {
                narrow.values()[i * block.width() + j] = (float) block.cell(i, j);
            }
        }
        write(narrow);
    }

    @Override
    public void commit() {
        try {
            output.channel().position(0);
            writeAll(header());
        } catch (IOException e) {
            throw output.failure(e);
        }
        output.commit();
    }

    @Override
    public void close() {
        output.close();
    }
}
