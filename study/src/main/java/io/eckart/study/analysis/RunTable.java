package io.eckart.study.analysis;

import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.Start;
import io.eckart.study.StudyResult;
import io.eckart.study.StudyRun;
import io.eckart.study.TrainingCorruption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The results of the designed experiment by their factors. */
public final class RunTable {

    /** A run but for its seed, at one budget. */
    public record Cell(
            Parameterization form, CodeSize size, TrainingCorruption corruption, Start start, Budget budget) {
        public static Cell of(StudyResult result) {
            StudyRun run = result.run();
            return new Cell(run.parameterization(), run.codeSize(), run.corruption(), run.start(), result.budget());
        }

        /** The same of another form, from its only start where it has one. */
        public Cell with(Parameterization other) {
            return new Cell(other, size, corruption, other.hasStarts() ? start : Start.LARGE, budget);
        }

        /** The same with another corruption in training. */
        public Cell with(TrainingCorruption other) {
            return new Cell(form, size, other, start, budget);
        }
    }

    private final Map<Cell, Map<Integer, Measures>> cells = new HashMap<>();

    public RunTable(List<StudyResult> results) {
        for (StudyResult result : results) {
            cells.computeIfAbsent(Cell.of(result), c -> new HashMap<>())
                    .put(result.run().seed(), result.measures());
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

    /** The ratios of two cells, seed by seed. */
    public double[] ratios(Cell above, Cell below, ToDoubleFunction<Measures> measure) {
        double[] ratios = values(above, measure);
        double[] divisors = values(below, measure);
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = i < divisors.length ? ratios[i] / divisors[i] : Double.NaN;
        }
        return ratios;
    }

    /** The mean over seeds; NaN if the cell was not run. */
    public MeasuredNumber number(String name, Cell cell, ToDoubleFunction<Measures> measure) {
        double[] values = values(cell, measure);
        return values.length == 0 ? new MeasuredNumber(name, Double.NaN, 0, 1) : MeasuredNumber.of(name, values);
    }
}
