package io.eckart.cli;

import io.eckart.data.file.Tables;
import io.eckart.data.format.TableWriter;
import io.eckart.data.TableSource;
import io.eckart.model.Encoder;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.Workers;
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
                TableWriter writer = Tables.writer(arguments.output, encoder.codeNames(), run.force)) {
            long rows = ModelArguments.forEachChunk(
                    source, fitted.encoding(), features -> writer.write(encoder.encode(features, workers)));
            writer.commit();
            out.written(run.json, "codes", rows, encoder.codeNames().size(), arguments.output);
            return 0;
        }
    }
}
