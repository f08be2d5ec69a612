package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.LabelledDataArguments;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.EvaluationText;
import io.eckart.data.TableSource;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.Corruptor;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.report.result.EvaluationJson;
import io.eckart.task.Evaluation;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "evaluate",
        description = "Measure how well a model reconstructs the rows of new data.",
        footer = "eckart evaluate data.pca data.csv --corrupt mask:0.2")
@InGroup(OptionGroup.MEASURING)
final class EvaluateCommand extends Job {
    @Parameters(index = "0", paramLabel = "MODEL", description = "model file")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "DATA", description = "data file or folder")
    private Path data = Path.of("");

    @Option(
            names = "--corrupt",
            paramLabel = "WHAT",
            description = "measure how well clean rows are given back from corrupted ones: gaussian:S, mask:P or both"
                    + " with a comma (default: none)")
    private String corrupt = "none";

    @InGroup(OptionGroup.RUN)
    @Option(names = "--seed", paramLabel = "N", description = "seed of noise and masks (default: 0)")
    private long seed;

    @Mixin
    private LabelledDataArguments dataArguments = new LabelledDataArguments();

    EvaluateCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        Corruption corruption = Corruption.parse(corrupt);
        if (corruption.isNone()) {
            rules.refuseUnless("--corrupt", "--seed");
        }
        FittedModel<?> fitted = FittedModel.load(model);
        Reconstructor reconstructor = ModelArguments.reconstructor(fitted);
        TableSource source = dataArguments.openFor(fitted.encoding().schema(), data);
        try (Workers workers = workers()) {
            Corruptor corruptor = new Corruptor(corruption, new RandomStreams(seed));
            Evaluation evaluation = Evaluation.of(
                    fitted.encoding().encode(source.until(interruption)), reconstructor, corruptor, workers);
            return answer(
                    EvaluationJson.of(fitted, evaluation, source.name(), corruption),
                    EvaluationText.of(fitted, evaluation, source.name(), corruption));
        }
    }
}
