package io.eckart.study.claim;

import io.eckart.study.Claim;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Collects the measurements for one claim, part by part, and judges it. A part speaks for the claim where the whole 95 % interval of
 * its number is on the right side of its border, against it where it is on the other side, and is unclear where the border lies
 * within. All parts for it: the claim holds. All against it: it does not. At least one for it: it holds under those. Else, some
 * unclear and none for it: it varies.
 *
 * <p>A control measures the same where the cause that the claim names is absent. Where it clearly shows what the claim promises all the
 * same, the claim does not hold, whatever its parts say.
 */
final class Evidence {
    private enum Answer {
        FOR,
        AGAINST,
        UNCLEAR
    }

    /** The number of figures in a verdict without a sentence about them. */
    private static final int MOST_NAMED = 4;

    private record Part(String where, MeasuredNumber number, Answer answer) {}

    private final List<MeasuredNumber> numbers = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    /** Nothing measured yet. */
    Evidence() {}

    private final List<String> failedControls = new ArrayList<>();

    /** Adds a number that is reported but not judged. */
    Evidence note(MeasuredNumber number) {
        numbers.add(number);
        return this;
    }

    /** A part that speaks for the claim where the number is below the border. */
    Evidence below(String where, MeasuredNumber number, double border) {
        return judged(where, number, number.below(border), number.above(border));
    }

    /** A part that speaks for the claim where the number is above the border. */
    Evidence above(String where, MeasuredNumber number, double border) {
        return judged(where, number, number.above(border), number.below(border));
    }

    /** A part that speaks for the claim where the number is within a range. */
    Evidence within(String where, MeasuredNumber number, double low, double high) {
        return judged(where, number, number.above(low) && number.below(high), number.below(low) || number.above(high));
    }

    /** A control that fails where the number is below the border. */
    Evidence controlAbove(String where, MeasuredNumber number, double border) {
        return control(where, number, number.below(border));
    }

    /** A control that fails where the number is above the border. */
    Evidence controlBelow(String where, MeasuredNumber number, double border) {
        return control(where, number, number.above(border));
    }

    private Evidence control(String where, MeasuredNumber number, boolean fails) {
        numbers.add(number);
        if (fails) {
            failedControls.add(where);
        }
        return this;
    }

    private Evidence judged(String where, MeasuredNumber number, boolean holds, boolean fails) {
        numbers.add(number);
        parts.add(new Part(where, number, holds ? Answer.FOR : fails ? Answer.AGAINST : Answer.UNCLEAR));
        return this;
    }

    Verdict verdict() {
        if (!failedControls.isEmpty()) {
            return Verdict.DOES_NOT_HOLD;
        }
        long holding = parts.stream().filter(part -> part.answer == Answer.FOR).count();
        if (holding == parts.size() && holding > 0) {
            return Verdict.HOLDS;
        }
        if (holding > 0) {
            return Verdict.HOLDS_UNDER;
        }
        boolean unclear = parts.isEmpty() || parts.stream().anyMatch(part -> part.answer == Answer.UNCLEAR);
        return unclear ? Verdict.VARIES : Verdict.DOES_NOT_HOLD;
    }

    /** In which parts. */
    String condition() {
        if (!failedControls.isEmpty()) {
            return "a control shows the same: " + String.join(", ", failedControls);
        }
        return switch (verdict()) {
            case HOLDS -> "in every part measured";
            case DOES_NOT_HOLD -> "in no part measured";
            case HOLDS_UNDER, VARIES ->
                List.of(list("for: ", Answer.FOR), list("against: ", Answer.AGAINST), list("unclear: ", Answer.UNCLEAR))
                        .stream()
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
        };
    }

    private String list(String intro, Answer answer) {
        String places = parts.stream()
                .filter(part -> part.answer == answer)
                .map(Part::where)
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "" : intro + places;
    }

    /** The claim with its verdict and the first of the numbers that were judged. */
    Claim claim(String id, String section, String sentence, String experiment) {
        String figures = parts.stream()
                .limit(MOST_NAMED)
                .map(part -> part.number().text())
                .collect(Collectors.joining("; "));
        return claim(id, section, sentence, experiment, figures);
    }

    /** The claim with its verdict, and with numbers that say more than the parts. */
    Claim claim(String id, String section, String sentence, String experiment, String figures) {
        return new Claim(id, section, sentence, experiment, numbers, verdict(), condition() + "; " + figures);
    }

    /** A number as text for a sentence. */
    static String text(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%s", value);
    }
}
