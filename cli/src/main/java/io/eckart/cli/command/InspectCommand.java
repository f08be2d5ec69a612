package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.text.FittedModelText;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.ModelFile;
import io.eckart.report.result.FittedModelJson;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "inspect", description = "Show what a model file holds.", footer = "eckart inspect data.pca")
final class InspectCommand extends Job {
    @Parameters(paramLabel = "MODEL", description = "model file")
    private Path model = Path.of("");

    InspectCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        FittedModel<?> fitted = FittedModel.load(model);
        String checksum = ModelFile.tensorsChecksum(model);
        return answer(FittedModelJson.of(fitted, checksum), FittedModelText.of(fitted, checksum));
    }
}
