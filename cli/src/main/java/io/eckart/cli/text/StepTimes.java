package io.eckart.cli.text;

import io.eckart.training.JobStep;
import java.util.HashMap;
import java.util.Map;

/**
 * How many times longer than planned steps take, by kind, learnt from all jobs of a run: the second fold of a method is foretold by its
 * first, with all that happened inside. Later steps count more: a machine is slow at first, and what else it has to do changes.
 */
final class StepTimes {
    /** Added to the planned time of every step, in seconds: no step is for nothing, least of all the first of its kind. */
    private static final double OVERHEAD = 0.06;
    /** The weight of a step, once another one of its kind has ended. */
    private static final double REMEMBERED = 0.4;
    /** How much more than all steps together one step says of the next one of its kind. */
    private static final double TRUST = 1;

    private final Map<String, Sums> kinds = new HashMap<>();

    /** The number of steps, their planned and their measured times. */
    record Sums(double steps, double planned, double taken) {
        static final Sums NOTHING = new Sums(0, 0, 0);

        Sums plus(Sums more) {
            return new Sums(steps + more.steps, planned + more.planned, taken + more.taken);
        }

        Sums times(double factor) {
            return new Sums(factor * steps, factor * planned, factor * taken);
        }

        double ratio() {
            return taken / planned;
        }

        /** Their ratio, drawn to that of all steps, as one or two of a kind say little: the mean of the logarithms. */
        double ratio(double ofAll) {
            double weight = TRUST * steps / (1 + TRUST * steps);
            return planned > 0 && taken > 0 ? Math.pow(ratio(), weight) * Math.pow(ofAll, 1 - weight) : ofAll;
        }
    }

    static double planned(JobStep step) {
        return step.seconds() + OVERHEAD;
    }

    void ended(String job, JobStep step, double seconds) {
        kinds.put(key(job, step), of(job, step).times(REMEMBERED).plus(new Sums(1, planned(step), seconds)));
    }

    /** Of the steps of a kind that have ended. */
    Sums of(String job, JobStep step) {
        return kinds.getOrDefault(key(job, step), Sums.NOTHING);
    }

    private static String key(String job, JobStep step) {
        return job + ": " + step.kind();
    }
}
