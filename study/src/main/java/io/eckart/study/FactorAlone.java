package io.eckart.study;

import io.eckart.study.RunTable.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * One factor varied alone, all others where the base of the design stands: P1, {@code d' < k < d}, no corruption, late, input noise as in
 * training.
 *
 * @param factor which
 * @param level of it
 * @param base whether this is the base itself
 * @param noisy squared error per cell on noisy input
 */
public record FactorAlone(
        String factor,
        String level,
        boolean base,
        MeasuredNumber clean,
        MeasuredNumber noisy,
        MeasuredNumber holes,
        MeasuredNumber identityDistance) {
    private static final Cell BASE =
            new Cell(Parameterization.FREE, CodeSize.BETWEEN, TrainingCorruption.NONE, Budget.LATE);

    /** Every level of every factor. */
    public static List<FactorAlone> of(RunTable table) {
        List<FactorAlone> all = new ArrayList<>();
        int usual = StudyDesign.TEST_NOISE.indexOf(StudyDesign.NOISE);
        for (Parameterization form : Parameterization.values()) {
            Cell cell = new Cell(form, BASE.size(), BASE.corruption(), BASE.budget());
            all.add(of(table, "parameterization", form.label(), cell, usual));
        }
        for (CodeSize size : CodeSize.crossed()) {
            Cell cell = new Cell(BASE.form(), size, BASE.corruption(), BASE.budget());
            all.add(of(table, "code size", size.label(), cell, usual));
        }
        for (TrainingCorruption corruption : TrainingCorruption.values()) {
            Cell cell = new Cell(BASE.form(), BASE.size(), corruption, BASE.budget());
            all.add(of(table, "corruption", corruption.label(), cell, usual));
        }
        for (Budget budget : Budget.values()) {
            Cell cell = new Cell(BASE.form(), BASE.size(), BASE.corruption(), budget);
            all.add(of(table, "budget", budget.label(), cell, usual));
        }
        for (int i = 0; i < StudyDesign.TEST_NOISE.size(); i++) {
            all.add(of(table, "test noise", String.valueOf(StudyDesign.TEST_NOISE.get(i)), BASE, i));
        }
        return List.copyOf(all);
    }

    private static FactorAlone of(RunTable table, String factor, String level, Cell cell, int noise) {
        return new FactorAlone(
                factor,
                level,
                cell.equals(BASE) && StudyDesign.TEST_NOISE.get(noise) == StudyDesign.NOISE,
                table.number("clean error", cell, Measures::clean),
                table.number("error on noisy input", cell, m -> m.noisy().get(noise)),
                table.number("error in holes", cell, Measures::holes),
                table.number("identity distance", cell, Measures::identityDistance));
    }
}
