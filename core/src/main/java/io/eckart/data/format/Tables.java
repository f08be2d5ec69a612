package io.eckart.data.format;

import io.eckart.data.DataException;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens tables in files: CSV and TSV (.csv, .tsv, .txt, also packed with gzip), NPY, IDX (also packed), and folders of PNG
 * or JPEG images. The format is told from the content, or from the extension where the content is text.
 */
public final class Tables {
    /** Cells in a chunk: 4 MiB of float64. */
    private static final int CHUNK_CELLS = 1 << 19;

    private Tables() {}

    /**
     * A source that streams the file in chunks of bounded size.
     *
     * @throws DataException if there is no such file, its format is not known or its columns cannot be made out
     */
    public static TableSource open(Path path, ReadOptions options) {
        return open(path, options, CHUNK_CELLS);
    }

    static TableSource open(Path path, ReadOptions options, int chunkCells) {
        if (Files.isDirectory(path)) {
            return new ImageFolderSource(path, options, chunkCells);
        }
        InputFile file = InputFile.of(path);
        return switch (FileFormat.of(file)) {
            case CSV ->
                options.samplesAreColumns()
                        ? CsvMatrix.read(file, options)
                        : new CsvTableSource(file, options, chunkCells);
            case NPY -> new NpyTableSource(file, options, chunkCells);
            case IDX -> new IdxTableSource(file, options, chunkCells);
        };
    }

    /**
     * All rows of a file in memory.
     *
     * @throws DataException as {@link #open}, if a cell cannot be read, or if the rows do not fit in one array
     */
    public static Table read(Path path, ReadOptions options) {
        return TableCollector.collect(open(path, options));
    }

    /** How many rows of this width make a chunk. */
    static int chunkRows(int width, int chunkCells) {
        return Math.max(1, chunkCells / Math.max(1, width));
    }
}
