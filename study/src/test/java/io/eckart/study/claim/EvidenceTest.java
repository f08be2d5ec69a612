package io.eckart.study.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.eckart.study.Claim;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Verdict;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final MeasuredNumber LOW = new MeasuredNumber("low", 1, .5, 3);
    private static final MeasuredNumber HIGH = new MeasuredNumber("high", 3, .5, 3);
    private static final MeasuredNumber WIDE = new MeasuredNumber("wide", 2, 1, 3);

    private static Claim claim(Evidence evidence) {
        return evidence.claim("id", "15", "sentence", "experiment");
    }

    @Test
    void allPartsForItHolds() {
        Claim claim =
                claim(new Evidence().below("x", LOW, 2).above("y", HIGH, 2).note(WIDE));
        assertThat(claim.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim.numbers()).containsExactly(LOW, HIGH, WIDE);
    }

    @Test
    void allPartsAgainstItDoesNot() {
        assertThat(claim(new Evidence().below("x", HIGH, 2).above("y", LOW, 2)).verdict())
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void somePartsForItIsACondition() {
        Claim claim =
                claim(new Evidence().below("x", LOW, 2).below("y", HIGH, 2).below("z", WIDE, 2));
        assertThat(claim.verdict()).isEqualTo(Verdict.HOLDS_UNDER);
        assertThat(claim.condition()).startsWith("for: x; against: y; unclear: z; ");
    }

    @Test
    void anIntervalAcrossTheBorderVaries() {
        assertThat(claim(new Evidence().below("x", WIDE, 2)).verdict()).isEqualTo(Verdict.VARIES);
        assertThat(claim(new Evidence().below("x", WIDE, 2).below("y", HIGH, 2)).verdict())
                .isEqualTo(Verdict.VARIES);
        MeasuredNumber nothing = MeasuredNumber.of("nothing", Double.NaN, Double.NaN);
        assertThat(claim(new Evidence().above("x", nothing, 2)).verdict()).isEqualTo(Verdict.VARIES);
    }

    @Test
    void aRangeHasTwoBorders() {
        assertThat(claim(new Evidence().within("x", LOW, 0, 2)).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(claim(new Evidence().within("x", HIGH, 0, 2)).verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(claim(new Evidence().within("x", WIDE, 0, 2)).verdict()).isEqualTo(Verdict.VARIES);
    }

    @Test
    void aControlThatClearlyShowsTheSameRefutes() {
        Claim refuted = claim(new Evidence().below("x", LOW, 2).controlBelow("without the cause", HIGH, 2));
        assertThat(refuted.verdict()).isEqualTo(Verdict.DOES_NOT_HOLD);
        assertThat(refuted.condition()).contains("without the cause");
        assertThat(refuted.numbers()).containsExactly(LOW, HIGH);
        assertThat(claim(new Evidence().below("x", LOW, 2).controlAbove("c", LOW, 2))
                        .verdict())
                .isEqualTo(Verdict.DOES_NOT_HOLD);
    }

    @Test
    void aControlThatDoesNotClearlyShowItChangesNothing() {
        assertThat(claim(new Evidence()
                                .below("x", LOW, 2)
                                .controlBelow("c", WIDE, 2)
                                .controlAbove("e", WIDE, 2))
                        .verdict())
                .isEqualTo(Verdict.HOLDS);
    }

    @Test
    void figuresStandBesideTheParts() {
        Claim claim = new Evidence().below("x", LOW, 2).claim("id", "15", "sentence", "experiment", "low is 1");
        assertThat(claim.condition()).isEqualTo("in every part measured; low is 1");
    }

    @Test
    void aClaimNeedsANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> claim(new Evidence()));
    }
}
