package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.CellArguments;
import io.eckart.cli.option.DataArguments;
import io.eckart.cli.option.FillArguments;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.ModelNames;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.FillText;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.Workers;
import io.eckart.report.result.FillJson;
import io.eckart.report.result.FillPage;
import io.eckart.task.fill.DecimalPlaces;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillComparison;
import io.eckart.task.fill.FillMethod;
import io.eckart.task.fill.FillPlan;
import io.eckart.task.fill.FillTally;
import io.eckart.task.fill.Filled;
import io.eckart.task.fill.Missingness;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "fill",
        description =
                "Fill the missing cells of a table, by a model or by the way that does best on hidden cells of it.",
        footer = {
            "eckart fill data.csv -o filled.csv",
            "eckart fill data.csv --model gaussian --save data.gaussian -o filled.csv",
            "eckart fill data.gaussian data.csv -o later.csv"
        })
@InGroup(OptionGroup.MODEL)
final class FillCommand extends SeededJob implements CommandFiles.RewritesTable {
    private static final String AUTO = "auto";

    @Parameters(
            arity = "1..2",
            paramLabel = "[MODEL] DATA",
            description = "the table, after the model file if there is one; CSV, TSV or NPY")
    private List<Path> paths = List.of();

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "file to write; without it ways to fill are only compared")
    private @Nullable Path output;

    @Option(
            names = "--model",
            paramLabel = "NAME",
            completionCandidates = ModelNames.OfFill.class,
            description = "without a model file: auto (default), mean, gaussian, neighbours, pca, unrolled or masked")
    private @Nullable String model;

    @Option(names = "-k", paramLabel = "N|auto", description = "neighbours (default: 5), or code of pca and unrolled")
    private String k = AUTO;

    @Mixin
    private FillArguments settings = new FillArguments();

    @Option(
            names = "--max-iterations",
            paramLabel = "N",
            description = "gaussian: most iterations of its fit (default: 15)")
    private @Nullable Integer maxIterations;

    @Option(
            names = "--scale",
            paramLabel = "none|center|standard|minmax",
            description = "scaling of number columns in the fit (default: standard)")
    private Scaling scale = Scaling.STANDARD;

    @InGroup(OptionGroup.MEASURING)
    @Option(
            names = "--hide",
            paramLabel = "mcar:P|mar:P|mnar:P",
            description = {
                "auto: how observed cells are hidden to compare: completely at random, by other columns, or by their own value",
                "(default: mcar:0.1)"
            })
    private @Nullable String hide;

    @InGroup(OptionGroup.MEASURING)
    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "auto: how often cells are hidden (default: 3, for large tables 1)")
    private @Nullable Integer repeat;

    @InGroup(OptionGroup.OUTPUT)
    @Option(names = "--save", paramLabel = "MODEL", description = "also write the fitted model, for fill MODEL DATA")
    private @Nullable Path save;

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = "--probability",
            description = "add a column NAME:probability for each category and boolean: that of the level filled in")
    private boolean probability;

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = "--uncertainty",
            description = "add a column NAME:deviation for each number: the standard deviation of what was filled in")
    private boolean uncertainty;

    @InGroup(OptionGroup.OUTPUT)
    @Option(names = "--round", description = "round filled numbers to the decimal places their column has")
    private boolean round;

    @Mixin
    private DataArguments dataArguments = new DataArguments();

    @Mixin
    private CellArguments cells = new CellArguments();

    FillCommand(Output out) {
        super(out);
    }

    @Override
    public Optional<Path> rewrittenTable() {
        return Optional.of(paths.getLast());
    }

    /** A model file fills without random numbers. */
    @Override
    OptionalLong seed() {
        return paths.size() == 2 ? OptionalLong.empty() : super.seed();
    }

    @Override
    public Integer call() {
        checkFiles();
        return paths.size() == 2 ? byModelFile() : byFitting();
    }

    private void checkFiles() {
        requireWritable(output, save, report);
        cells.writing(output, force);
        if (output == null) {
            rules.refuse(" goes with -o OUT; leave it out here", "--probability", "--round", "--save");
        }
    }

    private int byModelFile() {
        rules.refuse(
                " goes with fitting, and a model file is given; leave it out here",
                "--model",
                "-k",
                "--weights",
                "--networks",
                "--max-iterations",
                "--scale",
                "--hide",
                "--repeat",
                "--save",
                "--seed",
                "--progress");
        if (output == null) {
            throw new UsageException("fill MODEL DATA needs a file to write: give -o OUT");
        }
        FittedModel<?> fitted = FittedModel.load(paths.getFirst());
        TableSource source = dataArguments.openForFilling(fitted.encoding().schema(), paths.get(1));
        return answer(write(fitted, Optional.empty(), source, output), output);
    }

    private int byFitting() {
        TableSource source = dataArguments.openForFilling(paths.getFirst());
        Table table = Tables.collect(source);
        if (model == null || model.equals(AUTO)) {
            return byBestWay(source, table);
        }
        FillMethod method = method(table);
        if (output == null) {
            throw new UsageException(
                    "give a file to write with -o OUT; without one, only --model auto has something to say");
        }
        FittedModel<?> fitted = showing(options -> Fill.with(table, method, options.withScaling(scale)));
        return fill(source, fitted, Optional.empty(), output);
    }

    private int byBestWay(TableSource source, Table table) {
        rules.refuse(
                " goes with a --model that is not auto; leave it out here",
                "-k",
                "--weights",
                "--networks",
                "--max-iterations");
        if (output == null) {
            FillComparison found = showing(options -> Fill.compare(table, plan(), options.withScaling(scale)));
            return answer(found, source.name());
        }
        Fill.Choice choice = showing(options -> Fill.auto(table, plan(), options.withScaling(scale)));
        return fill(source, choice.model(), Optional.of(choice.comparison()), output);
    }

    private int fill(TableSource source, FittedModel<?> fitted, Optional<FillComparison> comparison, Path target) {
        Filled filled = write(fitted, comparison, source, target);
        if (save != null) {
            fitted.save(save, force);
        }
        return answer(filled, target);
    }

    private int answer(FillComparison found, String data) {
        return answer(origin -> FillPage.of(found, data, origin), FillJson.of(found), FillText.of(found));
    }

    private FillPlan plan() {
        return new FillPlan(
                Optional.ofNullable(hide).map(Missingness::parse),
                repeat == null ? OptionalInt.empty() : OptionalInt.of(repeat),
                uncertainty);
    }

    private FillMethod method(Table table) {
        rules.refuseUnless("--model auto", "--hide", "--repeat");
        String name = String.valueOf(model);
        boolean coded = name.equals("pca") || name.equals("unrolled");
        if (!coded && !FillArguments.MODELS.contains(name)) {
            throw new UsageException("--model cannot be '" + name + "'; it is auto, pca, unrolled or one of "
                    + String.join(", ", FillArguments.MODELS)
                    + "; others are fitted by fit, then give fill MODEL DATA");
        }
        if (!name.equals("gaussian")) {
            rules.refuseUnless("--model gaussian", "--max-iterations");
        }
        if (coded) {
            rules.refuseUnless("--model neighbours", "--weights");
            rules.refuseUnless("--model masked", "--networks");
            return name.equals("pca") ? FillArguments.principal(k, table) : FillArguments.unrolled(k, table);
        }
        return settings.method(name, k, maxIterations, rules);
    }

    private Filled write(FittedModel<?> fitted, Optional<FillComparison> comparison, TableSource source, Path target) {
        Optional<DecimalPlaces> places = round ? Optional.of(DecimalPlaces.of(source)) : Optional.empty();
        try (Workers workers = workers();
                FilledFile file = new FilledFile(
                        fitted, source, target, cells.writing(target, force), probability, uncertainty)) {
            FillTally tally = new FillTally(fitted, comparison, source.name());
            file.write(places, workers, tally, interruption);
            return tally.filled();
        }
    }

    private int answer(Filled filled, Path file) {
        Optional<Path> written = Optional.of(file);
        return answer(
                origin -> FillPage.of(filled, written, origin),
                FillJson.of(filled, written),
                FillText.of(filled, file, save));
    }
}
