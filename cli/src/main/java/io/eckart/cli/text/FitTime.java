package io.eckart.cli.text;

import io.eckart.training.EpochRecord;
import io.eckart.training.TrainingEvent.EpochEnded;
import io.eckart.training.TrainingEvent.RunStarted;
import java.util.OptionalDouble;

/** One fit, or one pass over rows: what it is doing, and how long it takes by what it has done so far. */
final class FitTime {
    private final double started;
    private final int epochBefore;
    private final UsualEnds ends;
    private String text;
    private double seen;
    private double part;
    private double total;
    private RunStarted run = new RunStarted(1, 1, 1);
    private int iterations;
    private int earlierIterations;
    private int lastEpoch;
    private int epochs;
    private int patience;

    private FitTime(String text, double started, int epochBefore, UsualEnds ends) {
        this.text = text;
        this.started = started;
        this.seen = started;
        this.epochBefore = epochBefore;
        this.ends = ends;
    }

    /** @param rows that the pass will see; 0 or less if unknown */
    static FitTime pass(String what, long rows, double now) {
        FitTime time = new FitTime(what, now, 0, new UsualEnds());
        time.total = rows;
        return time;
    }

    static FitTime runs(double now) {
        return new FitTime("", now, 0, new UsualEnds());
    }

    /**
     * A fit by epochs.
     *
     * @param epoch the first that is seen; a resumed run does not begin with 1
     * @param ends of earlier fits, to which that of this one is added
     */
    static FitTime epochs(int epoch, double now, UsualEnds ends) {
        return new FitTime("", now, epoch - 1, ends);
    }

    void rows(long rows, double now) {
        progress(total > 0 ? rows / total : 0, now);
    }

    void run(RunStarted next) {
        earlierIterations += iterations;
        iterations = 0;
        run = next;
        text = next.runs() == 1 ? "" : "start " + next.run() + " of " + next.runs();
    }

    /** A run ends when it has converged: after about as many iterations as those before it, if there were any. */
    void iteration(int iteration, double now) {
        iterations = iteration;
        double expected = run.run() > 1
                ? Math.max(1.0, (double) earlierIterations / (run.run() - 1))
                : Math.sqrt((double) iteration * run.maxIterations());
        progress((run.run() - 1 + Math.min(1, iteration / expected)) / run.runs(), now);
    }

    void epoch(EpochEnded ended, double now) {
        EpochRecord record = ended.record();
        lastEpoch = record.epoch();
        epochs = ended.epochs();
        text = "epoch " + record.epoch();
        progress((record.epoch() - epochBefore) / (expectedEnd(ended) - epochBefore), now);
    }

    /**
     * The epoch at which the run will end. Without patience that is the last one. With patience it is between the last one, or that of
     * earlier runs, and the one at which patience is exhausted, the nearer to the latter the more of the patience is used up; between
     * two bounds of different size the middle is the geometric one.
     */
    private double expectedEnd(EpochEnded ended) {
        int epoch = ended.record().epoch();
        double left = Math.max(0, ended.leastEpochs() - epoch);
        patience = Math.max(patience, (int) left);
        double unused = patience == 0 ? 1 : left / patience;
        double least = Math.max(epoch, ended.leastEpochs());
        if (least >= ended.epochs()) {
            return ended.epochs();
        }
        OptionalDouble usual = ends.epoch(ended.epochs());
        double most = usual.orElse(ended.epochs());
        double weight = usual.isPresent() ? unused : unused / 2;
        return Math.max(least, Math.pow(least, 1 - weight) * Math.pow(most, weight));
    }

    /** No more events come. */
    void end() {
        if (epochs > 0) {
            ends.ended(lastEpoch, epochs);
        }
    }

    private void progress(double newPart, double now) {
        part = newPart;
        seen = now;
    }

    /** Whether an epoch belongs to this fit. */
    boolean continuesWith(int epoch) {
        return lastEpoch > 0 && epoch == lastEpoch + 1;
    }

    boolean isOfRuns() {
        return run.maxIterations() > 1;
    }

    double started() {
        return started;
    }

    String text() {
        return text;
    }

    double part() {
        return part;
    }

    /** Its whole time in seconds; empty while nothing is known. */
    OptionalDouble seconds() {
        return part > 0 ? OptionalDouble.of((seen - started) / part) : OptionalDouble.empty();
    }
}
