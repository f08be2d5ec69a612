package io.eckart.training.batch;

import io.eckart.data.DataException;
import io.eckart.network.pass.Form;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.training.EpochRecord;
import io.eckart.training.RunOptions;
import io.eckart.training.StopReason;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingRun;
import io.eckart.training.optimizer.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The training loop on batches: epochs over shuffled rows. The threads share each batch and meet twice a step, once when the
 * gradients of their rows are computed and once when the parameters have moved. A step allocates nothing except the handles of
 * native calls. Parameters, gradients and batches are float32. Not safe for use by several threads.
 */
public final class BatchTraining implements AutoCloseable {
    /** A loss this much larger than the first one, or than the energy of a standardised row, counts as diverged. */
    private static final double DIVERGED = 1e6;

    private final BatchObjective objective;
    private final BatchSettings settings;
    private final RunOptions options;
    private final Lockstep team;
    private final Reals parameters;
    private final Form form;
    private final Optimizer optimizer;
    private final LearningRate rate;
    private final BatchShards full;
    private final BatchShards last;
    private final HeldOutError heldOut;
    private final RowOrder order;
    private final GradientStep step;
    private final GradientSum sum;
    private final GradientStep summing;
    private final BestSoFar best;
    private final double[] copy;
    private final List<EpochRecord> history = new ArrayList<>();
    private int epoch;
    private int batch;
    private double firstLoss = Double.NaN;
    private String trouble = "";
    private boolean unsaved;

    /** Trains on all rows of the problem that are not held out. */
    public BatchTraining(
            BatchProblem problem,
            BatchObjective objective,
            BatchSettings settings,
            double[] start,
            RandomStreams random,
            RunOptions options) {
        this(
                problem,
                objective,
                new ShuffledRows(problem, Math.min(settings.batch(), problem.train().length), random),
                settings,
                start,
                random,
                options);
    }

    /** @param order which of the rows an epoch takes */
    public BatchTraining(
            BatchProblem problem,
            BatchObjective objective,
            RowOrder order,
            BatchSettings settings,
            double[] start,
            RandomStreams random,
            RunOptions options) {
        this.objective = objective;
        this.settings = settings;
        this.options = options;
        this.order = order;
        this.team = Lockstep.of(options.threads());
        this.parameters = Precision.FLOAT32.zeros(start.length);
        Reals gradient = Precision.FLOAT32.zeros(start.length);
        parameters.copyFrom(start);
        this.form = objective.form(parameters, gradient);
        this.optimizer = settings.optimizer(Precision.FLOAT32, start.length);
        int n = order.length();
        int batch = Math.min(settings.batch(), n);
        this.rate = settings.rate(n);
        List<Reals> gradients = BatchShards.gradients(form);
        this.full = new BatchShards(problem, objective, form, batch, gradients, random, "corruption");
        this.last = n % batch == 0
                ? full
                : new BatchShards(problem, objective, form, n % batch, gradients, random, "corruption");
        this.heldOut = new HeldOutError(problem, objective, form, gradients, random, team);
        double clip = settings.optimizer().clip();
        this.step = new GradientStep(team, objective, form, parameters, gradient, optimizer, clip, full);
        this.sum = new GradientSum(start.length);
        double whole = Double.POSITIVE_INFINITY;
        this.summing = new GradientStep(team, objective, form, parameters, gradient, sum, whole, full);
        this.best = new BestSoFar(settings.patience());
        this.copy = new double[start.length];
    }

    /** Runs to the end, from the state of the checkpoint if there is one. */
    public TrainedParameters run(Optional<Checkpoint> checkpoint) {
        epoch = checkpoint.flatMap(this::load).map(this::restore).orElseGet(this::start);
        // A run that goes on may have been at its end already.
        StopReason stop = patience();
        while (epoch < settings.epochs() && stop == StopReason.BUDGET) {
            epoch++;
            double loss = trainEpoch();
            if (trouble.isEmpty() && options.stop().getAsBoolean()) {
                stop = StopReason.INTERRUPTED;
            } else if (compose()) {
                end(loss);
                checkpoint.ifPresent(this::save);
                stop = patience();
            } else {
                stop = StopReason.DIVERGED;
            }
        }
        return result(checkLast(stop));
    }

    /** Offers the parameters of the last whole epoch, after a check that their loss has not diverged. */
    private StopReason checkLast(StopReason stop) {
        boolean whole = stop != StopReason.INTERRUPTED || batch == 0;
        if (heldOut.rows() > 0 || stop == StopReason.DIVERGED || epoch == 0 || !whole) {
            return stop;
        }
        if (!compose() || hasDiverged(step.loss(full, order.rows(), 0, epoch, batch) / full.rows())) {
            return StopReason.DIVERGED;
        }
        offer(history.size(), -history.size());
        return stop;
    }

    private Optional<RunState> load(Checkpoint checkpoint) {
        Map<String, Integer> lengths = new TreeMap<>();
        optimizer.state().forEach((name, values) -> lengths.put(name, values.length()));
        return checkpoint.load(parameters.length(), lengths);
    }

    /** A state that cannot be written, as on a full disk, costs nothing but the chance to go on from there. */
    private void save(Checkpoint checkpoint) {
        try {
            checkpoint.save(state());
            if (unsaved) {
                options.listener().on(new TrainingEvent.StateSavedAgain());
            }
            unsaved = false;
        } catch (DataException e) {
            if (!unsaved) {
                options.listener().on(new TrainingEvent.StateNotSaved(String.valueOf(e.getMessage())));
            }
            unsaved = true;
        }
    }

    private StopReason patience() {
        boolean exhausted = heldOut.rows() > 0 && best.isExhausted(epoch) && epoch < settings.epochs();
        return exhausted ? StopReason.PATIENCE : StopReason.BUDGET;
    }

    /** Prepares the form for the current parameters; false if that is impossible. */
    private boolean compose() {
        if (!trouble.isEmpty()) {
            return false;
        }
        try {
            form.compose();
            return true;
        } catch (ArithmeticException e) {
            trouble = String.valueOf(e.getMessage());
            return false;
        }
    }

    private int start() {
        form.compose();
        offer(0, heldOut.rows() > 0 ? heldOut.measure() : 0);
        return 0;
    }

    /** @return the mean loss of a row, before the step of its batch */
    private double trainEpoch() {
        order.shuffle(epoch);
        double sum = 0;
        int n = order.length();
        int batches = Math.ceilDiv(n, full.rows());
        for (batch = 0; batch < batches && trouble.isEmpty() && !options.stop().getAsBoolean(); batch++) {
            boolean whole = (batch + 1) * full.rows() <= n;
            sum += step(whole ? full : last, (long) (epoch - 1) * batches + batch);
        }
        return sum / n;
    }

    /** One step: the gradients of all shares, their sum, the move of the parameters. Returns the loss summed over the batch. */
    private double step(BatchShards shards, long number) {
        if (!compose()) {
            return Double.NaN;
        }
        double loss = step.loss(shards, order.rows(), batch * full.rows(), epoch, batch);
        if (hasDiverged(loss / shards.rows())) {
            return loss;
        }
        if (batch == 0 && heldOut.rows() == 0) {
            // With nothing held out the newest parameters are the ones to keep.
            offer(epoch - 1, 1 - epoch);
        }
        step.move(number + 1, rate.at(number));
        return loss;
    }

    private boolean hasDiverged(double loss) {
        if (Double.isNaN(firstLoss)) {
            firstLoss = loss;
        }
        if (loss <= DIVERGED * Math.max(firstLoss, objective.yardstick())) {
            return false;
        }
        trouble = "the error per sample grew from " + objective.inUnits(firstLoss) + " to " + objective.inUnits(loss)
                + " in epoch " + epoch
                + ": the learning rate " + rate.peak() + " is too large for this model; take a learning rate of "
                + rate.peak() / 10 + ", or clip gradients at 1";
        return true;
    }

    /** The gradient of the mean loss of all rows at these parameters, with the noise and masks of the next epoch. */
    public double[] gradient(double[] at) {
        parameters.copyFrom(at);
        form.compose();
        order.shuffle(epoch + 1);
        int n = order.length();
        for (int from = 0, i = 0; from < n; from += full.rows(), i++) {
            BatchShards shards = n - from >= full.rows() ? full : last;
            summing.loss(shards, order.rows(), from, epoch + 1, i);
            summing.move(1, (double) shards.rows() / n);
        }
        return sum.sum();
    }

    private void end(double loss) {
        double measured = heldOut.rows() > 0 ? heldOut.measure() : Double.NaN;
        if (heldOut.rows() > 0) {
            offer(epoch, measured);
        }
        double last = rate.at((long) epoch * Math.ceilDiv(order.length(), full.rows()) - 1);
        EpochRecord record = new EpochRecord(epoch, objective.inUnits(loss), objective.inUnits(measured), last);
        history.add(record);
        int least = heldOut.rows() > 0 ? Math.min(best.lastEpoch(), settings.epochs()) : settings.epochs();
        options.listener().on(new TrainingEvent.EpochEnded(record, least, settings.epochs(), Double.NaN));
    }

    private void offer(int ofEpoch, double error) {
        parameters.copyTo(copy);
        best.offer(ofEpoch, error, copy);
    }

    private TrainedParameters result(StopReason stop) {
        double error = history.isEmpty() ? Double.NaN : history.getLast().error();
        double held = heldOut.rows() > 0 ? objective.inUnits(best.error()) : Double.NaN;
        TrainingRun run = new TrainingRun(error, held, best.epoch(), stop, trouble, history);
        return new TrainedParameters(best.parameters().clone(), run);
    }

    private RunState state() {
        Map<String, double[]> method = new TreeMap<>();
        optimizer.state().forEach((name, values) -> method.put(name, values(values)));
        return new RunState(epoch, firstLoss, values(parameters), method, best.numbers(), best.parameters(), history);
    }

    private static double[] values(Reals reals) {
        double[] values = new double[reals.length()];
        reals.copyTo(values);
        return values;
    }

    private int restore(RunState state) {
        parameters.copyFrom(state.parameters());
        optimizer.state().forEach((name, values) -> values.copyFrom(state.method(name)));
        best.restore(state.bestNumbers(), state.bestParameters());
        history.addAll(state.history());
        firstLoss = state.firstLoss();
        return state.epoch();
    }

    @Override
    public void close() {
        team.close();
    }
}
