package io.eckart.data.format;

import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** A CSV or TSV file, plain or gzip. */
final class CsvTableSource implements TableSource {
    private final InputFile file;
    private final CsvLayout layout;
    private final MissingMarkers missing;
    private final ColumnPlan plan;
    private final OptionalLong rows;
    private final int chunkCells;
    private final int threads;

    /** @throws io.eckart.data.DataException if the columns cannot be made out */
    CsvTableSource(InputFile file, ReadOptions options, int chunkCells) {
        this(file, options, chunkCells, KeptNumbers.none(file));
    }

    private CsvTableSource(InputFile file, ReadOptions options, int chunkCells, KeptNumbers kept) {
        this.file = file;
        this.missing = new MissingMarkers(options.missing());
        this.layout = CsvLayout.of(file, options, missing);
        this.chunkCells = chunkCells;
        this.threads = options.threads();
        if (options.expected().isPresent()) {
            ColumnNames names = new ColumnNames(file, layout.names());
            this.plan = ColumnPlan.matching(
                    names, layout.names().size(), options.expected().get(), options);
            this.rows = OptionalLong.empty();
        } else {
            CsvInference inference = CsvInference.of(file, layout, missing, options, kept);
            this.plan = ColumnPlan.inFileOrder(inference.columns(), java.util.Optional.empty());
            this.rows = OptionalLong.of(inference.rows());
        }
    }

    /** All rows in memory, from one pass over the file where its columns are all numbers. */
    static Table read(InputFile file, ReadOptions options, int chunkCells) {
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
    TableCopy copy(Path target, TableCopy.Replaced replaced, List<String> added, boolean force) {
        return new CsvCopy(file, layout, missing, plan, target, replaced, added, force);
    }

    @Override
    public TableCursor open() {
        CsvPass<CellRows> pass = CsvPass.over(file, layout, missing, threads, () -> new CellRows(file, missing, plan));
        return new CsvTableCursor(file, plan, pass, Tables.chunkRows(plan.width(), chunkCells));
    }
}
