package io.eckart.data.format.array;

import io.eckart.data.Table;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.OutputFile;
import io.eckart.data.format.TableCopy;
import io.eckart.numerics.FloatMatrix;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A copy of an NPY file with the same header and numbers, in which each NaN is replaced in the type of the array. */
public final class NpyCopy implements TableCopy {
    /** The index of a cell among the numbers of the file. */
    @FunctionalInterface
    interface Places {
        long of(long row, int fileColumn);
    }

    private final NpyHeader header;
    private final Places places;
    private final OutputFile output;
    private final int[] fileColumns;
    private final ByteBuffer number;
    private long rows;

    public NpyCopy(InputFile file, NpyHeader header, ColumnPlan plan, Places places, Path target, boolean force) {
        this.header = header;
        this.places = places;
        this.number = ByteBuffer.allocate(Double.BYTES).order(header.order());
        this.fileColumns = new int[plan.width()];
        for (int i = 0; i < plan.fileColumns(); i++) {
            if (plan.target(i) >= 0) {
                fileColumns[plan.target(i)] = i;
            }
        }
        this.output = OutputFile.create(target, force);
        try (InputStream in = file.open()) {
            in.transferTo(output.stream());
        } catch (IOException e) {
            output.close();
            throw output.failure(e);
        }
    }

    @Override
    public void write(Table filled, FloatMatrix added) {
        if (added.columns() > 0) {
            throw new IllegalArgumentException("no columns can be added to an NPY file");
        }
        try {
            for (int i = 0; i < filled.rows(); i++, rows++) {
                for (int j = 0; j < filled.width(); j++) {
                    replace(places.of(rows, fileColumns[j]), filled.cell(i, j));
                }
            }
        } catch (IOException e) {
            throw output.failure(e);
        }
    }

    private void replace(long place, double value) throws IOException {
        int size = header.type().bytes();
        boolean wide = header.type() == NumberType.FLOAT64;
        if (!wide && header.type() != NumberType.FLOAT32) {
            return;
        }
        FileChannel channel = output.channel();
        long at = header.offset() + place * size;
        number.clear().limit(size);
        channel.read(number, at);
        boolean missing = wide ? Double.isNaN(number.getDouble(0)) : Float.isNaN(number.getFloat(0));
        if (missing && !Double.isNaN(value)) {
            number.clear().limit(size);
            if (wide) {
                number.putDouble(0, value);
            } else {
                number.putFloat(0, (float) value);
            }
            channel.write(number, at);
        }
    }

    @Override
    public Path target() {
        return output.target();
    }

    @Override
    public void commit() {
        output.commit();
    }

    @Override
    public void close() {
        output.close();
    }
}
