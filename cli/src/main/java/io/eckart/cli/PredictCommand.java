package io.eckart.cli;

import io.eckart.data.TableSource;
import io.eckart.data.format.TableWriter;
import io.eckart.data.format.Tables;
import io.eckart.model.FittedModel;
import io.eckart.model.Predictor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "predict",
        description = "Write the cluster of each row of new data, from 0; empty for a row without an observed cell.")
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
        if (!(fitted.model() instanceof Predictor predictor)) {
            throw new UsageException("a " + fitted.model().kind() + " model does not predict; encode gives its codes");
        }
        TableSource source = arguments.open(fitted);
        List<String> names = List.of("cluster");
        try (Workers workers = run.workers();
                TableWriter writer = Tables.writer(arguments.output, names, run.force)) {
            long rows = ModelArguments.forEachChunk(
                    source,
                    fitted.encoding(),
                    features -> writer.write(clusters(predictor.predict(features, workers))));
            writer.commit();
            out.written(run.json, "clusters", rows, 1, arguments.output);
            return 0;
        }
    }

    private static FloatMatrix clusters(int[] predicted) {
        float[] column = new float[predicted.length];
        for (int i = 0; i < column.length; i++) {
            column[i] = predicted[i] < 0 ? Float.NaN : predicted[i];
        }
        return new FloatMatrix(column.length, 1, column);
    }
}
