package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.AutoencoderArguments;
import io.eckart.cli.option.FillArguments;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.LabelledDataArguments;
import io.eckart.cli.option.ModelNames;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.option.OptionText;
import io.eckart.cli.text.AutoencoderText;
import io.eckart.cli.text.FitText;
import io.eckart.data.Note;
import io.eckart.data.Scaling;
import io.eckart.data.TableSource;
import io.eckart.model.KMeans;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.Workers;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.result.FitJson;
import io.eckart.report.result.FitPage;
import io.eckart.task.FitOptions;
import io.eckart.task.RowExamples;
import io.eckart.task.clean.ModelExamples;
import io.eckart.task.compare.CodeSizeChoice;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillMethod;
import io.eckart.task.fit.ClusterDescription;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.Fitted;
import io.eckart.task.fit.FittedAutoencoder;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import io.eckart.training.PcaSolver;
import io.eckart.training.RunOptions.CheckpointFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "fit",
        description = "Fit a model to a table or images without labels.",
        footer = {
            "eckart fit data.csv --label kind --scale standard -k 3 -o data.pca",
            "eckart fit data.csv --label kind --model network -k 2 -o data.network",
            "eckart fit data.csv --label kind --model kmeans -k 3 -o data.kmeans"
        })
@InGroup(OptionGroup.MODEL)
final class FitCommand extends SeededJob {
    private static final double DEFAULT_ENERGY = 0.95;

    @Parameters(paramLabel = "DATA", description = "CSV, TSV, NPY, IDX (plain or gz) or a folder of images")
    private Path data = Path.of("");

    @Option(
            names = "--model",
            paramLabel = "NAME",
            completionCandidates = ModelNames.OfFit.class,
            description = {
                "pca (default), kmeans, or an autoencoder: network, or a linear one by its parameterization: free, pinv, shared,",
                "unrolled, untied; or lista, with sparse codes; or one that only fills: mean, gaussian, neighbours, masked"
            })
    private String model = "pca";

    @Option(
            names = "-k",
            paramLabel = "N|auto",
            description = {
                "code size: components or clusters; auto (default): as many components as keep --energy, or the smallest",
                "with which an autoencoder explains 95 %% of the most it can on held-out rows"
            })
    private String k = "auto";

    @Option(
            names = "--energy",
            paramLabel = "PART",
            description = "part of the energy that -k auto keeps (default: 0.95)")
    private double energy = DEFAULT_ENERGY;

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = {"-o", "--output"},
            paramLabel = "MODEL",
            description = "model file to write (safetensors)")
    private @Nullable Path output;

    @Option(names = "--center", description = "PCA and autoencoders: remove the mean; networks always do")
    private boolean center;

    @Option(
            names = "--solver",
            paramLabel = "NAME",
            description = "PCA: moments, thin_svd, randomized or regularised_em (default: chosen by shape)")
    private @Nullable PcaSolver solver;

    @Option(
            names = "--scale",
            paramLabel = "none|center|standard|minmax",
            description = "scaling of number columns, kept with the model (default: none)")
    private Scaling scale = Scaling.NONE;

    @Option(
            names = "--restarts",
            paramLabel = "N",
            description = "k-means: random starts (default: " + KMeansConfig.RESTARTS + ", on small data up to "
                    + KMeansConfig.MOST_RESTARTS + ")")
    private @Nullable Integer restarts;

    @Option(
            names = "--max-iterations",
            paramLabel = "N",
            description = "most iterations: of a start of k-means (default: " + KMeansConfig.MAX_ITERATIONS
                    + "), of the fit of gaussian (default: 15)")
    private @Nullable Integer maxIterations;

    @Mixin
    private FillArguments filling = new FillArguments();

    @Mixin
    private LabelledDataArguments dataArguments = new LabelledDataArguments();

    @Mixin
    private AutoencoderArguments autoencoder = new AutoencoderArguments();

    FitCommand(Output out) {
        super(out);
    }

    @Override
    public Integer call() {
        requireWritable(output, report);
        boolean fills = FillArguments.MODELS.contains(model);
        rules.refuseOptionsOfOtherModels(model);
        return switch (model) {
            case "pca" -> fitPca();
            case "kmeans" -> fitKMeans();
            default -> fills ? fitFiller() : fitAutoencoder();
        };
    }

    private int fitPca() {
        if (!k.equals("auto")) {
            rules.refuseUnless("-k auto", "--energy");
        }
        PcaConfig config = new PcaConfig(components(), center, Optional.ofNullable(solver));
        TableSource source = dataArguments.open(data);
        Fitted<Pca, PcaFit> fitted = showing(options -> Fit.pca(source, config, options.withScaling(scale)));
        boolean iterative = fitted.run().iterations() > 0;
        return answerKept(
                iterative,
                source,
                fitted.model(),
                fitted.notes(),
                (examples, origin) -> FitPage.pca(fitted, examples, origin),
                FitJson.pca(fitted),
                FitText.pca(fitted, output));
    }

    private int fitKMeans() {
        if (k.equals("auto")) {
            throw new UsageException("kmeans needs a number of clusters: give -k N (auto is for pca)");
        }
        KMeansConfig clusters = KMeansConfig.clusters(codeSize());
        KMeansConfig config = (restarts == null ? clusters : clusters.withRestarts(restarts))
                .withMaxIterations(maxIterations == null ? KMeansConfig.MAX_ITERATIONS : maxIterations);
        TableSource source = dataArguments.open(data);
        Fitted<KMeans, KMeansFit> fitted = showing(options -> Fit.kMeans(source, config, options.withScaling(scale)));
        ClusterDescription found = clusters(source, fitted.model());
        return answerKept(
                true,
                source,
                fitted.model(),
                fitted.notes(),
                (examples, origin) -> FitPage.kMeans(fitted, found, examples, origin),
                FitJson.kMeans(fitted, found),
                FitText.kMeans(fitted, found, output));
    }

    private ClusterDescription clusters(TableSource source, FittedModel<KMeans> fitted) {
        try (Workers workers = workers()) {
            return ClusterDescription.of(source, fitted, workers);
        }
    }

    /** Numbers are standardised by default, so that distances and networks treat columns alike. */
    private int fitFiller() {
        FillMethod method = filling.method(model, k, maxIterations, rules);
        Scaling scaling = rules.isGiven("--scale") ? scale : Scaling.STANDARD;
        TableSource source = dataArguments.open(data);
        FittedModel<?> fitted = showing(options -> Fill.with(source, method, options.withScaling(scaling)));
        boolean iterative = method instanceof FillMethod.Normal || method instanceof FillMethod.Masked;
        return answerKept(
                iterative,
                source,
                fitted,
                List.of(),
                (examples, origin) -> FitPage.filler(fitted, examples, origin),
                FitJson.filler(fitted),
                FitText.filler(fitted, output));
    }

    private int fitAutoencoder() {
        boolean chooses = k.equals("auto");
        if (chooses && model.equals("lista")) {
            throw new UsageException("lista needs a code size, at least the number of features: give -k N");
        }
        AutoencoderConfig config = autoencoder.config(model, chooses ? 1 : codeSize(), center, 1);
        rules.refuseOptionsWithoutEffect(config);
        Optional<CheckpointFolder> checkpoint = autoencoder.checkpoint();
        TableSource source = dataArguments.open(data);
        StateWatch state = new StateWatch(out);
        FittedAutoencoder fitted = showing(shown -> {
            FitOptions options = state.watching(shown).withScaling(scale);
            FitOptions kept = checkpoint.map(options::withCheckpoint).orElse(options);
            return chooses ? fitChosen(source, options, kept) : fit(source, config.codeSize(), kept);
        });
        answer(
                source,
                fitted.model(),
                fitted.fitted().notes(),
                (examples, origin) -> FitPage.autoencoder(fitted, examples, origin),
                FitJson.autoencoder(fitted),
                AutoencoderText.of(fitted, output));
        return RunEnd.exitCode(fitted.run(), checkpoint.isPresent() ? state.resumption() : "", out);
    }

    private FittedAutoencoder fitChosen(TableSource source, FitOptions choosing, FitOptions options) {
        CodeSizeChoice choice = autoencoder.choose(source, model, center, choosing);
        return fit(source, choice.codeSize(), options).with(Fit.CODE_SIZE_CHOICE, choice.description());
    }

    private FittedAutoencoder fit(TableSource source, int size, FitOptions options) {
        return autoencoder.estimatesNoise()
                ? Fit.autoencoder(source, of -> autoencoder.config(model, size, center, of.deviation()), options)
                : Fit.autoencoder(source, autoencoder.config(model, size, center, 1), options);
    }

    private PcaConfig.Components components() {
        return k.equals("auto") ? new PcaConfig.Components.Energy(energy) : new PcaConfig.Components.Fixed(codeSize());
    }

    private int codeSize() {
        return OptionText.wholeOrAuto("-k", k).orElseThrow();
    }

    /** @param iterative whether an interruption may have cut the fit off, which then keeps its best so far */
    private int answerKept(
            boolean iterative,
            TableSource source,
            FittedModel<?> fitted,
            List<Note> notes,
            BiFunction<Optional<RowExamples>, Origin, ReportPage> page,
            ObjectNode json,
            String text) {
        boolean cut = iterative && interruption.isWanted();
        answer(source, fitted, notes, page, json, text);
        return cut ? RunEnd.kept(out) : 0;
    }

    private int answer(
            TableSource source,
            FittedModel<?> fitted,
            List<Note> notes,
            BiFunction<Optional<RowExamples>, Origin, ReportPage> page,
            ObjectNode json,
            String text) {
        dataArguments.encodedBy(fitted.encoding(), notes);
        if (output != null) {
            fitted.save(output, force);
        }
        return answer(origin -> page.apply(ModelExamples.reconstructions(source, fitted, seed), origin), json, text);
    }
}
