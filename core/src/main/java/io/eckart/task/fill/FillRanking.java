package io.eckart.task.fill;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Orders ways by their loss on the same hidden cells. Two rules come before the loss. Masked autoencoders start as the
 * normal distribution and leave it only where that helps on rows held out; so where the normal distribution has the least loss, but
 * not by more than the standard error of the difference, they come first. And a blend, which was chosen among many on the same cells,
 * wins only where it is ahead by more than the standard error.
 */
final class FillRanking {
    private FillRanking() {}

    /** A way and its errors. */
    record Candidate(FillMethod method, FillScores scores) {
        double loss() {
            return scores.loss();
        }
    }

    /** The entries, the winner first; the first way is the column means. */
    static List<FillComparison.Entry> of(List<Candidate> ways, Optional<Candidate> blend) {
        List<Candidate> all = new ArrayList<>(ways);
        blend.ifPresent(all::add);
        double[] least = all.stream()
                .min(Comparator.comparingDouble(Candidate::loss))
                .orElseThrow()
                .scores()
                .losses();
        List<Candidate> order = new ArrayList<>(ways);
        order.sort(Comparator.comparingDouble(Candidate::loss));
        preferWithinNoise(order);
        blend.ifPresent(candidate -> insert(order, candidate));
        FillScores means = ways.getFirst().scores();
        return order.stream()
                .map(way -> way.scores()
                        .entry(way.method(), means, standardError(way.scores().losses(), least)))
                .toList();
    }

    private static void preferWithinNoise(List<Candidate> order) {
        Candidate least = order.getFirst();
        if (!(least.method() instanceof FillMethod.Normal)) {
            return;
        }
        Optional<Candidate> masked = order.stream()
                .filter(way -> way.method() instanceof FillMethod.Masked)
                .filter(way -> way.loss() - least.loss()
                        <= standardError(way.scores().losses(), least.scores().losses()))
                .findFirst();
        masked.ifPresent(way -> {
            order.remove(way);
            order.addFirst(way);
        });
    }

    private static void insert(List<Candidate> order, Candidate blend) {
        Candidate winner = order.getFirst();
        double error = standardError(blend.scores().losses(), winner.scores().losses());
        int place = winner.loss() - blend.loss() > error ? 0 : 1;
        while (place > 0 && place < order.size() && order.get(place).loss() < blend.loss()) {
            place++;
        }
        order.add(place, blend);
    }

    /** The standard error of the mean difference, paired by cell. */
    static double standardError(double[] losses, double[] others) {
        double[] differences = IntStream.range(0, losses.length)
                .mapToDouble(i -> losses[i] - others[i])
                .toArray();
        double mean = 0;
        for (double difference : differences) {
            mean += difference / differences.length;
        }
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return Math.sqrt(squares) / losses.length;
    }
}
