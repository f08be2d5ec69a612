package io.eckart.cli.text;

import io.eckart.model.fitted.RowScore;
import io.eckart.task.score.OddRow;
import io.eckart.task.score.ScoreFindings;
import java.util.List;
import java.util.Locale;

/** The oddest rows, and the columns that make them odd. */
final class OddRowText {
    private static final int SHOWN = 8;
    private static final int COLUMNS = 3;
    /** A column that has less of the oddness is not named, unless it is the first. */
    private static final double SHARE = 0.05;

    private OddRowText() {}

    static String of(ScoreFindings found) {
        List<OddRow> rows = found.oddest(SHOWN);
        if (rows.isEmpty()) {
            return "";
        }
        Lines text = new Lines().add();
        text.add("oddest rows by %s%s", found.score().label(), scale(found.score()));
        for (OddRow row : rows) {
            text.add(
                    "row %,d%s: %s%s",
                    row.row(),
                    ClusterText.kept(found.kept(), row.kept()),
                    Summary.brief(row.score()),
                    row.flagged() ? "" : found.threshold().isPresent() ? ", below the threshold" : "");
            text.addWrapped("  ", "  ", "; ", columns(row));
        }
        if (found.odd() > rows.size()) {
            text.add("and %,d more above the threshold", found.odd() - rows.size());
        }
        return text.toString();
    }

    private static String scale(RowScore score) {
        return score == RowScore.SUM ? " (0 is ordinary, above 3 is rare)" : "";
    }

    private static List<String> columns(OddRow row) {
        return row.columns().stream()
                .filter(part ->
                        part.share() >= SHARE || part.equals(row.columns().getFirst()))
                .limit(COLUMNS)
                .map(part -> words(part, row.reason()))
                .toList();
    }

    private static String words(OddRow.Part part, OddRow.Reason reason) {
        String what = switch (reason) {
            case DOES_NOT_FIT -> "would fit";
            case FAR_OUT -> part.expected() instanceof Double ? "is the mean" : "is the commonest";
        };
        return String.format(
                Locale.ROOT,
                "%s %s where %s %s",
                part.column(),
                Summary.brief(part.value()),
                Summary.brief(part.expected()),
                what);
    }
}
