package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Work;
import io.eckart.data.Features;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.Evaluation;
import io.eckart.training.KMeansConfig;
import io.eckart.training.KMeansFit;
import io.eckart.training.TrainingListener;
import io.eckart.training.kmeans.KMeansTrainer;

/** k-means from the first k rows for a number of iterations; the check is the error per row. */
record KMeansWork(Features data, Workers workers) implements Work {

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(data.values().rows(), data.width(), "eckart");
    }

    @Override
    public Reply answer(Request request) {
        int k = request.whole(0);
        KMeansConfig config = KMeansConfig.clusters(k)
                .withMaxIterations(request.whole(1))
                .withStart(data.values().copyRows(0, k).toDouble());
        long start = System.nanoTime();
        KMeansFit fit =
                new KMeansTrainer(config, new RandomStreams(0), workers, TrainingListener.SILENT).fit(data.values());
        double seconds = Reply.secondsSince(start);
        double error = Evaluation.of(data, fit.model(), workers).errorPerSample();
        return new Reply(seconds, error, fit.iterations());
    }
}
