package io.eckart.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Puts compared ways in order, by their loss on the same hidden cells. Masked autoencoders start as the normal distribution and
 * leave it only where that helps on rows held out; so where the normal distribution has the least loss, but not by more than the
 * standard error of the difference, they come first.
 */
final class FillRanking {
    private FillRanking() {}

    /** The entries, the winner first; the first way is the column means. */
    static List<FillComparison.Entry> of(List<FillMethod> methods, List<FillScores> scores) {
        List<double[]> losses = scores.stream().map(FillScores::losses).toList();
        double[] best = losses.stream()
                .min(Comparator.comparingDouble(FillRanking::mean))
                .orElseThrow();
        List<FillComparison.Entry> entries = new ArrayList<>();
        for (int m = 0; m < methods.size(); m++) {
            double error = standardError(losses.get(m), best);
            entries.add(scores.get(m).entry(methods.get(m), scores.getFirst(), error));
        }
        entries.sort(Comparator.comparingDouble(FillComparison.Entry::loss));
        preferWithinNoise(entries);
        return entries;
    }

    private static void preferWithinNoise(List<FillComparison.Entry> entries) {
        FillComparison.Entry least = entries.getFirst();
        if (!(least.method() instanceof FillMethod.Normal)) {
            return;
        }
        Optional<FillComparison.Entry> masked = entries.stream()
                .filter(entry -> entry.method() instanceof FillMethod.Masked)
                .filter(entry -> entry.loss() - least.loss() <= entry.standardError())
                .findFirst();
        masked.ifPresent(entry -> {
            entries.remove(entry);
            entries.addFirst(entry);
        });
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Of the mean difference, taken cell by cell. */
    static double standardError(double[] losses, double[] others) {
        double[] differences = IntStream.range(0, losses.length)
                .mapToDouble(i -> losses[i] - others[i])
                .toArray();
        double mean = mean(differences);
        double squares = 0;
        for (double difference : differences) {
            squares += (difference - mean) * (difference - mean);
        }
        return Math.sqrt(squares) / losses.length;
    }
}
