package io.eckart.cli;

import io.eckart.data.Corruption;
import io.eckart.data.Corruptor;
import io.eckart.data.TableSource;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.report.Json;
import io.eckart.task.Evaluation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(name = "evaluate", description = "Measure how well a model reconstructs the rows of new data.")
final class EvaluateCommand implements Callable<Integer> {
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

    @Option(names = "--seed", paramLabel = "N", description = "seed of noise and masks (default: 0)")
    private long seed;

    @Mixin
    private LabelledDataArguments dataArguments = new LabelledDataArguments();

    @Mixin
    private RunArguments run = new RunArguments();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    private final Output out;

    EvaluateCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        Corruption corruption = Corruption.parse(corrupt);
        if (corruption.isNone()) {
            new OptionRules(spec.commandLine().getParseResult()).refuseUnless("--corrupt", "--seed");
        }
        FittedModel<?> fitted = FittedModel.load(model);
        if (!(fitted.model() instanceof Reconstructor reconstructor)) {
            throw new UsageException("a " + fitted.model().kind() + " model does not reconstruct");
        }
        TableSource source = dataArguments.openFor(fitted.encoding().schema(), data);
        try (Workers workers = run.workers()) {
            Corruptor corruptor = new Corruptor(corruption, new RandomStreams(seed));
            Evaluation evaluation = Evaluation.of(fitted.encoding().encode(source), reconstructor, corruptor, workers);
            ObjectNode json = Json.object();
            json.put("model", fitted.model().kind());
            json.put("data", source.name());
            json.put("rows", evaluation.rows());
            json.put("corruption", corruption.toString());
            addTo(json, evaluation);
            json.set("feature_errors", features(fitted, evaluation));
            out.result(run.json, json, summary(source, fitted, evaluation, corruption));
            return 0;
        }
    }

    /** The measured errors, under the names all commands use. */
    static void addTo(ObjectNode json, Evaluation evaluation) {
        json.put("error_per_sample", evaluation.errorPerSample());
        json.put("error_per_cell", evaluation.errorPerCell());
        json.put("energy_explained", evaluation.energyExplained());
        json.put("column_mean_error_per_cell", evaluation.columnMeanErrorPerCell());
    }

    static ObjectNode features(FittedModel<?> fitted, Evaluation evaluation) {
        ObjectNode errors = Json.object();
        for (int j = 0; j < evaluation.featureErrors().length; j++) {
            errors.put(fitted.encoding().featureNames().get(j), evaluation.featureErrors()[j]);
        }
        return errors;
    }

    private static String summary(
            TableSource source, FittedModel<?> fitted, Evaluation evaluation, Corruption corruption) {
        return new Summary()
                .add("model", fitted.model().kind() + ", k = " + fitted.model().codeSize())
                .add("data", source.name())
                .add("rows", evaluation.rows())
                .add("corruption", corruption.toString())
                .add("squared error per sample", evaluation.errorPerSample())
                .add("squared error per cell", evaluation.errorPerCell())
                .add("the same by column means", evaluation.columnMeanErrorPerCell())
                .addPercent("energy explained", evaluation.energyExplained())
                .text();
    }
}
