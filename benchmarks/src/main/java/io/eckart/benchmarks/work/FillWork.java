package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Rows;
import io.eckart.benchmarks.side.Work;
import io.eckart.data.Features;
import io.eckart.model.NearestNeighbours;
import io.eckart.model.NeighbourWeights;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.training.GaussianConfig;
import io.eckart.training.GaussianFit;
import io.eckart.training.TrainingListener;
import io.eckart.training.filling.GaussianTrainer;
import java.io.IOException;
import java.nio.file.Path;

/** Filling the hidden cells of the rows in a folder; the check is the root mean square error in them. */
record FillWork(FloatMatrix holed, FloatMatrix truth, Workers workers) implements Work {

    static FillWork in(Path folder, Workers workers) throws IOException {
        return new FillWork(matrix(folder.resolve("holed.npy")), matrix(folder.resolve("truth.npy")), workers);
    }

    private static FloatMatrix matrix(Path file) throws IOException {
        Rows rows = Rows.read(file);
        return new FloatMatrix(rows.rows(), rows.columns(), rows.values());
    }

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(holed.rows(), holed.columns(), "gaussian", "neighbours");
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.method()) {
            case "gaussian" -> gaussian();
            case "neighbours" -> neighbours(request.whole(0));
            default -> throw Work.unknown(request);
        };
    }

    private Reply gaussian() {
        long start = System.nanoTime();
        GaussianFit fit =
                new GaussianTrainer(GaussianConfig.DEFAULT, workers, TrainingListener.SILENT).fit(Features.of(holed));
        FloatMatrix filled = fit.model().fill(holed, workers);
        return new Reply(Reply.secondsSince(start), error(filled), fit.iterations());
    }

    private Reply neighbours(int count) {
        long start = System.nanoTime();
        FloatMatrix filled =
                new NearestNeighbours(holed, count, NeighbourWeights.UNIFORM, means()).fill(holed, workers);
        return new Reply(Reply.secondsSince(start), error(filled), 0);
    }

    private double[] means() {
        int d = holed.columns();
        double[] sums = new double[d];
        int[] counts = new int[d];
        for (int at = 0; at < holed.values().length; at++) {
            if (!Float.isNaN(holed.values()[at])) {
                sums[at % d] += holed.values()[at];
                counts[at % d]++;
            }
        }
        for (int j = 0; j < d; j++) {
            sums[j] /= Math.max(1, counts[j]);
        }
        return sums;
    }

    private double error(FloatMatrix filled) {
        double sum = 0;
        int count = 0;
        for (int at = 0; at < holed.values().length; at++) {
            if (Float.isNaN(holed.values()[at])) {
                double difference = filled.values()[at] - truth.values()[at];
                sum += difference * difference;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }
}
