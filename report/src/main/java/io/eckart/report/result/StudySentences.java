package io.eckart.report.result;

import io.eckart.study.CellSummary;
import io.eckart.study.Curve;
import io.eckart.study.CurveFigure;
import io.eckart.study.Study;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** What each picture of a study shows, in a sentence with the numbers of this study; empty where it was cut off before. */
record StudySentences(Study study) {
    private static final double NEAR_IDENTITY = 0.1;
    private static final double CLEARLY = 1.05;
    private static final int TRAINED_DEPTH = 10;

    /** A given B used with other depths. */
    String depthOfUse() {
        return curve(CurveFigure.USED, "P4 T=10", "late")
                .map(StudySentences::depthOfUse)
                .orElse("");
    }

    private static String depthOfUse(Curve curve) {
        Curve.Point best = curve.points().stream()
                .min(Comparator.comparingDouble(point -> point.y().mean()))
                .orElseThrow();
        return "A B trained with ten inner steps from a large start is least disturbed by noise when it is used with "
                + count(best.x())
                + ": " + ratio(best.y().mean()) + " times the least error that is possible, against "
                + ratio(at(curve, TRAINED_DEPTH)) + " with its own ten. "
                + (best.x() < TRAINED_DEPTH
                        ? "Fewer inner steps let badly conditioned directions through less."
                        : "Here fewer inner steps do not help.");
    }

    /** How long P1 and the deepest P4 take to become the identity. */
    String identity() {
        Optional<Curve> free = curve(CurveFigure.IDENTITY, "P1 free", "");
        Optional<Curve> deep = curve(CurveFigure.IDENTITY, "P4 T=30", "");
        return free.isEmpty() || deep.isEmpty()
                ? ""
                : "From a large start P1 " + nearIdentity(free.get()) + ", P4 with 30 inner steps "
                        + nearIdentity(deep.get())
                        + ". No form prevents it: every filter factor of P4 can be exactly 1.";
    }

    private static String nearIdentity(Curve curve) {
        OptionalDouble steps = curve.points().stream()
                .filter(point -> point.y().mean() < NEAR_IDENTITY)
                .mapToDouble(Curve.Point::x)
                .findFirst();
        Curve.Point last = curve.points().getLast();
        return steps.isPresent()
                ? "is within " + NEAR_IDENTITY + " of the identity after " + count(steps.getAsDouble()) + " steps"
                : "is still " + ratio(last.y().mean()) + " away from it after " + count(last.x());
    }

    /** The best size of a code without and with noise in training. */
    String noise() {
        List<CellSummary> clean = late("P4 T=10", "none");
        List<CellSummary> trained = late("P4 T=10", "gaussian");
        if (clean.isEmpty() || trained.isEmpty()) {
            return "";
        }
        CellSummary best =
                clean.stream().min(Comparator.comparingDouble(this::noisy)).orElseThrow();
        CellSummary widest = clean.getLast();
        return "Trained on clean rows, P4 removes most noise with a code of k = " + best.k() + "; at k = " + widest.k()
                + " its error is " + ratio(noisy(widest) / noisy(best))
                + " times as large. Trained with noise its error at k = "
                + trained.getLast().k() + " is " + ratio(noisy(trained.getLast()) / least(trained.getLast()))
                + " times the least of any linear map. P2 can only project, so noise in training does not change its optimum.";
    }

    /** What it is worth to know which cells are hidden. */
    String masks() {
        List<String> forms = List.of("P4 T=10", "P4 T=1", "P1 free");
        List<String> costs = forms.stream()
                .map(form -> holes(form, "zeros") / holes(form, "masks"))
                .filter(Double::isFinite)
                .map(StudySentences::ratio)
                .toList();
        return costs.size() < forms.size()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Zeros in the place of hidden cells cost P4 with ten inner steps %s times the error in them, with one inner step"
                                + " %s, and P1 %s. From its second inner step on P4 can leave hidden cells out of its residual.",
                        costs.toArray());
    }

    private double holes(String form, String corruption) {
        return late(form, corruption).stream()
                .filter(cell -> cell.codeSize().equals("d' < k < d"))
                .mapToDouble(cell -> cell.holes().mean())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** What the best moment to stop is worth, from both starts. */
    String outerStopping() {
        DoubleSummaryStatistics small = leastAlong("small");
        DoubleSummaryStatistics large = leastAlong("large");
        if (small.getCount() == 0 || large.getCount() == 0) {
            return "";
        }
        return "Stopped at the best moment, descents from a small start come to " + ratio(small.getMin()) + " to "
                + ratio(small.getMax()) + " times the least error that is possible, from a large start "
                + ratio(large.getMin())
                + " to " + ratio(large.getMax()) + ". "
                + (large.getMin() > CLEARLY * small.getMax()
                        ? "What stopping early is worth depends on where the descent began."
                        : "Here it matters little where the descent began.");
    }

    private DoubleSummaryStatistics leastAlong(String start) {
        return StudyPictures.shown(study, CurveFigure.NOISY, start, StudyPictures.HELD_OUT)
                .mapToDouble(curve -> curve.points().stream()
                        .mapToDouble(point -> point.y().mean())
                        .min()
                        .orElse(Double.POSITIVE_INFINITY))
                .filter(Double::isFinite)
                .summaryStatistics();
    }

    /** From a large start. */
    private Optional<Curve> curve(CurveFigure figure, String form, String variant) {
        return StudyPictures.shown(study, figure, "large", variant)
                .filter(curve -> curve.parameterization().equals(form))
                .filter(curve -> !curve.points().isEmpty())
                .findFirst();
    }

    private static double at(Curve curve, double x) {
        return curve.points().stream()
                .filter(point -> point.x() == x)
                .mapToDouble(point -> point.y().mean())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** By code size, from a large start, late. */
    private List<CellSummary> late(String form, String corruption) {
        return study.cells().stream()
                .filter(cell -> cell.parameterization().equals(form)
                        && cell.corruption().equals(corruption)
                        && cell.budget().equals("late")
                        && cell.start().equals("large"))
                .sorted(Comparator.comparingInt(CellSummary::k))
                .toList();
    }

    private double noisy(CellSummary cell) {
        return cell.noisy().get(usualNoise()).mean();
    }

    private double least(CellSummary cell) {
        return cell.least().noisy().get(usualNoise());
    }

    private int usualNoise() {
        return study.testNoise().indexOf(study.trainingNoise());
    }

    private static String ratio(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.3g" : "%.0f", value);
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }
}
