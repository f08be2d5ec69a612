package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.option.CellArguments;
import io.eckart.cli.option.InGroup;
import io.eckart.cli.option.ModelArguments;
import io.eckart.cli.option.OptionGroup;
import io.eckart.cli.text.RowOutputText;
import io.eckart.data.Table;
import io.eckart.data.TableCursor;
import io.eckart.data.TableSource;
import io.eckart.data.file.Tables;
import io.eckart.data.format.TableCopy;
import io.eckart.data.format.TableWriter;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.report.Json;
import io.eckart.report.result.DenoisePage;
import io.eckart.report.result.RowOutput;
import io.eckart.task.clean.Denoiser;
import io.eckart.task.clean.ModelExamples;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "denoise",
        description = "Write the rows of new data without what the model takes for noise; missing cells stay missing.",
        footer = "eckart denoise data.pca data.csv -o clean.csv")
@InGroup(OptionGroup.OUTPUT)
final class DenoiseCommand extends ReportedJob implements CommandFiles.RewritesTable {
    @Mixin
    private ModelArguments arguments = new ModelArguments();

    @Option(names = "--fill-missing", description = "also fill missing cells with their reconstruction")
    private boolean fills;

    @Mixin
    private CellArguments cells = new CellArguments();

    DenoiseCommand(Output out) {
        super(out);
    }

    @Override
    public Optional<Path> rewrittenTable() {
        return Optional.of(arguments.data());
    }

    @Override
    public Integer call() {
        requireWritable(report);
        FittedModel<?> fitted = arguments.load();
        ModelArguments.reconstructor(fitted);
        Denoiser denoiser = new Denoiser(fitted, fills);
        TableSource source = arguments.open(fitted);
        long rows = Tables.replacing(source, arguments.output(), cells.writing(arguments.output(), force))
                .map(copy -> replace(copy, source, denoiser))
                .orElseGet(() -> write(fitted, source, denoiser));
        int columns = fitted.encoding().schema().features().size();
        RowOutput output = new RowOutput(arguments.output(), "clean rows", rows, columns, List.of());
        return answer(
                origin -> DenoisePage.of(ModelExamples.cleaned(source, denoiser), source.name(), output, origin),
                Json.record(output),
                RowOutputText.of(output));
    }

    /** What the model does not know stays as it is in the file. */
    private long replace(TableCopy copy, TableSource source, Denoiser denoiser) {
        try (copy;
                Workers workers = workers();
                TableCursor cursor = source.until(interruption).open()) {
            long rows = 0;
            for (Table chunk = cursor.next(); chunk != null; chunk = cursor.next()) {
                copy.write(denoiser.denoise(chunk, workers), FloatMatrix.zeros(chunk.rows(), 0));
                rows += chunk.rows();
            }
            copy.commit();
            return rows;
        }
    }

    private long write(FittedModel<?> fitted, TableSource source, Denoiser denoiser) {
        try (Workers workers = workers();
                TableWriter writer = Tables.writer(
                        arguments.output(),
                        source,
                        ModelArguments.featureColumns(fitted),
                        cells.writing(arguments.output(), force))) {
            long rows = ModelArguments.forEachChunk(
                    source.until(interruption),
                    fitted.encoding(),
                    (_, features) ->
                            writer.write(fitted.encoding().decode(denoiser.denoise(features, workers), source.name())));
            writer.commit();
            return rows;
        }
    }
}
