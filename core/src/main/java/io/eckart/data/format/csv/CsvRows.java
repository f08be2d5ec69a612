package io.eckart.data.format.csv;

import io.eckart.data.format.InputFile;
import java.io.IOException;
import java.util.Optional;

/** One pass over the rows of a CSV file, which are cut into cells {@link ReadAhead ahead} of what is done with the cells. */
final class CsvRows implements AutoCloseable {

    /** Takes the cells of a row, without the blanks around them. */
    @FunctionalInterface
    interface Cells {
        /** Takes the characters of {@code buffer} from {@code from} (included) to {@code to} (excluded). */
        void cell(long row, int column, char[] buffer, int from, int to);
    }

    private final InputFile file;
    private final CsvRecords records;
    private final ReadAhead<CellBlock> blocks;
    private CellBlock block = new CellBlock();
    private int next;

    CsvRows(InputFile file, CsvLayout layout) {
        this.file = file;
        this.records = CsvRecords.rows(file, layout);
        this.blocks = new ReadAhead<>("eckart-cells", CellBlock::new, this::fill);
    }

    private boolean fill(CellBlock block) {
        boolean more = true;
        block.clear();
        while (more && !block.isFull()) {
            more = records.next(block);
        }
        return more;
    }

    /**
     * Passes on the cells of the next row; false behind the last one.
     *
     * @throws io.eckart.data.DataException as {@link CsvRecords#next}
     */
    boolean next(Cells to) {
        try {
            while (next == block.records()) {
                CellBlock following = blocks.next();
                if (following == null) {
                    return false;
                }
                block = following;
                next = 0;
            }
        } catch (IOException e) {
            throw file.failure(e);
        }
        block.pass(next++, to);
        return true;
    }

    /** The characters in the cells up to the row that was passed on last, one more for each delimiter or line end. */
    long characters() {
        return block.characters(next - 1);
    }

    /** What is below the rows; to be asked for behind the last one. */
    Optional<Footer> footer() {
        return records.footer();
    }

    /** What is at the end of the rows, filled up with delimiters; to be asked for behind the last one. */
    Optional<Footer> filledUpFooter() {
        return records.filledUpFooter();
    }

    /** How many records were the header once more; to be asked for behind the last one. */
    long repeatedHeaders() {
        return records.repeatedHeaders();
    }

    @Override
    public void close() {
        blocks.close();
        records.close();
    }
}
