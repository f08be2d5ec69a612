package io.eckart.benchmarks.work;

import io.eckart.benchmarks.BenchmarkData;
import io.eckart.benchmarks.side.AnswerLoop;
import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Work;
import io.eckart.data.Features;
import io.eckart.model.fitted.EckartVersion;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Eckart's side: {@code EckartSide DISCIPLINE DATA THREADS}. */
public final class EckartSide {
    private EckartSide() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = AnswerLoop.takeOutput();
        try (Workers workers = Workers.of(Integer.parseInt(arguments[2]))) {
            AnswerLoop.run(work(arguments[0], Path.of(arguments[1]), workers), answers);
        }
    }

    private static Work work(String discipline, Path data, Workers workers) throws IOException {
        return switch (discipline) {
            case "pca" -> new PcaWork(rows(data), workers);
            case "kmeans" -> new KMeansWork(rows(data), workers);
            case "linear" -> new LinearWork(rows(data), workers);
            case "train", "train-small", "unrolled" -> new TrainingWork(rows(data), workers);
            case "encode", "encode-row" -> EncodingWork.in(data, workers);
            case "csv" -> new CsvWork(data);
            case "fill" -> FillWork.in(data, workers);
            case "spread" -> SpreadWork.in(data, workers);
            case "start" -> StartWork.in(data);
            case "growth" -> new GrowthWork(workers);
            case "limit" -> new LimitWork(workers);
            default -> throw new IllegalArgumentException("there is no discipline '" + discipline + "'");
        };
    }

    private static Features rows(Path data) {
        return BenchmarkData.read(data);
    }

    /** Eckart with what it stands on. */
    static Introduction introduction(int rows, int columns, String... methods) {
        return new Introduction(
                "Eckart " + EckartVersion.current(),
                List.of(methods),
                Map.of("JDK", Introduction.jdk(), "BLAS", LinearAlgebra.get().description()),
                rows,
                columns);
    }
}
