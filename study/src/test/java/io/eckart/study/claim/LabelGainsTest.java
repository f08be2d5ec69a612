package io.eckart.study.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Targets;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Claim;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudyData;
import io.eckart.study.Verdict;
import io.eckart.study.judgement.Answers;
import io.eckart.study.judgement.Judgement;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelGainsTest {
    private static final List<Integer> COUNTS = List.of(5, 10, 20, 40, 80);

    @Test
    void aGainWithFewLabelsThatShrinksHolds() {
        assertThat(judged(.1, .08, .05, .02, .02).verdict()).isEqualTo(Verdict.HOLDS);
    }

    /** What helps as much with many labels helps for another reason. */
    @Test
    void aGainThatLastsDoesNotHold() {
        assertThat(judged(.1, .08, .05, .04, .1).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void noGainWithFewLabelsDoesNotHoldHoweverItEnds() {
        assertThat(judged(-.1, -.08, .05, .02, -.3).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    /** Three seeds with these gains. */
    private static Claim judged(double... gains) {
        PlannedClaim.Builder<SeedRuns> builder =
                new PlannedClaim.Builder<>("id", "15", "sentence", MeasuredOn.generated("rows"));
        new LabelGains(10, COUNTS, 10).add(builder, "new", "old");
        PlannedClaim<SeedRuns> claim = builder.from(setting -> new SeedRuns(List.of()));
        return Judgement.of(claim.plan(), claim.read(Answers.of(name -> {
            String[] parts = name.split(", | labels", -1);
            return .5 + (parts[0].equals("new") ? gains[COUNTS.indexOf(Integer.valueOf(parts[1]))] : 0);
        })));
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
        assertThat(LabelledSample.of(new StudyData(
                        "rows",
                        some.train(),
                        some.test(),
                        Optional.empty(),
                        Optional.empty(),
                        2,
                        Collections.nCopies(20, 0.0),
                        false)))
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
                Collections.nCopies(20, 0.0),
                false);
    }

    private static LabelledSample sample(int rows, int classes) {
        int[] labels = new int[rows];
        Arrays.setAll(labels, i -> i % classes);
        FloatMatrix values = FloatMatrix.zeros(rows, 20);
        return new LabelledSample(MeasuredOn.generated("rows"), values, labels, values, labels, classes);
    }
}
