package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.data.format.WriteOptions;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for the cells of a written table. */
@InGroup(OptionGroup.OUTPUT)
public final class CellArguments {
    @Option(
            names = "--safe-cells",
            description = "write an apostrophe before texts that a spreadsheet would take for formulas (= + - @)")
    private boolean safe;

    /**
     * How the table is written.
     *
     * @param output its file; null if none is written
     * @throws UsageException if the option has no effect there
     */
    public WriteOptions writing(@Nullable Path output, boolean force) {
        if (safe && output == null) {
            throw new UsageException("--safe-cells goes with -o OUT; leave it out here");
        }
        if (safe && output != null && output.toString().toLowerCase(Locale.ROOT).endsWith(".npy")) {
            throw new UsageException(
                    "--safe-cells goes with .csv, .tsv and .txt; NPY holds numbers only: leave it out here");
        }
        return WriteOptions.DEFAULT.withForce(force).withSafeCells(safe);
    }
}
