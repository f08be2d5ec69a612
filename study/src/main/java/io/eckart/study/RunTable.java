package io.eckart.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The results of the designed experiment by their factors. */
public final class RunTable {

    /** A run but for its seed, at one budget. */
    public record Cell(Parameterization form, CodeSize size, TrainingCorruption corruption, Budget budget) {}

    private final Map<Cell, Map<Integer, Measures>> cells = new HashMap<>();

    public RunTable(List<StudyResult> results) {
        for (StudyResult result : results) {
            StudyRun run = result.run();
            Cell cell = new Cell(run.parameterization(), run.codeSize(), run.corruption(), result.budget());
            cells.computeIfAbsent(cell, c -> new HashMap<>()).put(run.seed(), result.measures());
        }
    }

    /** One value for each seed, in their order; empty if the cell was not run. */
    public double[] values(Cell cell, ToDoubleFunction<Measures> measure) {
        Map<Integer, Measures> seeds = cells.getOrDefault(cell, Map.of());
        return seeds.keySet().stream()
                .sorted()
                .mapToDouble(seed -> measure.applyAsDouble(seeds.get(seed)))
                .toArray();
    }

    /** The mean over seeds; NaN if the cell was not run. */
    public MeasuredNumber number(String name, Cell cell, ToDoubleFunction<Measures> measure) {
        double[] values = values(cell, measure);
        return values.length == 0 ? new MeasuredNumber(name, Double.NaN, 0, 1) : MeasuredNumber.of(name, values);
    }

    /** log10 of the ratio of two cells, seed by seed. */
    public MeasuredNumber logRatio(String name, Cell above, Cell below, ToDoubleFunction<Measures> measure) {
        ToDoubleFunction<Measures> logarithm = m -> Math.log10(measure.applyAsDouble(m));
        return MeasuredNumber.difference(name, values(above, logarithm), values(below, logarithm));
    }
}
