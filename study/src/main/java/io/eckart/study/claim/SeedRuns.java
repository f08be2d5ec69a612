package io.eckart.study.claim;

import io.eckart.numerics.RandomStreams;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.StudySetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an experiment measured with each seed, by name: measurements of one seed are made on the same rows, so they are paired. */
final class SeedRuns {

    /** Measures everything with the streams of one seed; every seed measures the same names. */
    @FunctionalInterface
    interface Measurement {
        Map<String, Double> with(RandomStreams random);
    }

    private final List<Map<String, Double>> runs;

    SeedRuns(List<Map<String, Double>> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * Measures with as many seeds as the scale has. What was measured while somebody said stop is left out.
     *
     * @param id whose streams of the study's seed are taken
     */
    static SeedRuns of(String id, StudySetting setting, Measurement measurement) {
        return of(id, setting, setting.scale().seeds(), measurement);
    }

    /** The same with another number of seeds, for what differs much from seed to seed. */
    static SeedRuns of(String id, StudySetting setting, int seeds, Measurement measurement) {
        List<Map<String, Double>> runs = new ArrayList<>();
        for (int seed = 0; seed < seeds && !setting.stop().getAsBoolean(); seed++) {
            Map<String, Double> run = measurement.with(setting.random().child(id, seed));
            if (!setting.stop().getAsBoolean()) {
                runs.add(run);
            }
        }
        return new SeedRuns(runs);
    }

    int count() {
        return runs.size();
    }

    /** One value for each seed. */
    double[] values(String name) {
        return runs.stream().mapToDouble(run -> value(run, name)).toArray();
    }

    private static double value(Map<String, Double> run, String name) {
        Double value = run.get(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' was not measured, only " + run.keySet());
        }
        return value;
    }

    /** The mean; NaN if no seed was run. */
    MeasuredNumber mean(String label, String name) {
        return MeasuredNumber.difference(label, values(name), new double[runs.size()]);
    }

    /** The mean of first minus second. */
    MeasuredNumber difference(String label, String first, String second) {
        return MeasuredNumber.difference(label, values(first), values(second));
    }

    /** The mean of {@code log10(first / second)}. */
    MeasuredNumber logRatio(String label, String first, String second) {
        return MeasuredNumber.difference(label, logs(first), logs(second));
    }

    private double[] logs(String name) {
        return runs.stream().mapToDouble(run -> Math.log10(value(run, name))).toArray();
    }
}
