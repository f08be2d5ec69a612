package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.RunArguments;
import io.eckart.cli.text.RowOutputText;
import io.eckart.data.Encoding;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.TableWriter;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.report.result.RowOutput;
import io.eckart.report.result.RowOutputJson;
import java.util.List;

/** A file with a row for each row of new data: what {@code encode}, {@code reconstruct} and {@code predict} write. */
record RowFile(ModelArguments arguments, RunArguments run, Output out) {

    /** Writes what belongs to some rows, given as features. */
    @FunctionalInterface
    interface Content {
        void write(FloatMatrix features, TableWriter writer, Workers workers);
    }

    /** Writes the file chunk by chunk and answers; the exit code. */
    int write(TableSource source, Encoding encoding, String what, List<String> names, Content content) {
        try (Workers workers = run.workers();
                TableWriter writer = Tables.writer(arguments.output(), names, run.force())) {
            long rows = ModelArguments.forEachChunk(
                    source, encoding, (_, features) -> content.write(features, writer, workers));
            writer.commit();
            RowOutput output = RowOutput.written(what, rows, names.size(), arguments.output());
            out.result(run.json(), RowOutputJson.of(output), RowOutputText.of(output));
            return 0;
        }
    }
}
