package io.eckart.cli.command;

import io.eckart.data.Column;
import io.eckart.data.ColumnType;
import io.eckart.data.Schema;
import io.eckart.data.Table;
import io.eckart.data.format.TableWriter;
import io.eckart.model.Classifier;
import io.eckart.model.Predictor;
import io.eckart.model.Regressor;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;
import java.util.Optional;

/** The columns that a model's predictions make, by what it can do. */
sealed interface Predictions {

    /** The word for them in messages. */
    String what();

    /** The names of the columns. */
    List<String> names();

    /** Writes the predictions for some rows. */
    void write(FloatMatrix rows, TableWriter writer, Workers workers);

    /** The number of the cluster. */
    record Clusters(Predictor model) implements Predictions {
        @Override
        public String what() {
            return "clusters";
        }

        @Override
        public List<String> names() {
            return List.of("cluster");
        }

        @Override
        public void write(FloatMatrix rows, TableWriter writer, Workers workers) {
            int[] predicted = model.predict(rows, workers);
            float[] column = new float[predicted.length];
            for (int i = 0; i < column.length; i++) {
                column[i] = predicted[i] < 0 ? Float.NaN : predicted[i];
            }
            writer.write(new FloatMatrix(column.length, 1, column));
        }
    }

    /** The most probable class, the first of equal ones, and its probability. */
    record Labels(Classifier model, String label) implements Predictions {
        @Override
        public String what() {
            return "labels";
        }

        @Override
        public List<String> names() {
            return List.of(label, "probability");
        }

        @Override
        public void write(FloatMatrix rows, TableWriter writer, Workers workers) {
            FloatMatrix probabilities = model.probabilities(rows, workers);
            double[] cells = new double[2 * rows.rows()];
            for (int i = 0; i < rows.rows(); i++) {
                int best = 0;
                for (int j = 1; j < probabilities.columns(); j++) {
                    best = probabilities.get(i, j) > probabilities.get(i, best) ? j : best;
                }
                float probability = probabilities.get(i, best);
                cells[2 * i] = Float.isNaN(probability) ? Double.NaN : best;
                cells[2 * i + 1] = probability;
            }
            List<Column> columns = List.of(
                    new Column(label, ColumnType.CATEGORY, model.classes()),
                    new Column("probability", ColumnType.NUMBER, List.of()));
            writer.write(new Table("predictions", new Schema(columns, Optional.empty()), rows.rows(), cells, null));
        }
    }

    /** The estimate of the label. */
    record Estimates(Regressor model, String label) implements Predictions {
        @Override
        public String what() {
            return "estimates";
        }

        @Override
        public List<String> names() {
            return List.of(label);
        }

        @Override
        public void write(FloatMatrix rows, TableWriter writer, Workers workers) {
            double[] estimates = model.estimates(rows, workers);
            List<Column> columns = List.of(new Column(label, ColumnType.NUMBER, List.of()));
            writer.write(new Table("predictions", new Schema(columns, Optional.empty()), rows.rows(), estimates, null));
        }
    }
}
