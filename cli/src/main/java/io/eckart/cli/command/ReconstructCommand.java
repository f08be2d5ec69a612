package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.RunArguments;
import io.eckart.cli.text.RowOutputText;
import io.eckart.data.Column;
import io.eckart.data.Encoding;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.TableWriter;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.Workers;
import io.eckart.report.result.RowOutput;
import io.eckart.report.result.RowOutputJson;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "reconstruct", description = "Write the rows of new data as they look after passing through the code.")
final class ReconstructCommand implements Callable<Integer> {
    @Mixin
    private ModelArguments arguments = new ModelArguments();

    @Mixin
    private RunArguments run = new RunArguments();

    private final Output out;

    ReconstructCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        FittedModel<?> fitted = arguments.load();
        if (!(fitted.model() instanceof Reconstructor reconstructor)) {
            throw new UsageException("a " + fitted.model().kind() + " model does not reconstruct");
        }
        TableSource source = arguments.open(fitted);
        Encoding encoding = fitted.encoding();
        List<String> names =
                encoding.schema().features().stream().map(Column::name).toList();
        try (Workers workers = run.workers();
                TableWriter writer = Tables.writer(arguments.output(), names, run.force())) {
            long rows = ModelArguments.forEachChunk(
                    source,
                    encoding,
                    features ->
                            writer.write(encoding.decode(reconstructor.reconstruct(features, workers), source.name())));
            writer.commit();
            RowOutput output = RowOutput.written("reconstructions", rows, names.size(), arguments.output());
            out.result(run.json(), RowOutputJson.of(output), RowOutputText.of(output));
            return 0;
        }
    }
}
