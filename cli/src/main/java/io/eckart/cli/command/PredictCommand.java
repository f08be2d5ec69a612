package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.cli.UsageException;
import io.eckart.data.Column;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.model.Classifier;
import io.eckart.model.Predictor;
import io.eckart.model.Regressor;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Command;

@Command(
        name = "predict",
        description = {
            "Write what the model says of each row of new data: the cluster, from 0; the label and its probability; or the",
            "estimate. Empty for a row without an observed cell."
        },
        footer = "eckart predict data.kmeans data.csv -o clusters.csv")
final class PredictCommand extends RowsJob {
    PredictCommand(Output out) {
        super(out);
    }

    @Override
    Content content(FittedModel<?> fitted) {
        String label = fitted.encoding().schema().label().map(Column::name).orElse("label");
        return switch (fitted.model()) {
            case Classifier model ->
                table(
                        "labels",
                        List.of(Column.category(label, model.classes()), Column.number("probability")),
                        (features, workers) -> mostProbable(model.probabilities(features, workers)));
            case Regressor model -> table("estimates", List.of(Column.number(label)), model::estimates);
            case Predictor model ->
                new Content(
                        "clusters",
                        List.of("cluster"),
                        true,
                        (features, writer, workers) -> writer.write(clusters(model.predict(features, workers))));
            default ->
                throw new UsageException(
                        "a " + fitted.model().kind() + " model does not predict; encode gives its codes");
        };
    }

    /** @param cells of the table's columns, row by row */
    private static Content table(String name, List<Column> columns, BiFunction<FloatMatrix, Workers, double[]> cells) {
        Schema schema = Schema.of(columns);
        return new Content(
                name,
                columns.stream().map(Column::name).toList(),
                true,
                (features, writer, workers) -> writer.write(
                        new Table("predictions", schema, features.rows(), cells.apply(features, workers), null)));
    }

    /** The most probable class of each row, the first of equal ones, and its probability. */
    private static double[] mostProbable(FloatMatrix probabilities) {
        double[] cells = new double[2 * probabilities.rows()];
        for (int i = 0; i < probabilities.rows(); i++) {
            int best = probabilities.argmax(i);
            float probability = probabilities.get(i, best);
            cells[2 * i] = Float.isNaN(probability) ? Double.NaN : best;
            cells[2 * i + 1] = probability;
        }
        return cells;
    }

    private static FloatMatrix clusters(int[] predicted) {
        FloatMatrix column = FloatMatrix.zeros(predicted.length, 1);
        for (int i = 0; i < predicted.length; i++) {
            column.values()[i] = predicted[i] < 0 ? Float.NaN : predicted[i];
        }
        return column;
    }
}
