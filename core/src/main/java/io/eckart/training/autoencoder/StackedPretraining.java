package io.eckart.training.autoencoder;

import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.layer.LayerStack;
import io.eckart.network.layer.StackedLayer;
import io.eckart.network.pass.Form;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import io.eckart.training.JobStep;
import io.eckart.training.JobSteps;
import io.eckart.training.RunOptions;
import io.eckart.training.batch.BatchObjective;
import io.eckart.training.batch.BatchProblem;
import io.eckart.training.batch.BatchSettings;
import io.eckart.training.batch.BatchTraining;
import io.eckart.training.batch.Shard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Pre-trains a network layer by layer: each layer is an autoencoder that learns to undo the corruption of its input, the
 * clean output of the layer below (Vincent et al. 2010, section 3.4). The ratio of
 * noise to input is the same for every layer as for the rows, both measured by the root mean square.
 *
 * @param stack the layers
 * @param rows what the first layer reads
 * @param settings of each layer's run
 * @param random gives all random numbers of a fit by name
 * @param options threads, events, stopping and checkpoints
 */
record StackedPretraining(
        LayerStack stack, BatchProblem rows, BatchSettings settings, RandomStreams random, RunOptions options) {
    private static final int BLOCK = 256;

    /** Trains the layers from the row up and puts them into the parameters of the network. */
    List<LayerRecord> train(double[] parameters) {
        try (JobSteps steps = JobSteps.begin("pre-training", plan(), options.listener(), () -> false)) {
            List<LayerRecord> records = new ArrayList<>();
            BatchProblem problem = rows;
            for (int i = 0; i < stack.size(); i++) {
                steps.next();
                StackedLayer layer = stack.layer(i);
                RandomStreams streams = random.child("layer", i);
                Reals64 start = new Reals64(new double[layer.layout().length()]);
                layer.start(start, streams.stream("start"));
                LayerObjective objective = new LayerObjective(layer, problem.scale());
                Reals64 learnt = new Reals64(train(problem, objective, start.values(), streams));
                records.add(new LayerRecord(
                        i + 1,
                        layer.inputs(),
                        layer.outputs(),
                        energy(problem),
                        measure(problem, objective, start, streams),
                        measure(problem, objective, learnt, streams)));
                stack.place(i, learnt, new Reals64(parameters));
                problem = i + 1 < stack.size() ? above(problem, objective, learnt) : problem;
            }
            return options.stop().getAsBoolean() ? records : steps.complete(records);
        }
    }

    private List<JobStep> plan() {
        double seen = (double) settings.epochs() * rows.train().length;
        return IntStream.range(0, stack.size())
                .mapToObj(stack::layer)
                .map(layer -> new JobStep(
                        "layer of " + layer.outputs() + " units",
                        "layer",
                        seen * layer.inputs() * layer.outputs() * 12 / 3e10))
                .toList();
    }

    private double[] train(BatchProblem problem, BatchObjective objective, double[] start, RandomStreams streams) {
        try (BatchTraining training = new BatchTraining(problem, objective, settings, start, streams, options)) {
            return training.run(Optional.empty()).parameters();
        }
    }

    /** The codes of the clean rows, which the next layer reads. */
    private BatchProblem above(BatchProblem problem, BatchObjective objective, Reals64 learnt) {
        int n = problem.rows().rows();
        LayerRows pass = new LayerRows(problem.withTasks(CorruptionTasks.NONE), objective, learnt);
        FloatMatrix codes = FloatMatrix.zeros(n, pass.outputs());
        for (int from = 0; from < n; from += BLOCK) {
            pass.codes(from, codes);
        }
        double square = 0;
        for (float value : codes.values()) {
            square += (double) value * value;
        }
        double scale = Math.sqrt(square / codes.values().length);
        // The next layer reads the outputs unscaled; only the noise depends on their size.
        CorruptionTasks tasks = rows.tasks().scaled(scale > 0 ? scale / rows.scale() : 1);
        return new BatchProblem(
                codes, problem.train(), problem.heldOut(), new double[pass.outputs()], 1, tasks, tasks.hides());
    }

    private double measure(BatchProblem problem, BatchObjective objective, Reals64 parameters, RandomStreams streams) {
        int count = Math.min(problem.train().length, 4 * BLOCK);
        LayerRows pass = new LayerRows(problem, objective, parameters, count, streams);
        return objective.inUnits(pass.error(Arrays.copyOf(problem.train(), count)) / count);
    }

    private static double energy(BatchProblem problem) {
        int count = Math.min(problem.train().length, 4 * BLOCK);
        int d = problem.rows().columns();
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double mean = 0;
            double square = 0;
            int seen = 0;
            for (int i = 0; i < count; i++) {
                double value = problem.rows().get(problem.train()[i], j);
                if (!Double.isNaN(value)) {
                    seen++;
                    double difference = value - mean;
                    mean += difference / seen;
                    square += difference * (value - mean);
                }
            }
            sum += square;
        }
        return sum / count;
    }

    /** Rows through one layer, a fixed number at a time. */
    private static final class LayerRows {
        private final Shard shard;
        private final int rows;
        private final int all;

        LayerRows(BatchProblem problem, BatchObjective objective, Reals64 parameters) {
            this(problem, objective, parameters, BLOCK, new RandomStreams(0));
        }

        LayerRows(BatchProblem problem, BatchObjective objective, Reals64 parameters, int rows, RandomStreams streams) {
            this.rows = rows;
            this.all = problem.rows().rows();
            Reals values = Reals.Precision.FLOAT32.zeros(parameters.length());
            values.copyFrom(parameters.values());
            Reals gradient = Reals.Precision.FLOAT32.zeros(parameters.length());
            Form form = objective.form(values, gradient);
            form.compose();
            shard = new Shard(problem, objective, form, 0, 0, rows, gradient, streams.draws("corruption"));
        }

        int outputs() {
            return shard.pass().codes().columns();
        }

        double error(int[] order) {
            shard.measure(order, 0, 0, 0);
            return shard.loss();
        }

        void codes(int from, FloatMatrix to) {
            int[] order = new int[rows];
            for (int i = 0; i < rows; i++) {
                order[i] = Math.min(from + i, all - 1);
            }
            shard.measure(order, 0, 0, 0);
            int count = Math.min(rows, all - from) * outputs();
            shard.pass().codes().reals().copyTo(0, count, to.values(), from * outputs());
        }
    }
}
