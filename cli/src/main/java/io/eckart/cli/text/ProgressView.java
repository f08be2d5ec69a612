package io.eckart.cli.text;

import io.eckart.training.EpochRecord;
import io.eckart.training.JobStep;
import io.eckart.training.TrainingEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Turns events into one line: for the whole job, or for a single fit outside a job. Times are in seconds. */
final class ProgressView {
    /** Before, an estimate would be a guess. */
    private static final double FIRST_ESTIMATE = 3;

    private final List<JobTime> jobs = new ArrayList<>();
    private final StepTimes times = new StepTimes();
    private final UsualEnds ends = new UsualEnds();
    private @Nullable FitTime fit;
    private String errors = "";
    private double lastEvent;
    private double shown;

    ProgressView(double now) {
        this.lastEvent = now;
    }

    void on(TrainingEvent event, double now) {
        switch (event) {
            case TrainingEvent.JobStarted started -> {
                shown = jobs.isEmpty() ? 0 : shown;
                double prior = jobs.isEmpty() ? 1 : jobs.getLast().ratio();
                jobs.add(new JobTime(started, now, times, prior));
                leaveFit();
            }
            case TrainingEvent.StepStarted(int number, int _, JobStep step) -> {
                jobs.getLast().stepStarted(number, step, now);
                leaveFit();
            }
            case TrainingEvent.StepEnded _ -> {
                jobs.getLast().stepEnded(now);
                leaveFit();
            }
            case TrainingEvent.JobEnded _ -> {
                jobs.removeLast();
                leaveFit();
            }
            case TrainingEvent.PassStarted(String what, long rows) -> start(FitTime.pass(what, rows, now));
            case TrainingEvent.RowsSeen(long rows) -> current(now).rows(rows, now);
            case TrainingEvent.RunStarted run -> runStarted(run, now);
            case TrainingEvent.IterationEnded(int iteration, double _) ->
                current(now).iteration(iteration, now);
            case TrainingEvent.EpochEnded ended -> epochEnded(ended, now);
            case TrainingEvent.StateNotSaved _, TrainingEvent.StateSavedAgain _ -> {
                // The command prints these itself.
            }
        }
        lastEvent = now;
    }

    private void runStarted(TrainingEvent.RunStarted run, double now) {
        if (run.run() == 1 || fit == null || !fit.isOfRuns()) {
            start(FitTime.runs(now));
        }
        current(now).run(run);
    }

    /** The last event before the first epoch is taken for its start. */
    private void epochEnded(TrainingEvent.EpochEnded ended, double now) {
        EpochRecord record = ended.record();
        if (fit == null || !fit.continuesWith(record.epoch())) {
            start(FitTime.epochs(record.epoch(), lastEvent, ends));
        }
        current(now).epoch(ended, now);
        String heldOut =
                Double.isNaN(record.heldOutError()) ? "" : ", held out " + Summary.number(record.heldOutError());
        String gap = Double.isNaN(ended.gap()) ? "" : ", gap " + Summary.number(ended.gap());
        errors = "error " + Summary.number(record.error()) + heldOut + gap;
    }

    private FitTime current(double now) {
        if (fit == null) {
            fit = FitTime.pass("", 0, now);
        }
        return fit;
    }

    private void start(FitTime next) {
        leaveFit();
        fit = next;
        shown = jobs.isEmpty() ? 0 : shown;
    }

    private void leaveFit() {
        if (fit != null) {
            fit.end();
        }
        fit = null;
        errors = "";
    }

    /** The seconds left of the outermost job, or of the fit; empty while too little is known. */
    OptionalDouble left(double now) {
        if (jobs.isEmpty()) {
            boolean early = fit == null
                    || now - fit.started() < FIRST_ESTIMATE
                    || fit.seconds().isEmpty();
            return early || fit == null
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(
                            Math.max(0, fit.started() + fit.seconds().getAsDouble() - now));
        }
        boolean early = now - jobs.getFirst().started() < FIRST_ESTIMATE;
        return early ? OptionalDouble.empty() : OptionalDouble.of(left(0, now));
    }

    /** The seconds left of a job, as its current step may consist of further jobs. */
    private double left(int level, double now) {
        JobTime job = jobs.get(level);
        OptionalDouble inside = OptionalDouble.empty();
        if (level + 1 < jobs.size()) {
            inside = OptionalDouble.of(now + left(level + 1, now) - job.stepStarted());
        } else if (fit != null && fit.seconds().isPresent()) {
            inside = OptionalDouble.of(fit.started() + fit.seconds().getAsDouble() - job.stepStarted());
        }
        return job.left(now, inside, level + 1 < jobs.size());
    }

    /** The part that is done, from 0 to 1; it never becomes less. */
    private double part(double now) {
        double part = 0;
        if (!jobs.isEmpty()) {
            double elapsed = now - jobs.getFirst().started();
            part = elapsed <= 0 ? 0 : elapsed / (elapsed + left(0, now));
        } else if (fit != null) {
            part = fit.part();
        }
        shown = Math.max(shown, Math.clamp(part, 0, 1));
        return shown;
    }

    /** The line, at most so many columns wide; empty if nothing is going on. */
    String line(int width, double now) {
        if (jobs.isEmpty() && fit == null) {
            return "";
        }
        List<String> details = new ArrayList<>();
        String head = jobs.isEmpty() ? "" : jobs.getFirst().place() + ":";
        jobs.forEach(job -> details.add(job.what()));
        if (fit != null) {
            details.add(fit.text());
        }
        details.add(errors);
        OptionalDouble left = left(now);
        String time = left.isPresent() ? ProgressText.left(left.getAsDouble()) : "";
        return ProgressText.line(width, head, details, part(now), time);
    }
}
