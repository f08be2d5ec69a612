package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.model.Encoder;
import io.eckart.model.fitted.FittedModel;
import picocli.CommandLine.Command;

@Command(
        name = "encode",
        description = "Write the codes of the rows of new data.",
        footer = "eckart encode data.pca data.csv -o codes.csv")
final class EncodeCommand extends RowsJob {
    EncodeCommand(Output out) {
        super(out);
    }

    @Override
    Content content(FittedModel<?> fitted) {
        if (!(fitted.model() instanceof Encoder encoder)) {
            throw new UsageException("a " + fitted.model().kind() + " model does not encode");
        }
        return new Content(
                "codes",
                encoder.codeNames(),
                false,
                (features, writer, workers) -> writer.write(encoder.encode(features, workers)));
    }
}
