package io.eckart.data.format.array;

import io.eckart.data.ImageShape;
import io.eckart.data.Note;
import io.eckart.data.SampleColumns;
import io.eckart.data.Schema;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.ArrayCells;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCopy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An NPY file. A vector is one column; a matrix has one sample in each row, or in each column if the options say so; an array
 * of three or four dimensions has one image for each value of the first index. Columns are named c1 to cd.
 */
public final class NpyTableSource implements TableSource {
    private final InputFile file;
    private final NpyHeader header;
    private final ArrayLayout layout;
    private final ArrayCells cells;
    private final boolean columnsFirst;
    private final boolean samplesAreColumns;
    private final int[] order;
    private final int chunkCells;
    private volatile List<Note> notes = List.of();

    /** @throws io.eckart.data.DataException if the header is damaged or does not fit the size of the file */
    public NpyTableSource(InputFile file, ReadOptions options, int chunkCells) {
        this.file = file;
        this.chunkCells = chunkCells;
        this.header = NpyHeader.of(file);
        List<Long> shape = header.shape();
        this.samplesAreColumns = options.samplesAreColumns();
        if (samplesAreColumns && shape.size() > 2) {
            throw file.error("samples can be the columns of a matrix only, the shape is " + shape);
        }
        long first = shape.getFirst();
        long rest = ArrayLayout.product(file, shape.subList(1, shape.size()));
        this.layout = ArrayLayout.checked(
                file,
                header.type(),
                header.order(),
                header.offset(),
                samplesAreColumns ? rest : first,
                samplesAreColumns ? first : rest);
        this.columnsFirst = header.fortran() != samplesAreColumns;
        if (columnsFirst && file.isGzip()) {
            throw file.error("an array that is stored column by column cannot be read compressed; decompress it");
        }
        this.order = columnsFirst ? positions(shape, layout.columns()) : new int[0];
        ColumnPlan plan = ColumnPlan.ofNumbers(file, ColumnNames.numbered(layout.columns()), image(shape), options);
        this.cells = ArrayCells.of(file, plan, options);
    }

    private static Optional<ImageShape> image(List<Long> shape) {
        long channels = shape.size() == 4 ? shape.get(3) : 1;
        if (shape.size() < 3 || (channels != 1 && channels != 3)) {
            return Optional.empty();
        }
        return Optional.of(new ImageShape((int) (long) shape.get(1), (int) (long) shape.get(2), (int) channels));
    }

    /** The position of each feature if the first of its indices varies fastest instead of the last. */
    private static int[] positions(List<Long> shape, int columns) {
        int[] positions = new int[columns];
        for (int feature = 0; feature < columns; feature++) {
            int rest = feature;
            int position = 0;
            for (int axis = shape.size() - 1; axis >= 1; axis--) {
                int size = (int) (long) shape.get(axis);
                position = position * size + rest % size;
                rest /= size;
            }
            positions[feature] = position;
        }
        return positions;
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Schema schema() {
        return cells.plan().schema();
    }

    @Override
    public OptionalLong rowCount() {
        return OptionalLong.of(layout.rows());
    }

    @Override
    public Optional<SampleColumns> sampleColumns() {
        return samplesAreColumns ? Optional.of(SampleColumns.UNNAMED) : Optional.empty();
    }

    /** A copy of the file to be filled. */
    public TableCopy copy(Path target, boolean force) {
        NpyCopy.Places places = columnsFirst
                ? (row, column) -> order[column] * layout.rows() + row
                : (row, column) -> row * layout.columns() + column;
        return new NpyCopy(file, header, cells.plan(), places, target, force);
    }

    /** Columns with integers that float64 rounds; known once a pass has reached the end of the rows. */
    @Override
    public List<Note> notes() {
        return notes;
    }

    @Override
    public TableCursor open() {
        LongIntegers longs = header.type().isLong()
                ? new LongIntegers(header.type(), cells.plan(), found -> notes = List.copyOf(found))
                : null;
        return columnsFirst
                ? new ArrayColumnCursor(layout, cells, order, longs, chunkCells)
                : new ArrayRowCursor(layout, cells, false, longs, chunkCells);
    }
}
