package io.eckart.cli.text;

import io.eckart.report.result.RowOutput;
import io.eckart.task.score.ScoreFindings;

/** Rows that were written to a file, as a short table. */
public final class RowOutputText {
    private RowOutputText() {}

    public static String of(RowOutput output) {
        return summary(output).text();
    }

    /** Scores, and what was found with them. */
    public static String of(RowOutput output, ScoreFindings found) {
        Summary summary = summary(output);
        found.threshold()
                .ifPresent(threshold -> summary.add("odd rows", found.odd())
                        .add("threshold of " + threshold.score().label(), threshold.value()));
        found.areasUnderRoc()
                .forEach((score, area) -> summary.add("area under ROC, " + score.label(), area.doubleValue()));
        return summary.text() + OddRowText.of(found);
    }

    private static Summary summary(RowOutput output) {
        Summary summary = new Summary()
                .add(output.content(), output.written())
                .add("rows", output.rows())
                .add("columns", output.columns());
        if (!output.kept().isEmpty()) {
            summary.add("kept", String.join(", ", output.kept()));
        }
        return summary;
    }
}
