package io.eckart.cli.text;

import io.eckart.training.JobStep;
import io.eckart.training.TrainingEvent.JobStarted;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long a job takes. The times of its plan are corrected by those of the steps that have ended, of the same kind if there are any,
 * and by what the current step has done so far. All times are in seconds.
 */
final class JobTime {
    /** Added to the planned time of every step, so that a step planned as nothing does not count as infinitely slower. */
    private static final double LEAST = 0.01;
    /** The plan counts as much as this part of it, if that took as long as planned; so that a few short steps do not decide on the rest. */
    private static final double TRUST = 0.1;
    /** A step is not expected to end before this part of its time so far has passed again. */
    private static final double NOT_YET = 0.05;
    /** A step that takes longer than expected goes on for this part of the time beyond. */
    private static final double OVERTIME = 0.5;
    /** The weight of what a step says of itself, at its end, where others of its kind have ended: as much as that of these. */
    private static final double KNOWN_KIND = 0.5;
    /** The same for the first of its kind, whose expected time is little more than a guess. */
    private static final double NEW_KIND = 2;

    private final JobStarted job;
    private final double started;
    private final double prior;
    private final double trust;
    private final Map<String, Sums> kinds = new HashMap<>();
    private final Sums all = new Sums();
    private JobStep step = JobStep.of("", 0);
    private int number;
    private boolean running;
    private double stepStarted;

    /** Planned and measured times. */
    private static final class Sums {
        private double planned;
        private double taken;

        void add(double plannedTime, double time) {
            planned += plannedTime;
            taken += time;
        }
    }

    /** @param prior how many times longer than planned steps take, as far as that is known before */
    JobTime(JobStarted job, double now, double prior) {
        this.job = job;
        this.started = now;
        this.prior = prior;
        this.trust = TRUST * job.plan().stream().mapToDouble(JobTime::planned).sum();
    }

    /** How many times longer than planned the steps took that have ended. */
    double ratio() {
        return ratio(0, 0);
    }

    private double ratio(double taken, double planned) {
        return (all.taken + taken + trust * prior) / (all.planned + planned + trust);
    }

    void stepStarted(int newNumber, JobStep newStep, double now) {
        number = newNumber;
        step = newStep;
        stepStarted = now;
        running = true;
    }

    void stepEnded(double now) {
        running = false;
        all.add(planned(step), now - stepStarted);
        kinds.computeIfAbsent(step.kind(), _ -> new Sums()).add(planned(step), now - stepStarted);
    }

    String name() {
        return job.job();
    }

    /** Such as "label 3 of 46". */
    String place() {
        return job.job() + " " + Math.max(1, number) + " of " + job.plan().size();
    }

    String what() {
        return step.what();
    }

    double started() {
        return started;
    }

    double stepStarted() {
        return stepStarted;
    }

    /**
     * The time left.
     *
     * @param inside the whole time of the current step by what it has done so far
     */
    double left(double now, OptionalDouble inside) {
        double elapsed = running ? now - stepStarted : 0;
        double total = running ? Math.max(elapsed, current(elapsed, inside)) : 0;
        double done = total > 0 ? elapsed / total : 0;
        double plannedDone = running ? done * planned(step) : 0;
        double ratio = ratio(elapsed, plannedDone);
        double left = total - elapsed;
        for (JobStep later : job.plan().subList(number, job.plan().size())) {
            Sums kind = kinds.getOrDefault(later.kind(), new Sums());
            boolean same = running && later.kind().equals(step.kind());
            double taken = kind.taken + (same ? elapsed : 0);
            double plan = kind.planned + (same ? plannedDone : 0);
            // The first of a kind says less of the others while it runs than when it has ended.
            double trusted = kind.planned > 0 ? 0 : planned(later);
            left += planned(later) * (taken + trusted * ratio) / (plan + trusted);
        }
        return left;
    }

    /** The whole time of the current step. */
    private double current(double elapsed, OptionalDouble inside) {
        Sums kind = kinds.get(step.kind());
        double ratio = kind != null ? kind.taken / kind.planned : ratio();
        double foretold = planned(step) * ratio;
        double beyond = Math.max(0, elapsed - foretold);
        double expected = Math.max(foretold, elapsed * (1 + NOT_YET) + OVERTIME * beyond);
        if (inside.isEmpty() || inside.getAsDouble() <= 0) {
            return expected;
        }
        double part = elapsed / inside.getAsDouble();
        double weight = Math.clamp((kind != null ? KNOWN_KIND : NEW_KIND) * part, 0, 1);
        return (1 - weight) * expected + weight * inside.getAsDouble();
    }

    private static double planned(JobStep step) {
        return step.seconds() + LEAST;
    }
}
