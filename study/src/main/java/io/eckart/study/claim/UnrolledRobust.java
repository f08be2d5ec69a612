package io.eckart.study.claim;

import io.eckart.study.Budget;
import io.eckart.study.Claim;
import io.eckart.study.ClaimTest;
import io.eckart.study.CodeSize;
import io.eckart.study.Evidence;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.RunTable.Cell;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.result.Experiment;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** P4 is more robust to noise in its input than P1 to P3, none of them having seen noise in training. */
record UnrolledRobust(Experiment experiment) implements ClaimTest {
    private static final Parameterization UNROLLED = Parameterization.UNROLLED_10;

    @Override
    public String id() {
        return "unrolled-robust";
    }

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        for (CodeSize size : CodeSize.crossed()) {
            for (Budget budget : Budget.values()) {
                for (Parameterization form : Parameterization.direct()) {
                    String where = size.label() + " " + budget.label() + " against " + form.label();
                    evidence.below(
                            where,
                            experiment
                                    .runs()
                                    .logRatio(
                                            "log10 ratio of errors on noisy input, " + where,
                                            cell(UNROLLED, size, budget),
                                            cell(form, size, budget),
                                            Measures::denoised),
                            0);
                }
            }
        }
        for (Parameterization form : List.of(UNROLLED, Parameterization.FREE, Parameterization.SHARED)) {
            evidence.note(spectrum(
                    form, "largest singular value of B", m -> m.spectrum().getFirst()));
            evidence.note(spectrum(
                    form, "smallest singular value of B", m -> m.spectrum().getLast()));
        }
        return evidence.claim(
                id(),
                "15.4.3",
                "P4 ignores badly conditioned directions, and so is more robust to noise than P1 to P3 without"
                        + " augmentation.",
                UNROLLED.label() + " against each of P1 to P3 of the same code size and budget, trained on clean rows;"
                        + " input noise of half the root mean square cell");
    }

    private static Cell cell(Parameterization form, CodeSize size, Budget budget) {
        return new Cell(form, size, TrainingCorruption.NONE, budget);
    }

    private MeasuredNumber spectrum(Parameterization form, String what, ToDoubleFunction<Measures> of) {
        ToDoubleFunction<Measures> orNaN = m -> m.spectrum().isEmpty() ? Double.NaN : of.applyAsDouble(m);
        return experiment
                .runs()
                .number(what + ", d' < k < d late, " + form.label(), cell(form, CodeSize.BETWEEN, Budget.LATE), orNaN);
    }
}
