package io.eckart.study;

import java.util.List;

/**
 * A sentence about self-supervision that was put to the test.
 *
 * @param id a short name in kebab case, the same in every run
 * @param section the section of the lecture notes, as in {@code 15.4.2}
 * @param sentence what is claimed
 * @param experiment what was run, on which data, so that a reader could repeat it
 * @param numbers what was measured, at least one
 * @param verdict what the numbers say of the sentence
 * @param condition in which part it holds where it holds in part, else why the verdict is as it is; one sentence
 */
public record Claim(
        String id,
        String section,
        String sentence,
        String experiment,
        List<MeasuredNumber> numbers,
        Verdict verdict,
        String condition) {

    /** @throws IllegalArgumentException if there are no numbers */
    public Claim {
        numbers = List.copyOf(numbers);
        if (numbers.isEmpty()) {
            throw new IllegalArgumentException("a claim needs a number: " + id);
        }
    }

    /** The same with other numbers. */
    public Claim withNumbers(List<MeasuredNumber> others) {
        return new Claim(id, section, sentence, experiment, others, verdict, condition);
    }
}
