package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.data.Column;
import io.eckart.data.DataException;
import io.eckart.data.LabelledSource;
import io.eckart.data.Place;
import io.eckart.data.Remedy;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for labels in a separate file, as with images in IDX. */
@InGroup(OptionGroup.DATA)
public final class LabelFileArguments {
    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "labels in a separate file: one column, one line for each row (IDX, CSV or NPY), NA if unknown")
    private @Nullable Path file;

    private static final String UNKNOWN = "NA";

    public boolean isGiven() {
        return file != null;
    }

    /**
     * The rows with their labels from the file, if one was named.
     *
     * @throws UsageException if the rows have a label column as well
     * @throws DataException if the file has not one column with a line for each row
     */
    public TableSource with(TableSource rows) {
        if (file == null) {
            return rows;
        }
        if (rows.schema().label().isPresent()) {
            throw new UsageException("--labels names a file and --label a column; labels come from one of them");
        }
        ReadOptions options = ReadOptions.DEFAULT.withMissing(Set.of(UNKNOWN));
        List<Column> columns = Tables.open(file, options).schema().columns();
        if (columns.size() != 1) {
            throw new DataException(
                    Place.of(file),
                    "a file of labels has one column, this one has " + columns.size(),
                    Remedy.byHand("remove the others"));
        }
        return LabelledSource.of(
                rows, Tables.read(file, options.withLabel(columns.getFirst().name())));
    }
}
