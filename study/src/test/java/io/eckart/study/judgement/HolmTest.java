package io.eckart.study.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HolmTest {
    private static boolean[] significant(double... probabilities) {
        double[] levels = Holm.levels(probabilities, .05);
        boolean[] significant = new boolean[levels.length];
        for (int i = 0; i < levels.length; i++) {
            significant[i] = probabilities[i] <= levels[i];
        }
        return significant;
    }

    /** The example of Holm's procedure: .01 against .05/4, .02 against .05/3 fails, and so do all that are larger. */
    @Test
    void agreesWithStepsByHand() {
        assertThat(significant(.04, .01, .03, .02)).containsExactly(false, true, false, false);
        assertThat(significant(.012, .01, .02, .04)).containsExactly(true, true, true, true);
        assertThat(Holm.levels(new double[] {.04, .01, .03, .02}, .05)[1]).isCloseTo(.0125, within(1e-12));
        assertThat(Holm.levels(new double[] {.9}, .05)).containsExactly(.05);
    }

    /** Where nothing is true, at most 5 % of families have an error; single comparisons would have 64 % of twenty. */
    @Test
    void familiesWithoutAnEffectSeldomShowOne() {
        SplittableRandom random = new SplittableRandom(3);
        int families = 4000;
        int wrong = 0;
        for (int i = 0; i < families; i++) {
            boolean[] shown = significant(random.doubles(20).toArray());
            wrong += IntStream.range(0, shown.length).anyMatch(j -> shown[j]) ? 1 : 0;
        }
        // Three standard errors of a share of 5 % of 4,000.
        assertThat((double) wrong / families).isCloseTo(.05, within(.011));
    }
}
