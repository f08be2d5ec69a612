package io.eckart.study;

import io.eckart.study.RunTable.Cell;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What the runs that differ in their seed alone have measured at one budget; errors are squared, per cell, in units of the scaled
 * features.
 *
 * @param k the code size
 * @param steps of gradient descent
 * @param noisy for each level of {@link StudyDesign#TEST_NOISE}
 * @param largestAngle in degrees; NaN for networks and for k at least d
 * @param spectrum mean singular values of B, descending; empty for networks
 * @param least what no linear map of the code size goes below
 */
public record CellSummary(
        String parameterization,
        String codeSize,
        int k,
        String corruption,
        String budget,
        int steps,
        MeasuredNumber clean,
        List<MeasuredNumber> noisy,
        MeasuredNumber masked,
        MeasuredNumber holes,
        MeasuredNumber identityDistance,
        MeasuredNumber noiseGain,
        MeasuredNumber largestAngle,
        List<Double> spectrum,
        LeastErrors least) {

    /** One for each cell that has a result, in the order of the results. */
    public static List<CellSummary> of(List<StudyResult> results, Map<Integer, LeastErrors> least) {
        RunTable table = new RunTable(results);
        Set<Cell> seen = new LinkedHashSet<>();
        List<CellSummary> summaries = new ArrayList<>();
        for (StudyResult result : results) {
            StudyRun run = result.run();
            Cell cell = new Cell(run.parameterization(), run.codeSize(), run.corruption(), result.budget());
            if (seen.add(cell)) {
                LeastErrors floor = Objects.requireNonNull(least.get(result.codeSize()));
                summaries.add(of(table, cell, result, floor));
            }
        }
        return List.copyOf(summaries);
    }

    private static CellSummary of(RunTable table, Cell cell, StudyResult any, LeastErrors least) {
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
                cell.budget().label(),
                any.steps(),
                table.number("clean error", cell, Measures::clean),
                List.copyOf(noisy),
                table.number("error with holes", cell, Measures::masked),
                table.number("error in holes", cell, Measures::holes),
                table.number("identity distance", cell, Measures::identityDistance),
                table.number("noise gain", cell, Measures::noiseGain),
                table.number("largest angle, degrees", cell, Measures::largestAngle),
                spectrum(table, cell, any.measures().spectrum().size()),
                least);
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
