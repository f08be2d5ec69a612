package io.eckart.study.analysis;

import io.eckart.study.MeasuredNumber;
import io.eckart.study.VarianceShare;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shares of the variance over a balanced crossed design with one value in each cell, for each seed by itself (Fisher 1925). With N
 * cells and a levels of a factor, {@code SS_A = N/a sum (mean_i - mean)^2}; for two factors
 * {@code SS_AB = N/(ab) sum (mean_ij - mean_i - mean_j + mean)^2}; the rest is what more than two do together.
 */
final class AnalysisOfVariance {
    static final String REST = "three and more together";

    /**
     * One cell of one seed.
     *
     * @param levels one for each factor
     */
    record Observation(int seed, List<String> levels, double value) {}

    private final List<String> factors;

    AnalysisOfVariance(List<String> factors) {
        this.factors = List.copyOf(factors);
    }

    /** The shares with their intervals over seeds; seeds whose design has gaps are left out. Empty if all have. */
    List<VarianceShare> shares(String response, String scope, List<Observation> observations) {
        List<VarianceShare> all = new ArrayList<>();
        seedShares(observations).forEach((source, values) -> {
            double[] ofSeeds = values.stream().mapToDouble(Double::doubleValue).toArray();
            MeasuredNumber share = MeasuredNumber.of("share of variance, " + source, ofSeeds);
            all.add(new VarianceShare(response, scope, source, share));
        });
        return all;
    }

    /** The shares of each seed, by their source. */
    Map<String, List<Double>> seedShares(List<Observation> observations) {
        Map<Integer, List<Observation>> seeds = new TreeMap<>();
        observations.forEach(
                o -> seeds.computeIfAbsent(o.seed(), s -> new ArrayList<>()).add(o));
        Map<String, List<Double>> shares = new LinkedHashMap<>();
        for (List<Observation> cells : seeds.values()) {
            if (isWhole(cells)) {
                shares(cells)
                        .forEach((source, share) -> shares.computeIfAbsent(source, s -> new ArrayList<>())
                                .add(share));
            }
        }
        return shares;
    }

    private boolean isWhole(List<Observation> cells) {
        long combinations = 1;
        for (int f = 0; f < factors.size(); f++) {
            int factor = f;
            combinations *=
                    cells.stream().map(o -> o.levels().get(factor)).distinct().count();
        }
        return cells.size() == combinations
                && cells.stream().map(Observation::levels).distinct().count() == combinations
                && cells.stream().allMatch(o -> Double.isFinite(o.value()));
    }

    private Map<String, Double> shares(List<Observation> cells) {
        double mean = cells.stream().mapToDouble(Observation::value).average().orElse(0);
        double total = 0;
        for (Observation cell : cells) {
            total += (cell.value() - mean) * (cell.value() - mean);
        }
        Map<String, Double> shares = new LinkedHashMap<>();
        List<Map<List<String>, Double>> means = new ArrayList<>();
        double rest = total;
        for (int f = 0; f < factors.size(); f++) {
            means.add(means(cells, f, f));
            double squares = 0;
            for (Observation cell : cells) {
                squares += square(means.get(f), key(cell, f, f), -mean);
            }
            rest -= squares;
            shares.put(factors.get(f), part(squares, total));
        }
        for (int f = 0; f < factors.size(); f++) {
            for (int g = f + 1; g < factors.size(); g++) {
                Map<List<String>, Double> both = means(cells, f, g);
                double squares = 0;
                for (Observation cell : cells) {
                    double main = means.get(f).getOrDefault(key(cell, f, f), 0.0)
                            + means.get(g).getOrDefault(key(cell, g, g), 0.0);
                    squares += square(both, key(cell, f, g), mean - main);
                }
                rest -= squares;
                shares.put(factors.get(f) + " x " + factors.get(g), part(squares, total));
            }
        }
        shares.put(REST, part(Math.max(0, rest), total));
        return shares;
    }

    private static double part(double squares, double total) {
        return total == 0 ? 0 : squares / total;
    }

    private static double square(Map<List<String>, Double> means, List<String> key, double offset) {
        double difference = means.getOrDefault(key, 0.0) + offset;
        return difference * difference;
    }

    private static List<String> key(Observation cell, int f, int g) {
        return List.of(cell.levels().get(f), cell.levels().get(g));
    }

    private static Map<List<String>, Double> means(List<Observation> cells, int f, int g) {
        Map<List<String>, double[]> sums = new HashMap<>();
        for (Observation cell : cells) {
            double[] sum = sums.computeIfAbsent(key(cell, f, g), k -> new double[2]);
            sum[0] += cell.value();
            sum[1]++;
        }
        Map<List<String>, Double> means = new HashMap<>();
        sums.forEach((key, sum) -> means.put(key, sum[0] / sum[1]));
        return means;
    }
}
