package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.data.TableSource;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.Blueprint;
import io.eckart.network.FreeEncoder;
import io.eckart.network.ListaEncoder;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.SizedNetwork;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.numerics.Activation;
import io.eckart.task.FitOptions;
import io.eckart.task.compare.CodeSizeChoice;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.RunOptions.CheckpointFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of {@code fit} that say which autoencoder is fitted, and to what. */
@InGroup(OptionGroup.MODEL)
public final class AutoencoderArguments {
    /** In the order in which the help names them. */
    public static final List<String> MODELS =
            List.of("network", "free", "pinv", "shared", "unrolled", "untied", "lista");

    /** Options that only some models have. */
    private static final Map<String, Set<String>> OWNERS = Map.of(
            "--depth", Set.of("unrolled", "untied", "lista"),
            "--step", Set.of("unrolled"),
            "--per-layer", Set.of("untied"),
            "--sparsity", Set.of("lista"),
            "--hidden", Set.of("network"),
            "--decoder", Set.of("network"),
            "--activation", Set.of("network"),
            "--tied", Set.of("network"),
            "--pretrain", Set.of("network"));

    private static final int DEPTH = 10;
    private static final double SPARSITY = 0.1;

    @Option(
            names = "--bias",
            description = "linear models: the decoder adds a learnt vector; networks have biases anyway")
    private boolean bias;

    private static final Pattern ESTIMATED = Pattern.compile("(?i)gaussian:\\s*auto\\b");

    @Option(
            names = "--depth",
            paramLabel = "T",
            description = "unrolled, untied, lista: steps of the encoder (default: 10)")
    private int depth = DEPTH;

    @Option(
            names = "--step",
            paramLabel = "auto|ETA",
            description = "unrolled: step of gradient descent on the code; auto (default) keeps it below 2/s_max(B)^2")
    private String step = "auto";

    @Option(names = "--per-layer", description = "untied: separate weights for every step")
    private boolean perLayer;

    @Option(
            names = "--sparsity",
            paramLabel = "A",
            description =
                    "lista: weight of the codes' magnitudes, in units of the root mean square cell (default: 0.1)")
    private double sparsity = SPARSITY;

    @Option(
            names = "--hidden",
            paramLabel = "N,N,...|none|auto",
            description =
                    "network: widths of the encoder's hidden layers (default: auto, one layer by the size of the data)")
    private String hidden = "auto";

    @Option(
            names = "--decoder",
            paramLabel = "N,N,...|none",
            description = "network: widths of the decoder's hidden layers (default: those of the encoder mirrored)")
    private @Nullable String decoder;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description = "network: relu (default), gelu, tanh, sigmoid or identity")
    private Activation activation = Activation.RELU;

    @Option(names = "--tied", description = "network: the decoder's weights are the encoder's, transposed")
    private boolean tied;

    @InGroup(OptionGroup.TRAINING)
    @Option(
            names = "--corrupt",
            paramLabel = "WHAT",
            description = {
                "what is done to the input, the target staying clean: none (default), gaussian:S, mask:P, gaussian:S,mask:P;",
                "gaussian:auto takes the noise level of the data;",
                "several tasks at once with weights: none + 2*gaussian:0.3 + mask:0.5"
            })
    private String corrupt = "none";

    @InGroup(OptionGroup.TRAINING)
    @Option(
            names = "--checkpoint",
            paramLabel = "DIR",
            description = "batches: keep the state of the run there, after every epoch")
    private @Nullable Path checkpoint;

    @InGroup(OptionGroup.TRAINING)
    @Option(names = "--resume", description = "go on from the state in the --checkpoint folder, if there is one")
    private boolean resume;

    @Mixin
    private TrainingArguments training = new TrainingArguments();

    /** Every option of autoencoders, for models that have none of them. */
    public static Set<String> all() {
        return CommandSpec.forAnnotatedObject(new AutoencoderArguments())
                .optionsMap()
                .keySet();
    }

    /** Which models an option goes with; all where it is not named. */
    public static Set<String> owners(String option) {
        Set<String> all = new TreeSet<>(MODELS);
        if (option.equals("--bias")) {
            all.remove("network");
        }
        return new TreeSet<>(OWNERS.getOrDefault(option, all));
    }

    /** Whether the noise is as strong as that of the data. */
    public boolean estimatesNoise() {
        return ESTIMATED.matcher(corrupt).find();
    }

    /** The configuration; {@code gaussian:auto} is noise of this standard deviation. */
    public AutoencoderConfig config(String model, int codeSize, boolean center, double noise) {
        CorruptionTasks tasks = CorruptionTasks.parse(ESTIMATED.matcher(corrupt).replaceAll("gaussian:" + noise));
        return new AutoencoderConfig(blueprint(model), codeSize, center, bias, tasks, training.config(), false);
    }

    /** The code size by fits on clean rows. */
    public CodeSizeChoice choose(TableSource source, String model, boolean center, FitOptions options) {
        return CodeSizeChoice.of(
                source, size -> config(model, size, center, 1).withTasks(CorruptionTasks.NONE), options);
    }

    public Optional<CheckpointFolder> checkpoint() {
        if (checkpoint == null && resume) {
            throw new UsageException("--resume needs the folder of the run: give --checkpoint DIR");
        }
        return Optional.ofNullable(checkpoint).map(folder -> new CheckpointFolder(folder, resume));
    }

    private Blueprint blueprint(String model) {
        return switch (model) {
            case "free" -> new FreeEncoder();
            case "pinv" -> new PinvEncoder();
            case "shared" -> new SharedEncoder();
            case "unrolled" -> unrolled();
            case "untied" -> new UntiedEncoder(depth, perLayer);
            case "lista" -> new ListaEncoder(depth, sparsity);
            case "network" -> network();
            default -> throw new IllegalStateException("not an autoencoder: " + model);
        };
    }

    private Blueprint unrolled() {
        OptionalDouble length = OptionText.numberOrAuto("--step", step);
        return length.isEmpty()
                ? UnrolledEncoder.automatic(depth)
                : new UnrolledEncoder(depth, length.getAsDouble(), false);
    }

    private Blueprint network() {
        if (hidden.equals("auto")) {
            if (decoder != null) {
                throw new UsageException("--decoder goes with --hidden N,N,...; give both or neither");
            }
            return new SizedNetwork(activation, tied);
        }
        List<Integer> widths = OptionText.wholeNumbers("--hidden", hidden, "none");
        List<Integer> back =
                decoder == null ? widths.reversed() : OptionText.wholeNumbers("--decoder", decoder, "none");
        return new NetworkEncoder(widths, back, activation, tied);
    }
}
