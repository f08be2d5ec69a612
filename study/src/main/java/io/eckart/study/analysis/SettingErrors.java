package io.eckart.study.analysis;

import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.LeastErrors;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.SettingError;
import io.eckart.study.Start;
import io.eckart.study.StudyDesign;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.analysis.RunTable.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Makes the table of settings by parameterizations. */
public final class SettingErrors {
    /** A floor below this part of the energy is zero except for rounding. */
    private static final double ZERO = 1e-9;

    /** What is trained on what, and measured how. */
    private enum Task {
        NONE(TrainingCorruption.NONE, "clean"),
        ROBUST(TrainingCorruption.NONE, "noise"),
        NOISE(TrainingCorruption.GAUSSIAN, "noise"),
        MASKS(TrainingCorruption.MASKS, "masks");

        private final TrainingCorruption training;
        private final String input;

        Task(TrainingCorruption training, String input) {
            this.training = training;
            this.input = input;
        }

        double error(Measures measures) {
            return switch (this) {
                case NONE -> measures.clean();
                case ROBUST, NOISE -> measures.denoised();
                case MASKS -> measures.masked();
            };
        }

        double floor(LeastErrors least) {
            return switch (this) {
                case NONE -> least.clean();
                case ROBUST, NOISE -> least.denoised();
                case MASKS -> least.masked();
            };
        }
    }

    /** All places, task by task. */
    public static List<SettingError> of(RunTable table, StudyDesign design) {
        List<SettingError> all = new ArrayList<>();
        for (Task task : Task.values()) {
            for (CodeSize size : CodeSize.crossed()) {
                int k = design.codeSize(size);
                for (Parameterization form : Parameterization.values()) {
                    for (Start start : form.starts()) {
                        Cell cell = new Cell(form, size, task.training, start, Budget.LATE);
                        if (table.values(cell, task::error).length > 0) {
                            all.add(of(task, cell, k, table));
                        }
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private SettingErrors() {}

    private static SettingError of(Task task, Cell cell, int k, RunTable table) {
        double[] shares =
                table.values(cell, m -> task.floor(m.least()) / m.least().energy());
        boolean zero = Arrays.stream(shares).noneMatch(share -> share > ZERO);
        ToDoubleFunction<Measures> ratio =
                m -> task.error(m) / (zero ? m.least().energy() : task.floor(m.least()));
        return new SettingError(
                task.name().toLowerCase(Locale.ROOT),
                task.training.label(),
                task.input,
                cell.size().label(),
                k,
                cell.form().label(),
                cell.start().label(),
                table.number(zero ? "error over the energy" : "error over the exact floor", cell, ratio),
                zero);
    }
}
