package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.CellArguments;
import io.eckart.cli.option.KeepArguments;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.text.RowOutputText;
import io.eckart.data.TableSource;
import io.eckart.data.format.RowIndex;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.WriteOptions;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.report.Json;
import io.eckart.report.result.RowOutput;
import java.util.List;
import picocli.CommandLine.Mixin;

/** A job that writes a file with a row for each row of new data, by what a model makes of it. */
abstract class RowsJob extends Job {
    @Mixin
    ModelArguments arguments = new ModelArguments();

    @Mixin
    private KeepArguments keep = new KeepArguments();

    @Mixin
    private CellArguments cells = new CellArguments();

    RowsJob(Output out) {
        super(out);
    }

    /** Writes what belongs to some rows, given as features. */
    @FunctionalInterface
    interface RowWriter {
        void write(FloatMatrix features, TableWriter writer, Workers workers);
    }

    /**
     * What is written.
     *
     * @param name the word for it in messages
     * @param columns their names
     * @param named whether the names are always written, also where the data is a matrix without names
     */
    record Content(String name, List<String> columns, boolean named, RowWriter rows) {}

    /** What the model makes of the data. */
    abstract Content content(FittedModel<?> fitted);

    @Override
    public Integer call() {
        FittedModel<?> fitted = arguments.load();
        Content content = content(fitted);
        TableSource source = arguments.open(fitted);
        WriteOptions writing = cells.writing(arguments.output(), force);
        try (Workers workers = workers();
                RowIndex index = keep.index(source, arguments.output(), content.columns());
                TableWriter writer =
                        keep.writer(source, arguments.output(), index, content.columns(), content.named(), writing)) {
            long rows = ModelArguments.forEachChunk(
                    source.until(interruption),
                    fitted.encoding(),
                    (_, features) -> content.rows().write(features, writer, workers));
            writer.commit();
            RowOutput output = new RowOutput(
                    arguments.output(), content.name(), rows, content.columns().size(), index.names());
            return answer(Json.record(output), RowOutputText.of(output));
        }
    }
}
