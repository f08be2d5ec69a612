package io.eckart.data.file;

import io.eckart.data.DataException;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.SampleColumns;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.format.Chunks;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.RowIndex;
import io.eckart.data.format.TableCollector;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.data.format.array.IdxTableSource;
import io.eckart.data.format.array.NpyTableSource;
import io.eckart.data.format.array.NpyTableWriter;
import io.eckart.data.format.csv.CsvCopy;
import io.eckart.data.format.csv.CsvMatrix;
import io.eckart.data.format.csv.CsvTableSource;
import io.eckart.data.format.csv.writing.CsvMatrixWriter;
import io.eckart.data.format.csv.writing.CsvTableWriter;
import io.eckart.data.format.image.ImageFolderSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads and writes tables in files: CSV and TSV (.csv, .tsv, .txt, also compressed with gzip), NPY, IDX (also compressed), and
 * folders of images. The format is detected from the content; any other text is CSV.
 *
 * <pre>{@code
 * Table table = Tables.read(Path.of("iris.csv"), ReadOptions.DEFAULT.withLabel("species"));
 * }</pre>
 *
 * <p>Sources stream: a pass holds one chunk of about 4 MiB, whatever the size of the file. The exception is CSV whose columns
 * are the samples, which is transposed in memory.
 */
public final class Tables {
    private Tables() {}

    /**
     * A source that streams the file in chunks of bounded size.
     *
     * @throws DataException if there is no such file, its format is not known or its columns cannot be determined
     */
    public static TableSource open(Path path, ReadOptions options) {
        return open(path, options, Chunks.CELLS);
    }

    static TableSource open(Path path, ReadOptions options, int chunkCells) {
        if (Files.isDirectory(path)) {
            return new ImageFolderSource(path, options, chunkCells);
        }
        InputFile file = InputFile.of(path);
        return switch (FileFormat.of(file, options)) {
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
        if (!Files.isDirectory(path) && !options.samplesAreColumns()) {
            InputFile file = InputFile.of(path);
            if (FileFormat.of(file, options) == FileFormat.CSV) {
                return CsvTableSource.read(file, options, Chunks.CELLS);
            }
        }
        return collect(open(path, options));
    }

    /**
     * All rows of a source in memory.
     *
     * @throws DataException if a cell cannot be read, or the rows do not fit in one array
     */
    public static Table collect(TableSource source) {
        return source instanceof CsvMatrix matrix ? matrix.table() : TableCollector.collect(source);
    }

    /**
     * A writer of rows with these column names: CSV for .csv, .tsv and .txt (also .gz), NPY for .npy.
     *
     * @throws DataException if the extension is none of these, the file exists and is not to be replaced, or its directory
     *     cannot be written to
     */
    public static TableWriter writer(Path path, List<String> names, WriteOptions options) {
        return writer(path, RowIndex.none(), names, options);
    }

    /**
     * The same, with the first columns of each row.
     *
     * @param index is not closed; NPY, which holds numbers only, is written without it
     * @throws DataException as without
     */
    public static TableWriter writer(Path path, RowIndex index, List<String> names, WriteOptions options) {
        return isNpy(path)
                ? new NpyTableWriter(path, names, false, options.force())
                : new CsvTableWriter(textFile(path), index, names, options);
    }

    /**
     * A writer of rows as the columns of a file.
     *
     * @param columns the names to write, where the format holds texts
     * @throws DataException as with samples as rows
     */
    public static TableWriter writer(Path path, SampleColumns columns, List<String> names, WriteOptions options) {
        return isNpy(path)
                ? new NpyTableWriter(path, names, true, options.force())
                : new CsvMatrixWriter(textFile(path), columns, names, options);
    }

    /**
     * A writer of results for the rows of a source: as rows, or as columns where those of its file are the samples.
     *
     * @throws DataException as with samples as rows
     */
    public static TableWriter writer(Path path, TableSource source, List<String> names, WriteOptions options) {
        return source.sampleColumns()
                .map(columns -> writer(path, columns, names, options))
                .orElseGet(() -> writer(path, names, options));
    }

    private static boolean isNpy(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
    }

    private static Path textFile(Path path) {
        if (CsvCopy.writes(path)) {
            return path;
        }
        throw new DataException(
                path + ": the extension does not name a format to write; use .csv, .tsv, .txt (also .gz) or .npy");
    }

    /**
     * A copy of a file in which missing cells will be filled. CSV, TSV and NPY files keep their layout; a copy in another format,
     * and the copy of an array as text, is a new table with the feature columns and the label, with samples as rows or columns as in the
     * file.
     *
     * @param source opened by {@link #open}
     * @param added names of columns to add after those of the file
     * @throws DataException if the extension is not a format to write, the file exists and is not to be replaced, its directory
     *     cannot be written to, or columns cannot be added to it
     */
    public static TableCopy copy(TableSource source, Path target, List<String> added, WriteOptions options) {
        if (source instanceof CsvTableSource csv && CsvCopy.writes(target)) {
            return csv.copy(target, TableCopy.Replaced.MISSING, added, options);
        }
        if (!added.isEmpty() && source.sampleColumns().isPresent()) {
            throw new DataException(
                    Place.of(target),
                    "no columns can be added where each column is a sample",
                    Remedy.byHand("save the data with samples as rows"));
        }
        if (!added.isEmpty()) {
            throw new DataException(
                    target + ": columns can only be added when a CSV or TSV file is copied to a text file (.csv, .tsv,"
                            + " .txt, also .gz)");
        }
        if (source instanceof CsvMatrix matrix && CsvCopy.writes(target)) {
            return matrix.copy(target, TableCopy.Replaced.MISSING, options);
        }
        return source instanceof NpyTableSource npy && isNpy(target)
                ? npy.copy(target, options.force())
                : new Rewriting(source, target, options);
    }

    /**
     * A copy of a CSV or TSV file in which the cells of all features will be replaced; empty for any other file, or if the target
     * is not a text file.
     *
     * @param source opened by {@link #open}
     * @throws DataException if the file exists and is not to be replaced, or its directory cannot be written to
     */
    public static Optional<TableCopy> replacing(TableSource source, Path target, WriteOptions options) {
        if (!CsvCopy.writes(target)) {
            return Optional.empty();
        }
        return switch (source) {
            case CsvTableSource csv -> Optional.of(csv.copy(target, TableCopy.Replaced.ALL, List.of(), options));
            case CsvMatrix matrix -> Optional.of(matrix.copy(target, TableCopy.Replaced.ALL, options));
            default -> Optional.empty();
        };
    }
}
