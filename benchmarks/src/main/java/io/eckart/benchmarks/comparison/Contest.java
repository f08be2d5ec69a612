package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Request;
import java.util.List;

/**
 * One task with the ways to do it.
 *
 * @param name for people
 * @param perRow whether one run handles every row once, so that a rate says something
 * @param limit the most seconds that Eckart wants to need; NaN for no goal
 * @param slow whether a side takes so long that it only runs when asked for
 * @param eckart how Eckart does it
 * @param rivals how others do it
 */
record Contest(String name, boolean perRow, double limit, boolean slow, Request eckart, List<Rival> rivals) {
    Contest {
        rivals = List.copyOf(rivals);
    }

    static Contest of(String name, Request eckart, Rival... rivals) {
        return new Contest(name, false, Double.NaN, false, eckart, List.of(rivals));
    }

    Contest countingRows() {
        return new Contest(name, true, limit, slow, eckart, rivals);
    }

    Contest within(double seconds) {
        return new Contest(name, perRow, seconds, slow, eckart, rivals);
    }

    Contest asSlow() {
        return new Contest(name, perRow, limit, true, eckart, rivals);
    }

    /** The same contest with those rivals only that there are. */
    Contest among(List<String> methods) {
        List<Rival> present = rivals.stream()
                .filter(rival -> methods.contains(rival.request().method()))
                .toList();
        return new Contest(name, perRow, limit, slow, eckart, present);
    }
}
