package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.RunArguments;
import io.eckart.cli.text.RowOutputText;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.TableWriter;
import io.eckart.model.Encoder;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.Workers;
import io.eckart.report.result.RowOutput;
import io.eckart.report.result.RowOutputJson;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "encode", description = "Write the codes of the rows of new data.")
final class EncodeCommand implements Callable<Integer> {
    @Mixin
    private ModelArguments arguments = new ModelArguments();

    @Mixin
    private RunArguments run = new RunArguments();

    private final Output out;

    EncodeCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        FittedModel<?> fitted = arguments.load();
        if (!(fitted.model() instanceof Encoder encoder)) {
            throw new UsageException("a " + fitted.model().kind() + " model does not encode");
        }
        TableSource source = arguments.open(fitted);
        try (Workers workers = run.workers();
                TableWriter writer = Tables.writer(arguments.output(), encoder.codeNames(), run.force())) {
            long rows = ModelArguments.forEachChunk(
                    source, fitted.encoding(), features -> writer.write(encoder.encode(features, workers)));
            writer.commit();
            RowOutput output =
                    RowOutput.written("codes", rows, encoder.codeNames().size(), arguments.output());
            out.result(run.json(), RowOutputJson.of(output), RowOutputText.of(output));
            return 0;
        }
    }
}
