package io.eckart.cli;

import io.eckart.data.synthetic.LowRank;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.study.Study;
import io.eckart.study.StudyData;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyRows;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;
import io.eckart.study.run.StudyRunner;
import io.eckart.training.TrainingListener;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A whole study of few rows, seeds and steps: all that a page can show of one, in the time that a test has. */
public final class SmallStudy {
    private SmallStudy() {}

    public static Study run() {
        return run(TrainingListener.SILENT);
    }

    /** The same for a listener, which gets its events. */
    public static Study run(TrainingListener listener) {
        FloatMatrix all = new LowRank(120, 5, List.of(4.0, 1.0), .2, 1)
                .generate()
                .values()
                .toFloat();
        StudyData data = new StudyData(
                "few rows",
                all.copyRows(40, 120),
                all.copyRows(0, 40),
                Optional.empty(),
                Optional.empty(),
                2,
                Collections.nCopies(5, 0.0),
                true);
        try (Workers workers = Workers.of(2)) {
            StudySetting setting =
                    new StudySetting(data, StudyScale.QUICK, new RandomStreams(7), workers, listener, () -> false);
            StudyDesign design = new StudyDesign(5, 2, 1, 2, 20, 60, 100);
            return StudyRunner.experiment(new StudyRows(data, "all of them"), setting, design);
        }
    }
}
