package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.RunArguments;
import io.eckart.cli.text.FittedModelText;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.ModelFile;
import io.eckart.report.result.FittedModelJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "Show what a model file holds.")
final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "MODEL", description = "model file")
    private Path model = Path.of("");

    @Mixin
    private RunArguments run = new RunArguments();

    private final Output out;

    InspectCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        FittedModel<?> fitted = FittedModel.load(model);
        String checksum = ModelFile.tensorsChecksum(model);
        out.result(run.json(), FittedModelJson.of(fitted, checksum), FittedModelText.of(fitted, checksum));
        return 0;
    }
}
