package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.data.Column;
import io.eckart.data.Encoding;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands have in common that take a model over data into a file: MODEL DATA -o OUT. */
@InGroup(OptionGroup.OUTPUT)
public final class ModelArguments {
    @Parameters(index = "0", paramLabel = "MODEL", description = "model file")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "DATA", description = "CSV, TSV, NPY, IDX or a folder of images")
    private Path data = Path.of("");

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "file to write: .csv, .tsv (also .gz) or .npy")
    private Path output = Path.of("");

    @Mixin
    private DataArguments dataArguments = new DataArguments();

    /** The file to read. */
    public Path data() {
        return data;
    }

    /** The file to write. */
    public Path output() {
        return output;
    }

    public FittedModel<?> load() {
        return FittedModel.load(model);
    }

    public TableSource open(FittedModel<?> fitted) {
        return dataArguments.openFor(fitted.encoding().schema(), data);
    }

    /**
     * The model as one that gives rows back.
     *
     * @throws UsageException if it only gives codes, labels or values
     */
    public static Reconstructor reconstructor(FittedModel<?> fitted) {
        if (fitted.model() instanceof Reconstructor reconstructor) {
            return reconstructor;
        }
        throw new UsageException("a " + fitted.model().kind() + " model does not reconstruct");
    }

    /** The names of the columns that the model gives back. */
    public static List<String> featureColumns(FittedModel<?> fitted) {
        return fitted.encoding().schema().features().stream().map(Column::name).toList();
    }

    /** The label column that was asked for. */
    public Optional<String> label() {
        return dataArguments.label();
    }

    /** Passes the rows of the data over, as they are and as features, in bounded chunks. */
    public static long forEachChunk(TableSource source, Encoding encoding, BiConsumer<Table, FloatMatrix> work) {
        long rows = 0;
        try (TableCursor cursor = source.open()) {
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                work.accept(chunk, encoding.encode(chunk));
                rows += chunk.rows();
            }
        }
        return rows;
    }
}
