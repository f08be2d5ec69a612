package io.eckart.cli;

import io.eckart.data.TableSource;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.Tables;
import io.eckart.model.FittedModel;
import io.eckart.model.Reconstructor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.task.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "score", description = "Write the reconstruction error of each row: the larger, the odder the row.")
final class ScoreCommand implements Callable<Integer> {
    @Mixin
    private ModelArguments arguments = new ModelArguments();

    @Option(names = "--per-feature", description = "also the squared error of each feature")
    private boolean perFeature;

    @Mixin
    private RunArguments run = new RunArguments();

    private final Output out;

    ScoreCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        FittedModel<?> fitted = arguments.load();
        if (!(fitted.model() instanceof Reconstructor reconstructor)) {
            throw new UsageException("a " + fitted.model().kind() + " model does not reconstruct");
        }
        TableSource source = arguments.open(fitted);
        List<String> names = names(fitted.encoding().featureNames());
        try (Workers workers = run.workers();
                TableWriter writer = Tables.writer(arguments.output, names, run.force)) {
            long rows = ModelArguments.forEachChunk(
                    source,
                    fitted.encoding(),
                    features -> writer.write(columns(Scores.of(features, reconstructor, workers))));
            writer.commit();
            out.written(run.json, "scores", rows, names.size(), arguments.output);
            return 0;
        }
    }

    private List<String> names(List<String> features) {
        List<String> names = new ArrayList<>(List.of("error", "error_per_cell"));
        if (perFeature) {
            features.forEach(feature -> names.add("error:" + feature));
        }
        return names;
    }

    private FloatMatrix columns(Scores scores) {
        int n = scores.errors().length;
        int d = perFeature ? scores.cellErrors().columns() : 0;
        FloatMatrix columns = FloatMatrix.zeros(n, 2 + d);
        for (int i = 0; i < n; i++) {
            int at = i * (2 + d);
            columns.values()[at] = (float) scores.errors()[i];
            columns.values()[at + 1] = (float) scores.errorsPerCell()[i];
            System.arraycopy(scores.cellErrors().values(), i * d, columns.values(), at + 2, d);
        }
        return columns;
    }
}
