package io.eckart.cli.text;

import io.eckart.study.CellSummary;
import io.eckart.study.Claim;
import io.eckart.study.FactorAlone;
import io.eckart.study.FactorContrast;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Study;
import io.eckart.study.VarianceShare;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A study as text: the design, what each factor does, the claims. */
public final class StudyText {
    private static final int MOST_SHARES = 6;
    private static final int WIDTH = 118;

    private StudyText() {}

    public static String of(Study study, @Nullable Path folder) {
        Lines text = new Lines();
        design(text, study);
        cells(text, study);
        alone(text, study);
        shares(text, study);
        claims(text, study);
        verdicts(text, study);
        if (folder != null) {
            text.add();
            text.add("settings.csv, results.csv, curves.csv and claims.csv in %s", folder);
        }
        return text.toString();
    }

    private static void design(Lines text, Study study) {
        text.add("%s: %s", study.data(), study.sampling());
        text.add(
                "%,d rows to learn from, %,d held out; d = %d, d' = %d (%s)",
                study.trainRows(),
                study.testRows(),
                study.features(),
                study.intrinsicDimension(),
                study.generated() ? "planted" : "directions above chance");
        text.add(
                "%,d of %,d runs, %d seeds; noise %s and test noise %s in units of the root mean square cell, %s of the cells hidden",
                study.runs(),
                study.plannedRuns(),
                study.seeds(),
                study.trainingNoise(),
                study.testNoise(),
                study.hidden());
    }

    private static void cells(Lines text, Study study) {
        List<CellSummary> late = study.cells().stream()
                .filter(cell ->
                        cell.budget().equals("late") && cell.corruption().equals("none"))
                .toList();
        if (late.isEmpty()) {
            return;
        }
        text.add();
        text.add(
                "trained on clean rows, %,d steps (squared error per cell; in brackets the least of any linear map)",
                late.getFirst().steps());
        text.add(
                "%-11s %-10s %3s %19s %19s %9s %9s %7s",
                "form", "code", "k", "clean", "noisy", "in holes", "identity", "gain");
        int usual = study.testNoise().indexOf(study.trainingNoise());
        for (CellSummary cell : late) {
            text.add(
                    "%-11s %-10s %3d %9.4f (%7.4f) %9.4f (%7.4f) %9.4f %9.4f %7.2f",
                    cell.parameterization(),
                    cell.codeSize(),
                    cell.k(),
                    cell.clean().mean(),
                    cell.least().clean(),
                    cell.noisy().get(usual).mean(),
                    cell.least().noisy().get(usual),
                    cell.holes().mean(),
                    cell.identityDistance().mean(),
                    cell.noiseGain().mean());
        }
    }

    private static void alone(Lines text, Study study) {
        text.add();
        text.add("each factor alone (* the base)");
        text.add("%-17s %-11s %18s %18s %18s", "factor", "level", "clean", "noisy", "identity distance");
        for (FactorAlone level : study.alone()) {
            text.add(
                    "%-17s %-11s %18s %18s %18s%s",
                    level.factor(),
                    level.level(),
                    number(level.clean()),
                    number(level.noisy()),
                    number(level.identityDistance()),
                    level.base() ? " *" : "");
        }
    }

    private static void shares(Lines text, Study study) {
        study.shares().stream()
                .collect(Collectors.groupingBy(
                        share -> share.response() + ", " + share.scope(), LinkedHashMap::new, Collectors.toList()))
                .forEach((varies, shares) -> addShares(text, varies, shares));
        text.add();
        text.add("differences between levels, P4, all other factors averaged over");
        for (FactorContrast contrast : study.contrasts()) {
            text.add("  %-34s %-32s %s", contrast.response(), contrast.what(), number(contrast.difference()));
        }
    }

    private static void addShares(Lines text, String varies, List<VarianceShare> shares) {
        text.add();
        text.add("%s: shares of the variance", varies);
        shares.stream()
                .sorted(Comparator.comparingDouble(
                                (VarianceShare share) -> share.share().mean())
                        .reversed())
                .limit(MOST_SHARES)
                .forEach(share -> text.add(
                        "  %-32s %5.1f %% +- %.1f",
                        share.source(),
                        100 * share.share().mean(),
                        100 * share.share().halfWidth()));
    }

    private static void claims(Lines text, Study study) {
        for (Claim claim : study.claims()) {
            text.add();
            text.add("%s (%s): %s", claim.id(), claim.section(), claim.verdict().label());
            wrapped(text, claim.sentence());
            wrapped(text, claim.experiment());
            wrapped(text, claim.condition());
            for (MeasuredNumber number : claim.numbers()) {
                text.add("    %-88s %s", number.name(), number(number));
            }
        }
    }

    private static void verdicts(Lines text, Study study) {
        if (study.claims().isEmpty()) {
            return;
        }
        text.add();
        text.add("%-30s %-8s %s", "claim", "section", "verdict");
        for (Claim claim : study.claims()) {
            text.add(
                    "%-30s %-8s %s",
                    claim.id(), claim.section(), claim.verdict().label());
        }
    }

    private static void wrapped(Lines text, String sentence) {
        StringBuilder row = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (row.length() + word.length() > WIDTH) {
                text.add("  %s", row);
                row.setLength(0);
            }
            row.append(row.isEmpty() ? "" : " ").append(word);
        }
        text.add("  %s", row);
    }

    private static String number(MeasuredNumber number) {
        if (Double.isNaN(number.mean())) {
            return "-";
        }
        return String.format(Locale.ROOT, "%.4g +- %.2g", number.mean(), number.halfWidth());
    }
}
