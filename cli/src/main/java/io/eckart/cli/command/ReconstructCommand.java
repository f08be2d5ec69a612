package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.ModelArguments;
import io.eckart.data.Encoding;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
import picocli.CommandLine.Command;

@Command(
        name = "reconstruct",
        description = "Write the rows of new data as they look after passing through the code.",
        footer = "eckart reconstruct data.pca data.csv -o seen.csv")
final class ReconstructCommand extends RowsJob {
    ReconstructCommand(Output out) {
        super(out);
    }

    @Override
    Content content(FittedModel<?> fitted) {
        Reconstructor model = ModelArguments.reconstructor(fitted);
        Encoding encoding = fitted.encoding();
        return new Content(
                "reconstructions",
                ModelArguments.featureColumns(fitted),
                false,
                (features, writer, workers) -> writer.write(encoding.decode(
                        model.reconstruct(features, workers), arguments.data().toString())));
    }
}
