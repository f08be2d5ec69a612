package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.RunArguments;
import io.eckart.data.Column;
import io.eckart.model.Classifier;
import io.eckart.model.Predictor;
import io.eckart.model.Regressor;
import io.eckart.model.fitted.FittedModel;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "predict",
        description = {
            "Write what the model says of each row of new data: the cluster, from 0; the label and its probability; or the",
            "estimate. Empty for a row without an observed cell."
        })
final class PredictCommand implements Callable<Integer> {
    @Mixin
    private ModelArguments arguments = new ModelArguments();

    @Mixin
    private RunArguments run = new RunArguments();

    private final Output out;

    PredictCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        FittedModel<?> fitted = arguments.load();
        Predictions predictions = predictions(fitted);
        return new RowFile(arguments, run, out)
                .write(
                        arguments.open(fitted),
                        fitted.encoding(),
                        predictions.what(),
                        predictions.names(),
                        predictions::write);
    }

    private static Predictions predictions(FittedModel<?> fitted) {
        String label = fitted.encoding().schema().label().map(Column::name).orElse("label");
        return switch (fitted.model()) {
            case Classifier classifier -> new Predictions.Labels(classifier, label);
            case Regressor regressor -> new Predictions.Estimates(regressor, label);
            case Predictor predictor -> new Predictions.Clusters(predictor);
            default ->
                throw new UsageException(
                        "a " + fitted.model().kind() + " model does not predict; encode gives its codes");
        };
    }
}
