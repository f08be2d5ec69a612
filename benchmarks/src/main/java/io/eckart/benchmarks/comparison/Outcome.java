package io.eckart.benchmarks.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A contest and what was measured.
 *
 * @param discipline that the contest is of
 * @param contest with the rivals that took part
 * @param rows of the data; 0 where it is no table in memory
 * @param eckart Eckart's times
 * @param peers the others', in the order of the contest
 */
record Outcome(Discipline discipline, Contest contest, int rows, Measurement eckart, List<Measurement> peers) {
    Outcome {
        peers = List.copyOf(peers);
    }

    static Outcome empty(Discipline discipline, Contest contest, int rows) {
        List<Measurement> peers = contest.rivals().stream()
                .map(rival -> new Measurement(rival.request().method()))
                .toList();
        return new Outcome(discipline, contest, rows, new Measurement("eckart"), peers);
    }

    /** Of the medians: above 1 where Eckart is faster. */
    double ratio(Measurement peer) {
        return peer.median() / eckart.median();
    }

    /** Of the least times, which other work on the machine disturbs less than the medians. */
    double leastRatio(Measurement peer) {
        return peer.least() / eckart.least();
    }

    Optional<Measurement> fastestPeer() {
        return peers.stream().min(Comparator.comparingDouble(Measurement::median));
    }

    /** Whether a peer's check is so far from Eckart's that other work was done. */
    boolean differs(Measurement peer) {
        double ours = eckart.check();
        return Math.abs(peer.check() - ours) > discipline.tolerance() * Math.abs(ours);
    }
}
