package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Reply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What one way of doing a task took, round by round. */
final class Measurement {
    private final String method;
    private final List<Reply> rounds = new ArrayList<>();

    Measurement(String method) {
        this.method = method;
    }

    void add(Reply reply) {
        rounds.add(reply);
    }

    String method() {
        return method;
    }

    List<Double> seconds() {
        return rounds.stream().map(Reply::seconds).toList();
    }

    double median() {
        List<Double> sorted = seconds().stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    double least() {
        return rounds.stream().mapToDouble(Reply::seconds).min().orElseThrow();
    }

    double most() {
        return rounds.stream().mapToDouble(Reply::seconds).max().orElseThrow();
    }

    /** The worst round's: a way that draws at random need not end alike each time. */
    double check() {
        return rounds.stream()
                .max(Comparator.comparingDouble(Reply::check))
                .orElseThrow()
                .check();
    }

    int iterations() {
        return rounds.getLast().iterations();
    }
}
