package io.eckart.cli.text;

import io.eckart.study.Claim;
import io.eckart.study.Evidence;
import io.eckart.study.FactorContrast;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.SettingError;
import io.eckart.study.Study;
import io.eckart.study.VarianceShare;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A study as text: the design, errors in every setting, what each factor does, the claims. */
public final class StudyText {
    private static final int MOST_SHARES = 6;
    private static final int WIDTH = 118;

    private StudyText() {}

    public static String of(Study study, @Nullable Path folder) {
        Lines text = new Lines();
        design(text, study);
        errors(text, study);
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

    /** A row for each setting, a column for each form. */
    private static void errors(Lines text, Study study) {
        study.errors().stream()
                .collect(Collectors.groupingBy(SettingError::task, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(errors -> addErrors(text, errors));
    }

    private static void addErrors(Lines text, List<SettingError> errors) {
        List<String> forms =
                errors.stream().map(SettingError::parameterization).distinct().toList();
        SettingError first = errors.getFirst();
        text.add();
        text.add(
                "trained on %s, input %s: error over the exact floor (* over the energy, as the floor is zero)",
                first.training(), first.input());
        text.add(
                "%-18s %s",
                "",
                forms.stream()
                        .map(form -> String.format(Locale.ROOT, "%10s", form))
                        .collect(Collectors.joining()));
        errors.stream()
                .collect(Collectors.groupingBy(
                        error -> error.codeSize() + " " + error.start(), LinkedHashMap::new, Collectors.toList()))
                .forEach((setting, row) -> text.add(
                        "%-18s %s",
                        setting, forms.stream().map(form -> cell(row, form)).collect(Collectors.joining())));
    }

    private static String cell(List<SettingError> row, String form) {
        return row.stream()
                .filter(error -> error.parameterization().equals(form))
                .findFirst()
                .map(error ->
                        String.format(Locale.ROOT, "%9.3f%s", error.ratio().mean(), error.floorIsZero() ? "*" : " "))
                .orElse(" ".repeat(10));
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
            text.add("%s (%s): %s", claim.id(), claim.plan().section(), claim.summary());
            wrapped(text, claim.plan().sentence());
            claim.dependsOn().forEach(sentence -> wrapped(text, sentence));
            wrapped(text, claim.plan().experiment());
            wrapped(text, "measured: " + claim.plan().measure());
            wrapped(text, "control: " + claim.plan().control());
            claim.settings().forEach(evidence -> evidence(text, "", evidence));
            claim.controls().forEach(evidence -> evidence(text, "control: ", evidence));
            claim.notes().forEach(note -> text.add("    %-88s %s", note.name(), number(note)));
        }
    }

    private static void evidence(Lines text, String role, Evidence evidence) {
        text.add(
                "    %-9s %-78s %10.4g (%.4g to %.4g), %s",
                evidence.answer().name().toLowerCase(Locale.ROOT),
                role + evidence.setting().name(),
                evidence.mean(),
                evidence.low(),
                evidence.high(),
                evidence.setting().border().text());
    }

    private static void verdicts(Lines text, Study study) {
        if (study.claims().isEmpty()) {
            return;
        }
        text.add();
        text.add("%-33s %-8s %-29s %s", "claim", "section", "verdict", "measured on");
        for (Claim claim : study.claims()) {
            text.add(
                    "%-33s %-8s %-29s %s",
                    claim.id(),
                    claim.plan().section(),
                    claim.summary(),
                    claim.deciding().setting().measuredOn().rows());
            claim.dependsOn().forEach(sentence -> text.add("%-42s %s", "", sentence));
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
