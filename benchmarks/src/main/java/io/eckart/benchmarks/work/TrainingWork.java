package io.eckart.benchmarks.work;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Work;
import io.eckart.data.Features;
import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.numerics.Activation;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.RunOptions;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingConfig.ObjectiveKind;
import io.eckart.training.TrainingConfig.OptimizerKind;
import io.eckart.training.TrainingConfig.Schedule;
import io.eckart.training.TrainingConfig.Start;
import io.eckart.training.TrainingEvent;
import io.eckart.training.autoencoder.AutoencoderTrainer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Epochs of training on batches, after one that warms up; the check is the mean loss of a row in the last one. */
record TrainingWork(Features data, Workers workers) implements Work {

    @Override
    public Introduction introduction() {
        return EckartSide.introduction(data.values().rows(), data.width(), "network", "unrolled");
    }

    @Override
    public Reply answer(Request request) {
        return switch (request.method()) {
            case "network" -> network(request.text(0), request.whole(1), request.whole(2), request.text(3));
            case "unrolled" -> unrolled(request);
            default -> throw Work.unknown(request);
        };
    }

    /** @param inner the widths between row and reconstruction, the code in the middle */
    private Reply network(String inner, int batch, int epochs, String activation) {
        List<Integer> widths =
                Arrays.stream(inner.split("-", -1)).map(Integer::valueOf).toList();
        int middle = widths.size() / 2;
        NetworkEncoder network = new NetworkEncoder(
                widths.subList(0, middle), widths.subList(middle + 1, widths.size()), activation(activation), false);
        return train(AutoencoderConfig.of(network, widths.get(middle)), batch, epochs);
    }

    private static Activation activation(String name) {
        return Activation.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private Reply unrolled(Request request) {
        double hidden = Double.parseDouble(request.text(3));
        CorruptionTasks tasks = hidden > 0 ? CorruptionTasks.of(Corruption.mask(hidden)) : CorruptionTasks.NONE;
        AutoencoderConfig config = AutoencoderConfig.of(UnrolledEncoder.automatic(request.whole(0)), request.whole(1));
        return train(config.withTasks(tasks), request.whole(2), request.whole(4));
    }

    private Reply train(AutoencoderConfig config, int batch, int epochs) {
        TrainingConfig training = TrainingConfig.DEFAULT
                .withObjective(ObjectiveKind.BATCHES)
                .withOptimizer(OptimizerKind.ADAM)
                .withBatch(batch)
                .withEpochs(epochs + 1)
                .withSchedule(Schedule.CONSTANT)
                .withStart(Start.RANDOM)
                .withHeldOut(0);
        EpochClock clock = new EpochClock(epochs + 1);
        RunOptions options = new RunOptions(workers.threads(), clock::hear, () -> false, Optional.empty());
        new AutoencoderTrainer(config.withTraining(training), new RandomStreams(0), options).fit(data);
        return new Reply(clock.seconds / epochs, clock.loss, epochs);
    }

    /** The time from the end of the first epoch to the end of the last. */
    private static final class EpochClock {
        private final int last;
        private long start;
        private double seconds;
        private double loss;

        EpochClock(int last) {
            this.last = last;
        }

        void hear(TrainingEvent event) {
            if (event instanceof TrainingEvent.EpochEnded ended) {
                if (ended.record().epoch() == 1) {
                    start = System.nanoTime();
                } else if (ended.record().epoch() == last) {
                    seconds = Reply.secondsSince(start);
                    loss = ended.record().error();
                }
            }
        }
    }
}
