package io.eckart.data.format.array;

import io.eckart.data.ImageShape;
import io.eckart.data.Schema;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.ArrayCells;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.Pixels;
import io.eckart.data.format.ReadOptions;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An IDX file, plain or gzip. Unsigned bytes with two or more dimensions are grey values and are divided by 255; an array of
 * one dimension (labels) is a column c1 of unchanged numbers.
 */
public final class IdxTableSource implements TableSource {
    private final InputFile file;
    private final ArrayLayout layout;
    private final ArrayCells cells;
    private final boolean grey;
    private final int chunkCells;

    /** @throws io.eckart.data.DataException if the header is damaged or does not fit the size of the file */
    public IdxTableSource(InputFile file, ReadOptions options, int chunkCells) {
        this.file = file;
        this.chunkCells = chunkCells;
        if (options.samplesAreColumns()) {
            throw file.error("in an IDX file every row is a sample; samples in columns go with CSV and NPY");
        }
        IdxHeader header = IdxHeader.of(file);
        List<Long> sizes = header.sizes();
        this.layout = ArrayLayout.checked(
                file,
                header.type(),
                ByteOrder.BIG_ENDIAN,
                header.offset(),
                sizes.getFirst(),
                ArrayLayout.product(file, sizes.subList(1, sizes.size())));
        this.grey = header.type() == NumberType.UINT8 && sizes.size() > 1;
        Optional<ImageShape> image = image(sizes);
        List<String> names = image.map(Pixels::names).orElseGet(() -> ColumnNames.numbered(layout.columns()));
        this.cells = ArrayCells.of(file, ColumnPlan.ofNumbers(file, names, image, options), options);
    }

    private static Optional<ImageShape> image(List<Long> sizes) {
        return sizes.size() == 3
                ? Optional.of(new ImageShape((int) (long) sizes.get(1), (int) (long) sizes.get(2), 1))
                : Optional.empty();
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
    public TableCursor open() {
        return new ArrayRowCursor(layout, cells, grey, null, chunkCells);
    }
}
