package io.eckart.study.judgement;

import io.eckart.study.Border;
import io.eckart.study.Claim;
import io.eckart.study.ClaimPlan;
import io.eckart.study.ClaimSetting;
import io.eckart.study.Evidence;
import io.eckart.study.Evidence.Answer;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a claim by what was measured. The numbers of all settings and controls are compared with their borders at 5 % for all of
 * them together (Holm). A setting is for the claim where its whole interval is on the claim's side of the border, against it where it is
 * on the other side, or where a control that covers it clearly shows the effect.
 */
public final class Judgement {
    private static final double ALPHA = 0.05;

    private final ClaimPlan plan;
    private final Measurements measured;

    private Judgement(ClaimPlan plan, Measurements measured) {
        this.plan = plan;
        this.measured = measured;
    }

    public static Claim of(ClaimPlan plan, Measurements measured) {
        return new Judgement(plan, measured).claim();
    }

    private Claim claim() {
        List<Evidence> all = compared();
        List<Evidence> controls = all.subList(plan.settings().size(), all.size());
        List<Evidence> shown =
                controls.stream().filter(e -> e.answer() == Answer.FOR).toList();
        List<Evidence> settings = all.subList(0, plan.settings().size()).stream()
                .map(evidence -> isCovered(evidence, shown) ? evidence.with(Answer.AGAINST) : evidence)
                .toList();
        Verdict verdict = verdict(settings);
        return new Claim(
                plan,
                settings,
                controls,
                notes(),
                verdict,
                summary(verdict, settings),
                verdict == Verdict.HOLDS_IN_SOME ? new Dependence(settings).factors() : List.of(),
                reason(settings, shown),
                deciding(settings));
    }

    private static boolean isCovered(Evidence evidence, List<Evidence> controls) {
        return controls.stream().anyMatch(control -> control.setting().covers(evidence.setting()));
    }

    private List<MeasuredNumber> notes() {
        List<MeasuredNumber> notes = new ArrayList<>();
        measured.notes().forEach((name, values) -> {
            if (!values.isEmpty()) {
                notes.add(MeasuredNumber.of(name, Measurements.array(values)));
            }
        });
        return notes;
    }

    private List<Evidence> compared() {
        List<ClaimSetting> compared = Stream.concat(plan.settings().stream(), plan.controls().stream())
                .toList();
        List<SeedMean> means = compared.stream().map(this::mean).toList();
        double[] probabilities = new double[means.size()];
        Arrays.setAll(
                probabilities,
                i -> means.get(i).probability(scaled(compared.get(i).border())));
        double[] levels = Holm.levels(probabilities, ALPHA);
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < levels.length; i++) {
            evidence.add(evidence(compared.get(i), means.get(i), levels[i]));
        }
        return evidence;
    }

    private SeedMean mean(ClaimSetting setting) {
        double[] values = measured.of(setting.name());
        return SeedMean.of(plan.ratio() ? Arrays.stream(values).map(Math::log).toArray() : values);
    }

    private Border scaled(Border border) {
        return plan.ratio()
                ? new Border(
                        border.low() > 0 ? Math.log(border.low()) : Double.NEGATIVE_INFINITY, Math.log(border.high()))
                : border;
    }

    private Evidence evidence(ClaimSetting setting, SeedMean mean, double level) {
        Border border = scaled(setting.border());
        double half = mean.halfWidth(level);
        Answer answer = mean.isFor(border, level)
                ? Answer.FOR
                : mean.isAgainst(border, level) ? Answer.AGAINST : Answer.UNDECIDED;
        return new Evidence(
                setting,
                plain(mean.mean()),
                plain(mean.mean() - half),
                plain(mean.mean() + half),
                mean.seeds(),
                1 - level,
                answer);
    }

    private double plain(double value) {
        return plan.ratio() ? Math.exp(value) : value;
    }

    private static long count(List<Evidence> settings, Answer answer) {
        return settings.stream().filter(e -> e.answer() == answer).count();
    }

    static Verdict verdict(List<Evidence> settings) {
        long holding = count(settings, Answer.FOR);
        long decided = holding + count(settings, Answer.AGAINST);
        if (holding == settings.size()) {
            return Verdict.HOLDS;
        }
        if (2 * decided < settings.size()) {
            return Verdict.UNDECIDED;
        }
        return holding == 0 ? Verdict.DOES_NOT_HOLD : Verdict.HOLDS_IN_SOME;
    }

    private static String summary(Verdict verdict, List<Evidence> settings) {
        return switch (verdict) {
            case HOLDS, DOES_NOT_HOLD, UNDECIDED -> verdict.label();
            case HOLDS_IN_SOME -> "holds in " + count(settings, Answer.FOR) + " of " + settings.size() + " settings";
        };
    }

    private static String reason(List<Evidence> settings, List<Evidence> shown) {
        String controls = shown.isEmpty() ? "" : "; a control shows the same: " + names(shown);
        String answers = Stream.of(Answer.values())
                .filter(answer -> count(settings, answer) > 0)
                .map(answer -> switch (answer) {
                            case FOR -> "for: ";
                            case AGAINST -> "against: ";
                            case UNDECIDED -> "undecided: ";
                        }
                        + names(settings.stream()
                                .filter(e -> e.answer() == answer)
                                .toList()))
                .collect(Collectors.joining("; "));
        return answers + controls;
    }

    private static String names(List<Evidence> evidence) {
        return evidence.stream().map(e -> e.setting().name()).collect(Collectors.joining(" | "));
    }

    /** Where the border is nearest, measured in the widths of the interval. */
    private Evidence deciding(List<Evidence> settings) {
        return settings.stream().min(Comparator.comparingDouble(this::distance)).orElseThrow();
    }

    private double distance(Evidence evidence) {
        SeedMean mean = mean(evidence.setting());
        Border border = scaled(evidence.setting().border());
        double away = Math.min(Math.abs(mean.mean() - border.low()), Math.abs(mean.mean() - border.high()));
        return Double.isNaN(away) ? Double.MAX_VALUE : away / Math.max(mean.error(), Double.MIN_NORMAL);
    }
}
