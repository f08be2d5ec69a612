package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.RunArguments;
import io.eckart.model.Encoder;
import io.eckart.model.fitted.FittedModel;
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
        return new RowFile(arguments, run, out)
                .write(
                        arguments.open(fitted),
                        fitted.encoding(),
                        "codes",
                        encoder.codeNames(),
                        (features, writer, workers) -> writer.write(encoder.encode(features, workers)));
    }
}
