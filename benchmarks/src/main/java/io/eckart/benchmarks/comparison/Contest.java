package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Request;
import java.util.List;

/**
 * One task with the ways to do it.
 *
 * @param name for people
 * @param samples rows that one run handles, for a rate; 0 where a rate says nothing
 * @param limit the most seconds that Eckart wants to need; NaN for no goal
 * @param slow whether a side takes so long that it only runs when asked for
 * @param eckart how Eckart does it
 * @param rivals how others do it
 */
record Contest(String name, long samples, double limit, boolean slow, Request eckart, List<Rival> rivals) {
    Contest {
        rivals = List.copyOf(rivals);
    }

    static Contest of(String name, Request eckart, Rival... rivals) {
        return new Contest(name, 0, Double.NaN, false, eckart, List.of(rivals));
    }

    Contest handling(long rows) {
        return new Contest(name, rows, limit, slow, eckart, rivals);
    }

    Contest within(double seconds) {
        return new Contest(name, samples, seconds, slow, eckart, rivals);
    }

    Contest asSlow() {
        return new Contest(name, samples, limit, true, eckart, rivals);
    }

    /** The same contest with those rivals only that there are. */
    Contest among(List<String> methods) {
        List<Rival> present = rivals.stream()
                .filter(rival -> methods.contains(rival.request().method()))
                .toList();
        return new Contest(name, samples, limit, slow, eckart, present);
    }
}
