package io.eckart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class StudyDesignTest {
    private static final StudyDesign DESIGN = new StudyDesign(20, 5, 1, 3, 60, 1000, 10_000);

    @Test
    void everyLevelMeetsEveryOther() {
        List<StudyRun> runs = DESIGN.runs();
        assertThat(runs).doesNotHaveDuplicates();
        for (Parameterization form : Parameterization.values()) {
            for (CodeSize size : CodeSize.crossed()) {
                for (TrainingCorruption corruption : TrainingCorruption.values()) {
                    for (Start start : form.starts()) {
                        assertThat(runs).contains(new StudyRun(2, form, size, corruption, start));
                    }
                }
            }
        }
        // Beside the crossed runs of a seed, 7 forms from 2 starts and 2 from one, 8 linear forms have one more size
        // with 2 corruptions.
        assertThat(runs).hasSize(3 * ((7 * 2 + 2) * 4 * 4 + 8 * 2));
    }

    @Test
    void codeSizesStandAroundTheDimensions() {
        assertThat(java.util.Arrays.stream(CodeSize.values()).map(DESIGN::codeSize))
                .containsExactly(2, 5, 12, 20, 40);
        for (int d = 4; d < 40; d++) {
            for (int intrinsic = 1; intrinsic <= d - 2; intrinsic++) {
                StudyDesign design = new StudyDesign(d, intrinsic, 1, 1, 1, 2, 10);
                assertThat(design.codeSize(CodeSize.BETWEEN)).isBetween(intrinsic + 1, d - 1);
                assertThat(design.codeSize(CodeSize.BELOW)).isBetween(1, Math.max(1, intrinsic - 1));
            }
        }
    }

    @Test
    void sizesThatLeaveNoRoomAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StudyDesign(4, 3, 1, 1, 1, 2, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> new StudyDesign(4, 0, 1, 1, 1, 2, 10));
    }

    @Test
    void depthsAreThoseOfTheQuestion() {
        assertThat(Parameterization.unrolled().stream().map(form -> form.depth().orElse(0)))
                .containsExactly(1, 3, 10, 30);
    }
}
