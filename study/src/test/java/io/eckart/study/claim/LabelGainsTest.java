package io.eckart.study.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.StudyData;
import io.eckart.study.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelGainsTest {
    private static final List<Integer> COUNTS = List.of(5, 10, 20, 40, 80);

    @Test
    void aGainThatEndsHolds() {
        Evidence evidence = judged(.1, .08, .05, .02, .001);
        assertThat(evidence.verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void aGainThatLastsIsACondition() {
        assertThat(judged(.1, .08, .05, .04, .03).verdict()).isEqualTo(Verdict.HOLDS_UNDER);
    }

    @Test
    void noGainWithFewLabelsDoesNotHoldHoweverItEnds() {
        assertThat(judged(-.1, -.08, .05, .02, -.1).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(judged(.1, -.1, .05, .02, -.1).verdict()).isEqualTo(Verdict.VARIES);
    }

    @Test
    void theEndLiesBetweenTheNumbersOnALogarithmicScale() {
        // From 3 points with 20 labels to -1 with 40 it passes 1 point in the middle.
        assertThat(gains(.1, .1, .03, -.01, -.02).end("new", "old").mean())
                .isCloseTo(20 * Math.sqrt(2) / 10, within(1e-9));
        assertThat(gains(.1, .1, .1, .1, .1).end("new", "old").mean()).isEqualTo(8);
        assertThat(gains(0, 0, 0, 0, 0).end("new", "old").mean()).isEqualTo(0.5);
    }

    private static Evidence judged(double... gains) {
        Evidence evidence = new Evidence();
        gains(gains).judge(evidence, "new", "old");
        return evidence;
    }

    /** Three seeds with these gains give or take a thousandth that adds up to nothing. */
    private static LabelGains gains(double... gains) {
        List<Map<String, Double>> runs = IntStream.range(-1, 2)
                .mapToObj(seed -> {
                    Map<String, Double> run = new HashMap<>();
                    for (int i = 0; i < gains.length; i++) {
                        double off = gains[i] == 0 || Math.abs(gains[i]) == .1 ? 0 : seed * 1e-9;
                        run.put(LabelGains.at("old", COUNTS.get(i)), 0.5);
                        run.put(LabelGains.at("new", COUNTS.get(i)), 0.5 + gains[i] + off);
                    }
                    return run;
                })
                .toList();
        return new LabelGains(new SeedRuns(runs), 10, COUNTS, 10);
    }

    @Test
    void labelsShownAreAsManyAsAskedForAndOfEveryClass() {
        LabelledSample sample = sample(1000, 4);
        for (int count : sample.counts()) {
            Targets.Classes known = sample.reveal(count, new RandomStreams(1).stream("labels"));
            int[] shown = IntStream.of(known.of()).filter(c -> c >= 0).toArray();
            assertThat(shown).hasSize(count);
            assertThat(IntStream.of(shown).distinct().count()).isEqualTo(4);
            for (int i = 0; i < 1000; i++) {
                assertThat(known.of()[i]).isIn(-1, sample.labels()[i]);
            }
        }
    }

    @Test
    void numbersOfLabelsAreWithinTheRows() {
        assertThat(sample(1000, 4).counts()).containsExactly(5, 10, 20, 40, 80, 160, 320);
        assertThat(sample(100, 4).counts()).containsExactly(5, 10, 20, 40);
        assertThat(sample(1000, 7).counts()).startsWith(10, 20);
    }

    @Test
    void rowsThatAreTooFewOrHaveNoLabelsAreNotTaken() {
        assertThat(LabelledSample.of(data(sample(1000, 4)))).isPresent();
        assertThat(LabelledSample.of(data(sample(100, 4)))).isEmpty();
        LabelledSample some = sample(1000, 4);
        assertThat(LabelledSample.of(
                        new StudyData("rows", some.train(), some.test(), Optional.empty(), Optional.empty(), 2, false)))
                .isEmpty();
    }

    private static StudyData data(LabelledSample sample) {
        return new StudyData(
                "rows",
                sample.train(),
                sample.test(),
                Optional.of(sample.labels()),
                Optional.of(sample.testLabels()),
                2,
                false);
    }

    private static LabelledSample sample(int rows, int classes) {
        int[] labels = new int[rows];
        Arrays.setAll(labels, i -> i % classes);
        FloatMatrix values = FloatMatrix.zeros(rows, 20);
        return new LabelledSample("rows", values, labels, values, labels, classes);
    }
}
