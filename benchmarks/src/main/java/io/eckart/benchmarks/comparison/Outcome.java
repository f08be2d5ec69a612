package io.eckart.benchmarks.comparison;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A contest and what was measured.
 *
 * @param name of the contest
 * @param eckart Eckart's times
 * @param peers the other side's, in the order of the contest
 */
record Outcome(String name, Measurement eckart, List<Measurement> peers) {
    Outcome {
        peers = List.copyOf(peers);
    }

    static Outcome empty(Contest contest) {
        List<Measurement> peers = contest.peers().stream()
                .map(peer -> new Measurement(peer.method()))
                .toList();
        return new Outcome(contest.name(), new Measurement("eckart"), peers);
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
}
