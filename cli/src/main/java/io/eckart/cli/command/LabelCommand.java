package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.cli.option.CellArguments;
import io.eckart.cli.option.DataArguments;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.LabelArguments;
import io.eckart.cli.option.LabelFileArguments;
import io.eckart.cli.option.ModelNames;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.LabelText;
import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.TableWriter;
import io.eckart.report.result.CheckedRows;
import io.eckart.report.result.LabelJson;
import io.eckart.report.result.LabelPage;
import io.eckart.task.label.CurveOptions;
import io.eckart.task.label.Label;
import io.eckart.task.label.LabelCurve;
import io.eckart.task.label.LabelMethod;
import io.eckart.task.label.LabelOptions;
import io.eckart.task.label.Labelled;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "label",
        description = {
            "Label the rows whose label is empty, from the rows that have one and from what all rows show.",
            "Without -o the comparison is printed and nothing is written."
        },
        footer = {
            "eckart label data.csv --label kind -o labelled.csv",
            "eckart label data.csv --label kind --curve --levels 3,10"
        })
@InGroup(OptionGroup.MEASURING)
final class LabelCommand extends SeededJob implements CommandFiles.RewritesTable {
    @Parameters(paramLabel = "DATA", description = "CSV, TSV, NPY, IDX (plain or gz) or a folder of images")
    private Path data = Path.of("");

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description =
                    "file to write: the data with its empty labels filled and a column of probabilities; with --curve"
                            + " its table")
    private @Nullable Path output;

    @InGroup(OptionGroup.OUTPUT)
    @Option(
            names = "--save",
            paramLabel = "MODEL",
            description = "model file for rows to come, where the method has one")
    private @Nullable Path model;

    @Option(
            names = "--labelled",
            paramLabel = "N",
            description = "measure: hide all labels but N of each class, drawn by --seed, and estimate them")
    private @Nullable Integer labelled;

    @Option(names = "--curve", description = "measure: the error by number of labels, method by method, with intervals")
    private boolean curve;

    @Option(
            names = "--levels",
            paramLabel = "N",
            split = ",",
            description = "--curve: labels of each class, of values in all (default: 1,3,10,30,100)")
    private List<Integer> levels = CurveOptions.DEFAULT.levels();

    @Option(names = "--seeds", paramLabel = "N", description = "--curve: draws of the labelled rows (default: 10)")
    private int seeds = CurveOptions.DEFAULT.seeds();

    @Option(
            names = "--methods",
            paramLabel = "METHOD",
            split = ",",
            completionCandidates = ModelNames.OfLabel.class,
            description = "--curve: which methods (default: all within --budget)")
    private List<String> methods = List.of();

    @Mixin
    private LabelArguments arguments = new LabelArguments();

    @Mixin
    private LabelFileArguments labelFile = new LabelFileArguments();

    @Mixin
    private DataArguments dataArguments = new DataArguments();

    @Mixin
    private CellArguments cells = new CellArguments();

    LabelCommand(Output out) {
        super(out);
    }

    @Override
    public Optional<Path> rewrittenTable() {
        boolean copies = !curve && !labelFile.isGiven() && output != null && LabelData.copiesText(data, output);
        return copies ? Optional.of(data) : Optional.empty();
    }

    @Override
    public Integer call() {
        LabelOptions options = arguments.options();
        checkOptions(options);
        LabelData read = new LabelData(dataArguments.open(data), labelFile);
        if (curve) {
            draw(read, options);
        } else {
            label(read, options);
        }
        return 0;
    }

    private void checkOptions(LabelOptions options) {
        if (curve) {
            rules.refuseUnless("labels to be filled, not --curve", "--save", "--labelled", "--model");
        } else {
            rules.refuseUnless("--curve", "--levels", "--seeds", "--methods");
        }
        requireWritable(output, model, report);
        cells.writing(output, force);
        if (model != null) {
            options.method().filter(method -> !method.hasModel()).ifPresent(LabelCommand::refuseModel);
        }
    }

    private static void refuseModel(LabelMethod method) {
        throw new UsageException(
                "--save: " + method.word() + " labels the rows that are there and has no model for others;"
                        + " name another --model, such as pca-softmax, or leave --save out");
    }

    private void label(LabelData read, LabelOptions options) {
        Labelled result = showing(fit -> labelled == null
                ? Label.rows(read.table(), options, fit)
                : Label.hiding(read.table(), labelled, options, fit));
        Path to = model;
        if (to != null) {
            result.model().ifPresentOrElse(fitted -> fitted.save(to, force), () -> refuseModel(result.method()));
        }
        Optional<Path> written = Optional.ofNullable(output);
        written.ifPresent(file -> read.write(result, file, cells.writing(file, force)));
        result.notes().forEach(out::note);
        CheckedRows rows = read.checkedRows(result);
        answer(
                origin -> LabelPage.of(result, read.table().name(), rows, written, origin),
                LabelJson.of(result, rows, written),
                LabelText.of(result, written, model));
    }

    private void draw(LabelData read, LabelOptions options) {
        CurveOptions curveOptions = new CurveOptions(
                levels, seeds, methods.stream().map(LabelMethod::of).toList());
        LabelCurve drawn = showing(fit -> Label.curve(read.table(), curveOptions, options, fit));
        if (output != null) {
            write(drawn, output);
        }
        answer(origin -> LabelPage.of(drawn, read.table().name(), origin), LabelJson.of(drawn), LabelText.of(drawn));
    }

    private void write(LabelCurve drawn, Path file) {
        List<Column> columns = List.of(
                Column.number("per_class"),
                Column.number("labels"),
                Column.category("method", LabelMethod.words()),
                Column.number("error"),
                Column.number("half_width"));
        double[] values = drawn.points().stream()
                .flatMapToDouble(point -> DoubleStream.of(
                        point.level(),
                        point.labels(),
                        LabelMethod.words().indexOf(point.method().word()),
                        point.mean(),
                        point.halfWidth()))
                .toArray();
        Table table = new Table("curve", Schema.of(columns), drawn.points().size(), values, null);
        try (TableWriter writer =
                Tables.writer(file, columns.stream().map(Column::name).toList(), cells.writing(file, force))) {
            writer.write(table);
            writer.commit();
        }
    }
}
