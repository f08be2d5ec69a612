package io.eckart.study.judgement;

import io.eckart.numerics.RandomStreams;
import io.eckart.study.StudySetting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What an experiment measured with each seed, by name: measurements of one seed are made on the same rows, so they are paired. */
public final class SeedRuns {

    /** Measures everything with the streams of one seed; every seed measures the same names. */
    @FunctionalInterface
    public interface Measurement {
        Map<String, Double> with(RandomStreams random);
    }

    private final List<Map<String, Double>> runs;

    public SeedRuns(List<Map<String, Double>> runs) {
        this.runs = List.copyOf(runs);
    }

    /**
     * Measures with as many seeds as the scale has. What was measured while somebody said stop is left out.
     *
     * @param id whose streams of the study's seed are taken
     */
    public static SeedRuns of(String id, StudySetting setting, Measurement measurement) {
        return of(id, setting, setting.scale().seeds(), measurement);
    }

    /** Measures with the replicates of the designed experiment. */
    @FunctionalInterface
    public interface NumberedMeasurement {
        Map<String, Double> with(int seed, RandomStreams random);
    }

    /** The same, for measurements that also need to know which seed it is, counted from 0. */
    public static SeedRuns numbered(String id, StudySetting setting, NumberedMeasurement measurement) {
        AtomicInteger seed = new AtomicInteger();
        return of(id, setting, random -> measurement.with(seed.getAndIncrement(), random));
    }

    /** The same with another number of seeds, for what differs much from seed to seed. */
    public static SeedRuns of(String id, StudySetting setting, int seeds, Measurement measurement) {
        List<Map<String, Double>> runs = new ArrayList<>();
        for (int seed = 0; seed < seeds && !setting.stop().getAsBoolean(); seed++) {
            Map<String, Double> run = measurement.with(setting.random().child(id, seed));
            if (!setting.stop().getAsBoolean()) {
                runs.add(run);
            }
        }
        return new SeedRuns(runs);
    }

    public int count() {
        return runs.size();
    }

    /** One value for each seed. */
    public double[] values(String name) {
        return runs.stream().mapToDouble(run -> value(run, name)).toArray();
    }

    private static double value(Map<String, Double> run, String name) {
        Double value = run.get(name);
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' was not measured, only " + run.keySet());
        }
        return value;
    }

    /** First minus second, seed by seed. */
    public double[] differences(String first, String second) {
        double[] differences = values(first);
        double[] others = values(second);
        Arrays.setAll(differences, i -> differences[i] - others[i]);
        return differences;
    }

    /** First over second, seed by seed. */
    public double[] ratios(String first, String second) {
        double[] ratios = values(first);
        double[] others = values(second);
        Arrays.setAll(ratios, i -> ratios[i] / others[i]);
        return ratios;
    }
}
