package io.eckart.benchmarks.djl;

import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import io.eckart.benchmarks.side.AnswerLoop;
import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.benchmarks.side.Rows;
import io.eckart.benchmarks.side.Work;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Training of autoencoders by DJL with its PyTorch engine: {@code DjlSide ROWS THREADS}. The rows are one array, batches its slices;
 * its GELU is the exact one.
 */
public final class DjlSide implements Work {
    private static final float RATE = 1e-3f;

    private final NDManager manager;
    private final NDArray rows;
    private final double scale;

    private DjlSide(Rows given) {
        manager = NDManager.newBaseManager();
        NDArray raw = manager.create(given.values(), new Shape(given.rows(), given.columns()));
        NDArray centred = raw.sub(raw.mean(new int[] {0}));
        scale = Math.sqrt(centred.square().mean().getFloat());
        rows = centred.div((float) scale);
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = AnswerLoop.takeOutput();
        System.setProperty("ai.djl.pytorch.num_threads", arguments[1]);
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        AnswerLoop.run(new DjlSide(Rows.read(Path.of(arguments[0]))), answers);
    }

    @Override
    public Introduction introduction() {
        return new Introduction(
                "DJL " + Engine.getDjlVersion(),
                List.of("djl-pytorch"),
                Map.of(
                        "JDK",
                        Introduction.jdk(),
                        "PyTorch",
                        Engine.getInstance().getVersion()),
                (int) rows.size(0),
                (int) rows.size(1));
    }

    @Override
    public Reply answer(Request request) {
        if (!request.method().equals("djl-pytorch")) {
            throw Work.unknown(request);
        }
        int d = (int) rows.size(1);
        int[] inner = Arrays.stream(request.text(0).split("-", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        try (Model model = Model.newInstance("autoencoder")) {
            model.setBlock(network(d, inner, request.text(3).equals("relu")));
            Adam adam =
                    Adam.builder().optLearningRateTracker(Tracker.fixed(RATE)).build();
            DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss()).optOptimizer(adam);
            try (Trainer trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(request.whole(1), d));
                return train(trainer, request.whole(1), request.whole(2));
            }
        }
    }

    private static SequentialBlock network(int d, int[] inner, boolean relu) {
        SequentialBlock block = new SequentialBlock();
        int before = d;
        for (int i = 0; i <= inner.length; i++) {
            int width = i < inner.length ? inner[i] : d;
            boolean curved = i < inner.length && i != inner.length / 2;
            Linear linear = Linear.builder().setUnits(width).build();
            float deviation = (float) Math.sqrt((curved ? 2.0 : 1.0) / before);
            linear.setInitializer(new NormalInitializer(deviation), Parameter.Type.WEIGHT);
            block.add(linear);
            if (curved) {
                block.add(relu ? Activation::relu : Activation::gelu);
            }
            before = width;
        }
        return block;
    }

    private Reply train(Trainer trainer, int batch, int epochs) {
        long start = 0;
        double loss = 0;
        for (int epoch = 0; epoch <= epochs; epoch++) {
            if (epoch == 1) {
                start = System.nanoTime();
            }
            loss = epoch(trainer, batch);
        }
        return new Reply(Reply.secondsSince(start) / epochs, loss * scale * scale, epochs);
    }

    /** The mean loss of a row. */
    private double epoch(Trainer trainer, int batch) {
        int n = (int) rows.size(0);
        double sum = 0;
        try (NDManager arrays = manager.newSubManager()) {
            NDArray order = manager.randomPermutation(n).toType(DataType.INT64, false);
            NDArray shuffled = rows.get(order);
            order.attach(arrays);
            shuffled.attach(arrays);
            for (int from = 0; from < n; from += batch) {
                sum += step(trainer, arrays, shuffled, from, Math.min(n, from + batch));
            }
        }
        return sum / n;
    }

    private static double step(Trainer trainer, NDManager arrays, NDArray shuffled, int from, int to) {
        try (NDManager ofStep = arrays.newSubManager();
                GradientCollector collector = trainer.newGradientCollector()) {
            NDArray x = shuffled.get(new NDIndex("{}:{}", from, to));
            x.attach(ofStep);
            NDArray loss = trainer.forward(new NDList(x))
                    .singletonOrThrow()
                    .sub(x)
                    .square()
                    .sum(new int[] {1})
                    .mean();
            collector.backward(loss);
            trainer.step();
            return (double) loss.getFloat() * (to - from);
        }
    }
}
