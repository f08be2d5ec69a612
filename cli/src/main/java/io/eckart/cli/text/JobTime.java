package io.eckart.cli.text;

import static io.eckart.cli.text.StepTimes.planned;

import io.eckart.cli.text.StepTimes.Sums;
import io.eckart.training.JobStep;
import io.eckart.training.TrainingEvent.JobStarted;
import java.util.OptionalDouble;

/**
 * How long a job takes. The times of its plan are corrected by those of the steps that have ended, of the same kind if there are any,
 * and by what the current step has done so far. All times are in seconds.
 */
final class JobTime {
    /** The weight of the plan against what was measured, as a part of the planned time that is left: a few short steps do not decide. */
    private static final double TRUST = 0.15;
    /** A running step is expected to go on for at least this part of its time so far. */
    private static final double NOT_YET = 0.05;
    /** A step that takes longer than expected is expected to go on for this part of the excess. */
    private static final double OVERTIME = 0.5;
    /** The weight of a first step of its kind that runs slower than planned: the plan is little more than a guess. */
    private static final double LONGER = 2;
    /** The weight of one that seems faster: another fit may follow in the same step. */
    private static final double SHORTER = 0.5;

    private final JobStarted job;
    private final double started;
    private final double prior;
    private final double planned;
    private final StepTimes times;
    private Sums all = Sums.NOTHING;
    private JobStep step = JobStep.of("", 0);
    private int number;
    private boolean running;
    private double stepStarted;

    /**
     * @param times of earlier steps, to which those of this job are added
     * @param prior measured over planned time of a step, as known before the job started
     */
    JobTime(JobStarted job, double now, StepTimes times, double prior) {
        this.job = job;
        this.times = times;
        this.started = now;
        this.prior = prior;
        this.planned = job.plan().stream().mapToDouble(StepTimes::planned).sum();
    }

    /** How many times longer than planned the steps took that have ended. */
    double ratio() {
        return ratio(Sums.NOTHING);
    }

    private double ratio(Sums current) {
        Sums measured = all.plus(current);
        double trust = TRUST * Math.max(0, planned - measured.planned());
        return measured.plus(new Sums(0, trust, trust * prior)).ratio();
    }

    void stepStarted(int newNumber, JobStep newStep, double now) {
        number = newNumber;
        step = newStep;
        stepStarted = now;
        running = true;
    }

    void stepEnded(double now) {
        running = false;
        all = all.plus(new Sums(1, planned(step), now - stepStarted));
        times.ended(job.job(), step, now - stepStarted);
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
     * @param whole whether that is of all the step does, not of one of several fits
     */
    double left(double now, OptionalDouble inside, boolean whole) {
        double elapsed = running ? now - stepStarted : 0;
        double total = running ? Math.max(elapsed, current(elapsed, inside, whole)) : 0;
        double done = total > 0 ? elapsed / total : 0;
        Sums current = running ? new Sums(done, done * planned(step), elapsed) : Sums.NOTHING;
        double ratio = ratio(current);
        double left = total - elapsed;
        for (JobStep later : job.plan().subList(number, job.plan().size())) {
            Sums ended = times.of(job.job(), later);
            Sums kind = later.kind().equals(step.kind()) ? ended.plus(current) : ended;
            left += planned(later) * kind.ratio(ratio);
        }
        return left;
    }

    /** The whole time of the current step. */
    private double current(double elapsed, OptionalDouble inside, boolean whole) {
        Sums kind = times.of(job.job(), step);
        boolean known = kind.steps() > 0;
        double foretold = planned(step) * kind.ratio(ratio());
        double beyond = Math.max(0, elapsed - foretold);
        double expected = Math.max(foretold, elapsed * (1 + NOT_YET) + OVERTIME * beyond);
        if (inside.isEmpty() || inside.getAsDouble() <= elapsed) {
            return expected;
        }
        double part = elapsed / inside.getAsDouble();
        double belief = known ? 1 : whole || inside.getAsDouble() > expected ? LONGER : SHORTER;
        double weight = Math.clamp(belief * part, 0, 1);
        return (1 - weight) * expected + weight * inside.getAsDouble();
    }
}
