package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Work;
import io.eckart.data.Features;
import io.eckart.network.Architectures;
import io.eckart.network.Blueprint;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.task.Evaluation;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.AutoencoderFit;
import io.eckart.training.RunOptions;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A linear autoencoder on moments from a random start, until the gap to the exact optimum is small enough. */
record LinearWork(Features data, Workers workers) implements Work {
    /** How near the exact optimum is near enough. */
    private static final double TOLERANCE = 0.01;

    private static final int DEPTH = 10;

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(data.values().rows(), data.width(), "free", "pinv", "shared", "unrolled");
    }

    @Override
    public Reply answer(Request request) {
        String kind = request.method();
        AtomicBoolean near = new AtomicBoolean();
        TrainingListener listener = event -> {
            if (event instanceof TrainingEvent.EpochEnded ended && ended.gap() <= TOLERANCE) {
                near.set(true);
            }
        };
        RunOptions options = new RunOptions(workers.threads(), listener, near::get, Optional.empty());
        AutoencoderConfig config = AutoencoderConfig.of(blueprint(kind), request.whole(0))
                .withTraining(TrainingConfig.DEFAULT.withHeldOut(0));
        long start = System.nanoTime();
        AutoencoderFit fit = new AutoencoderTrainer(config, new RandomStreams(0), options).fit(data);
        double seconds = Reply.secondsSince(start);
        if (fit.gap().orElseThrow() > TOLERANCE) {
            throw new IllegalStateException(kind + " ended with a gap of " + fit.gap());
        }
        double error = Evaluation.of(data, fit.model(), workers).errorPerSample();
        return new Reply(seconds, error, fit.training().history().size());
    }

    private static Blueprint blueprint(String kind) {
        return kind.equals("unrolled") ? UnrolledEncoder.automatic(DEPTH) : Architectures.of(kind, Map.of());
    }
}
