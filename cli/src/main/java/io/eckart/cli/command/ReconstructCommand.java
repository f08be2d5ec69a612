package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.RunArguments;
import io.eckart.data.Column;
import io.eckart.data.Encoding;
import io.eckart.data.TableSource;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
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
        return new RowFile(arguments, run, out)
                .write(
                        source,
                        encoding,
                        "reconstructions",
                        names,
                        (features, writer, workers) -> writer.write(
                                encoding.decode(reconstructor.reconstruct(features, workers), source.name())));
    }
}
