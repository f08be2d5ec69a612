package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.LabelledDataArguments;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.option.OptionText;
import io.eckart.cli.text.FineTuneText;
import io.eckart.data.TableSource;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.model.fitted.FittedModel;
import io.eckart.report.result.FineTuneJson;
import io.eckart.report.result.FineTunePage;
import io.eckart.task.label.FineTune;
import io.eckart.task.label.FineTuneOptions;
import io.eckart.task.label.FineTuned;
import io.eckart.task.label.LabelTask;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.FineTuneConfig.Companions;
import io.eckart.training.FineTuneConfig.HeldOutLabels;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fine-tune",
        description = {
            "Make a predictor of a pre-trained network and labelled rows: a head on its encoder, trained alone at first, then",
            "with all of it. Rows with an empty label are ignored, but for --companions."
        },
        footer = "eckart fine-tune data.network data.csv --label kind -o data.classifier")
@InGroup(OptionGroup.TRAINING)
final class FineTuneCommand extends SeededJob {
    @Parameters(index = "0", paramLabel = "MODEL", description = "autoencoder written by fit --model network")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "DATA", description = "CSV, TSV, NPY, IDX or a folder of images")
    private Path data = Path.of("");

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "model file to write (safetensors)")
    private @Nullable Path output;

    @InGroup(OptionGroup.MODEL)
    @Option(
            names = "--task",
            paramLabel = "NAME",
            description = "classification, regression or auto (default): found out from the labels")
    private String task = "auto";

    @Option(
            names = "--from-scratch",
            description = "start at random instead of at the encoder, all parameters learning at once: the control")
    private boolean fromScratch;

    @InGroup(OptionGroup.MEASURING)
    @Option(
            names = "--check",
            paramLabel = "PART",
            description = "part of the labelled rows to judge a first run and its controls on; 0: none (default: 0.2)")
    private double check = FineTuneOptions.DEFAULT.check();

    @Option(
            names = "--frozen-epochs",
            paramLabel = "N",
            description = "passes over the labelled rows in which only the head learns (default: about 300 steps)")
    private @Nullable Integer frozenEpochs;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description =
                    "passes in which all parameters learn (default: about 1500 steps); 0 leaves the encoder as it is")
    private @Nullable Integer epochs;

    @Option(names = "--batch", paramLabel = "N", description = "labelled rows of a step (default: 100)")
    private int batch = FineTuneConfig.DEFAULT.batch();

    @Option(
            names = "--head-rate",
            paramLabel = "X",
            description = "largest learning rate while only the head learns (default: ${DEFAULT-VALUE})")
    private double headRate = FineTuneConfig.DEFAULT.head().learningRate();

    @Option(
            names = "--learning-rate",
            paramLabel = "X",
            description = "largest learning rate while all parameters learn (default: ${DEFAULT-VALUE})")
    private double rate = FineTuneConfig.DEFAULT.whole().learningRate();

    @Option(
            names = "--weight-decay",
            paramLabel = "X",
            description = "decoupled weight decay (default: ${DEFAULT-VALUE})")
    private double weightDecay = FineTuneConfig.DEFAULT.weightDecay();

    @Option(
            names = "--dropout",
            paramLabel = "P",
            description = "probability with which a hidden unit takes no part in a step (default: ${DEFAULT-VALUE})")
    private double dropout = FineTuneConfig.DEFAULT.dropout();

    @Option(
            names = "--corrupt",
            paramLabel = "WHAT",
            description = "what is done to the rows the network sees, as with fit (default: ${DEFAULT-VALUE})")
    private String corrupt = FineTuneConfig.DEFAULT.tasks().toString();

    @Option(
            names = "--companions",
            paramLabel = "N",
            description = {
                "rows without a label beside each labelled one of a step: the network is to say of them corrupted what it",
                "says of them clean (default: ${DEFAULT-VALUE})"
            })
    private int companions = FineTuneConfig.DEFAULT.companions().perRow();

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = {
                "companions: below 1 sharpens what the network says of a clean row, near 0 makes it a pseudo-label",
                "(default: ${DEFAULT-VALUE})"
            })
    private double temperature = FineTuneConfig.DEFAULT.companions().temperature();

    @Option(
            names = "--held-out",
            paramLabel = "PART",
            description = {
                "part of the labelled rows that decides which epoch is kept; with fewer than 2000 labelled rows the last one",
                "is, unless this option is given (default: 0.1)"
            })
    private @Nullable Double heldOut;

    @Mixin
    private LabelledDataArguments dataArguments = new LabelledDataArguments();

    FineTuneCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        refuseWithoutEffect();
        FineTuneConfig config = config();
        FineTuneOptions asked = options();
        requireWritable(output, report);
        FittedModel<?> pretrained = FittedModel.load(model);
        TableSource source = dataArguments.openFor(pretrained.encoding().schema(), data);
        FineTuned tuned = showing(options -> FineTune.of(source, pretrained, config, asked, options));
        if (output != null) {
            tuned.model().save(output, force);
        }
        answer(origin -> FineTunePage.of(tuned, origin), FineTuneJson.of(tuned), FineTuneText.of(tuned, output));
        return RunEnd.exitCode(tuned.run(), out);
    }

    private void refuseWithoutEffect() {
        if (companions == 0) {
            rules.refuseUnless("--companions 1 or more", "--temperature");
        }
        if (fromScratch) {
            rules.refuseUnless("a pre-trained encoder, and --from-scratch has none", "--frozen-epochs", "--head-rate");
        }
        if (epochs != null && epochs == 0) {
            rules.refuseUnless("--epochs above 0", "--learning-rate", "--dropout", "--companions", "--temperature");
        }
        if (frozenEpochs != null && frozenEpochs == 0) {
            rules.refuseUnless("--frozen-epochs above 0", "--head-rate");
        }
    }

    private FineTuneConfig config() {
        FineTuneConfig config = FineTuneConfig.DEFAULT
                .withBatch(batch)
                .withHeadRate(headRate)
                .withLearningRate(rate)
                .withWeightDecay(weightDecay)
                .withDropout(dropout)
                .withTasks(CorruptionTasks.parse(corrupt))
                .withCompanions(new Companions(companions, temperature));
        config = frozenEpochs == null ? config : config.withFrozenEpochs(frozenEpochs);
        config = epochs == null ? config : config.withEpochs(epochs);
        return heldOut == null ? config : config.withHeldOut(new HeldOutLabels(heldOut, 0));
    }

    private FineTuneOptions options() {
        FineTuneOptions options =
                FineTuneOptions.DEFAULT.withFromScratch(fromScratch).withCheck(check);
        return OptionText.wordOrAuto("--task", task, LabelTask.class)
                .map(options::withTask)
                .orElse(options);
    }
}
