package io.eckart.study.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.FactorContrast;
import io.eckart.study.LeastErrors;
import io.eckart.study.Measures;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyResult;
import io.eckart.study.StudyRun;
import io.eckart.study.TrainingCorruption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EffectsTest {

    /** Input noise adds {@code 10^size} for codes above d' and 1 below, ten times less where noise was trained on. */
    private static List<StudyResult> results() {
        StudyDesign design = new StudyDesign(20, 5, 1, 2, 10, 20, 30);
        List<StudyResult> results = new ArrayList<>();
        for (StudyRun run : design.runs()) {
            double size = run.codeSize() == CodeSize.BELOW ? -3 : 0;
            double added = Math.pow(10, size - (run.corruption() == TrainingCorruption.GAUSSIAN ? 1 : 0));
            List<Double> noisy = List.of(.5 + added, .5 + added, .5 + added);
            Measures measures = new Measures(.5, noisy, 1, 1, 1, 1, 1, 1, 1, 1, 1, List.of(1.0), LeastErrors.none());
            for (Budget budget : Budget.values()) {
                results.add(new StudyResult(run, budget, 1, 1, measures));
            }
        }
        return results;
    }

    private static double share(Effects effects, String scope, String source) {
        return effects.shares().stream()
                .filter(share ->
                        share.response().equals(Effects.ADDED) && share.scope().equals(scope))
                .filter(share -> share.source().equals(source))
                .findFirst()
                .orElseThrow()
                .share()
                .mean();
    }

    @Test
    void codesThatLoseTheSignalHaveNoPartAmongThoseThatDoNot() {
        Effects effects = new Effects(results());
        // One of four sizes is 3 apart, one of four corruptions 1: variances 9 and 1 times 3/16.
        assertThat(share(effects, Effects.UNROLLED, "code size")).isCloseTo(.9, within(1e-9));
        assertThat(share(effects, Effects.UNROLLED, "corruption")).isCloseTo(.1, within(1e-9));
        assertThat(share(effects, Effects.ROOMY, "code size")).isCloseTo(0, within(1e-9));
        assertThat(share(effects, Effects.ROOMY, "corruption")).isCloseTo(1, within(1e-9));
    }

    @Test
    void contrastsAreDifferencesOfLogarithms() {
        FactorContrast noise = new Effects(results())
                .contrasts().stream()
                        .filter(contrast -> contrast.response().equals(Effects.ADDED)
                                && contrast.what().equals("trained with noise against clean"))
                        .findFirst()
                        .orElseThrow();
        assertThat(noise.difference().mean()).isCloseTo(-1, within(1e-9));
        assertThat(noise.difference().seeds()).isEqualTo(2);
    }
}
