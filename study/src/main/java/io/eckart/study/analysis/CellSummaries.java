package io.eckart.study.analysis;

import io.eckart.study.CellSummary;
import io.eckart.study.LeastErrors;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Measures;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyResult;
import io.eckart.study.analysis.RunTable.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Summarises runs that differ in their seed alone. */
public final class CellSummaries {
    private CellSummaries() {}

    /** One for each cell that has a result, in the order of the results. */
    public static List<CellSummary> of(List<StudyResult> results) {
        RunTable table = new RunTable(results);
        Set<Cell> seen = new LinkedHashSet<>();
        List<CellSummary> summaries = new ArrayList<>();
        for (StudyResult result : results) {
            Cell cell = Cell.of(result);
            if (seen.add(cell)) {
                summaries.add(of(table, cell, result));
            }
        }
        return List.copyOf(summaries);
    }

    private static CellSummary of(RunTable table, Cell cell, StudyResult any) {
        List<MeasuredNumber> noisy = new ArrayList<>();
        for (int i = 0; i < StudyDesign.TEST_NOISE.size(); i++) {
            int level = i;
            String name = "error at input noise " + StudyDesign.TEST_NOISE.get(i);
            noisy.add(table.number(name, cell, m -> m.noisy().get(level)));
        }
        return new CellSummary(
                cell.form().label(),
                cell.size().label(),
                any.codeSize(),
                cell.corruption().label(),
                cell.start().label(),
                cell.budget().label(),
                any.steps(),
                table.number("clean error", cell, Measures::clean),
                List.copyOf(noisy),
                table.number("error with holes", cell, Measures::masked),
                table.number("error in holes", cell, Measures::holes),
                table.number("identity distance", cell, Measures::identityDistance),
                table.number("noise gain", cell, Measures::noiseGain),
                table.number("gain outside of the signal", cell, Measures::spuriousGain),
                table.number("largest gain", cell, Measures::largestGain),
                table.number("B along signal over others", cell, Measures::contrast),
                table.number("error on noisy input of the exact denoiser", cell, Measures::exactDenoiser),
                table.number("largest angle, degrees", cell, Measures::largestAngle),
                spectrum(table, cell, any.measures().spectrum().size()),
                least(table, cell));
    }

    /** The mean over the seeds, which differ in their rows. */
    private static LeastErrors least(RunTable table, Cell cell) {
        List<Double> noisy = new ArrayList<>();
        for (int i = 0; i < StudyDesign.TEST_NOISE.size(); i++) {
            int level = i;
            noisy.add(mean(table, cell, m -> m.least().noisy().get(level)));
        }
        return new LeastErrors(
                mean(table, cell, m -> m.least().clean()),
                noisy,
                mean(table, cell, m -> m.least().masked()),
                mean(table, cell, m -> m.least().energy()));
    }

    private static double mean(RunTable table, Cell cell, ToDoubleFunction<Measures> value) {
        return table.number("", cell, value).mean();
    }

    private static List<Double> spectrum(RunTable table, Cell cell, int length) {
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int at = i;
            ToDoubleFunction<Measures> value =
                    m -> at < m.spectrum().size() ? m.spectrum().get(at) : Double.NaN;
            means.add(table.number("singular value", cell, value).mean());
        }
        return List.copyOf(means);
    }
}
