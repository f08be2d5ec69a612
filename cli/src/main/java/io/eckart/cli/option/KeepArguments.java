package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.RowIndex;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The options for the columns that results begin with, which tell what row of the data each of their rows belongs to. */
@InGroup(OptionGroup.OUTPUT)
public final class KeepArguments {
    @Option(
            names = "--keep",
            paramLabel = "COL",
            split = ",",
            description = {
                "columns of the data to write before the results, behind the number of the row",
                "(default: row numbers, identifiers and codes that are not features)"
            })
    private List<String> kept = List.of();

    @Option(names = "--plain", description = "write the results only, without the number of the row and kept columns")
    private boolean plain;

    /**
     * The first columns of the results.
     *
     * @param results the columns that follow
     * @throws UsageException if columns are to be kept where there is no place for them
     * @throws io.eckart.data.DataException if there is no such column
     */
    public RowIndex index(TableSource source, Path output, List<String> results) {
        boolean numbersOnly = output.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
        if (!kept.isEmpty() && plain) {
            throw new UsageException("--plain writes no columns but the results; leave out --keep or --plain");
        }
        if (!kept.isEmpty() && numbersOnly) {
            throw new UsageException("--keep goes with .csv, .tsv and .txt; NPY holds numbers only: leave it out here");
        }
        if (!kept.isEmpty() && source.sampleColumns().isPresent()) {
            throw new UsageException(
                    "--keep names columns of a table; with --samples columns the line that names the samples is kept: leave it out here");
        }
        if (plain || numbersOnly || source.sampleColumns().isPresent()) {
            return RowIndex.none();
        }
        return RowIndex.of(source, columns(source), results);
    }

    /** The columns of the data whose cells tell rows apart, also where the output has no place for them. */
    public List<String> columns(TableSource source) {
        if (source.sampleColumns().isPresent()) {
            return List.of();
        }
        List<String> named = kept.stream().map(OptionText::unquoted).distinct().toList();
        return named.isEmpty() ? source.identifiers() : named;
    }

    /**
     * A writer of results for the rows of the data: as rows behind the first columns, or as columns where those of the data are the samples.
     *
     * @param named whether the names of results are written though the data names no features
     */
    public TableWriter writer(
            TableSource source,
            Path output,
            RowIndex index,
            List<String> results,
            boolean named,
            WriteOptions options) {
        return source.sampleColumns()
                .map(columns -> plain ? columns.withoutSamples() : columns)
                .map(columns -> Tables.writer(output, named ? columns.withNames() : columns, results, options))
                .orElseGet(() -> Tables.writer(output, index, results, options));
    }
}
