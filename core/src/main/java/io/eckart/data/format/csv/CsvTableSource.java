package io.eckart.data.format.csv;

import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.format.Chunks;
import io.eckart.data.format.ColumnNames;
import io.eckart.data.format.ColumnPlan;
import io.eckart.data.format.InputFile;
import io.eckart.data.format.MissingMarkers;
import io.eckart.data.format.ReadOptions;
import io.eckart.data.format.TableCollector;
import io.eckart.data.format.TableCopy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A CSV or TSV file, plain or gzip. */
public final class CsvTableSource implements TableSource {
    private final InputFile file;
    private final CsvLayout layout;
    private final MissingMarkers missing;
    private final ColumnPlan plan;
    private final OptionalLong rows;
    private final int chunkCells;

    /**
     * Finds the columns, in one pass over the file unless a schema is expected.
     *
     * @param chunkCells the number of cells in a chunk
     * @throws io.eckart.data.DataException if the types of the columns cannot be found
     */
    public CsvTableSource(InputFile file, ReadOptions options, int chunkCells) {
        this(file, options, chunkCells, KeptNumbers.none(file));
    }

    private CsvTableSource(InputFile file, ReadOptions options, int chunkCells, KeptNumbers kept) {
        this.file = file;
        this.missing = new MissingMarkers(options.missing());
        this.layout = CsvLayout.of(file, options, missing);
        this.chunkCells = chunkCells;
        if (options.columns().expected().isPresent()) {
            ColumnNames names = new ColumnNames(file, layout.names());
            this.plan = ColumnPlan.matching(
                    names, layout.names().size(), options.columns().expected().get(), options);
            this.rows = OptionalLong.empty();
        } else {
            CsvProfile profile = CsvProfile.of(file, layout, missing, options, kept);
            this.plan = ColumnPlan.inFileOrder(profile.columns(), Optional.empty());
            this.rows = OptionalLong.of(profile.rows());
        }
    }

    /** All rows in memory, from one pass over the file if its columns are all numbers. */
    public static Table read(InputFile file, ReadOptions options, int chunkCells) {
        KeptNumbers kept = new KeptNumbers(file);
        CsvTableSource source = new CsvTableSource(file, options, chunkCells, kept);
        return kept.areAllOf(source.schema()) ? kept.table(source.schema()) : TableCollector.collect(source);
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public Schema schema() {
        return plan.schema();
    }

    @Override
    public OptionalLong rowCount() {
        return rows;
    }

    /** A copy of the file with cells replaced and columns added. */
    public TableCopy copy(Path target, TableCopy.Replaced replaced, List<String> added, boolean force) {
        return new CsvCopy(file, layout, missing, plan, target, replaced, added, force);
    }

    @Override
    public TableCursor open() {
        CellRows rows = new CellRows(file, missing, plan);
        return new CsvTableCursor(file, layout, rows, Chunks.rows(plan.width(), chunkCells));
    }
}
