package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Work;
import io.eckart.data.Features;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.Evaluation;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import io.eckart.training.TrainingListener;
import io.eckart.training.pca.PcaTrainer;

/** PCA of k components; the check is the error per row. */
record PcaWork(Features data, Workers workers) implements Work {

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(data.values().rows(), data.width(), "eckart", "eckart-uncentred");
    }

    @Override
    public Reply answer(Request request) {
        PcaConfig config = PcaConfig.components(request.whole(0));
        return switch (request.method()) {
            case "eckart" -> fit(config.withCenter(true));
            case "eckart-uncentred" -> fit(config);
            default -> throw Work.unknown(request);
        };
    }

    private Reply fit(PcaConfig config) {
        long start = System.nanoTime();
        PcaFit fit = new PcaTrainer(config, new RandomStreams(0), workers, TrainingListener.SILENT).fit(data);
        double seconds = Reply.secondsSince(start);
        return new Reply(seconds, Evaluation.of(data, fit.model(), workers).errorPerSample(), 0);
    }
}
