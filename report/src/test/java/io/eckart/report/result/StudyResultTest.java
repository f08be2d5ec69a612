package io.eckart.report.result;

import static io.eckart.report.result.Samples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.report.PagePointers;
import io.eckart.study.CellSummary;
import io.eckart.study.Claim;
import io.eckart.study.Curve;
import io.eckart.study.FactorAlone;
import io.eckart.study.FactorContrast;
import io.eckart.study.LeastErrors;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Study;
import io.eckart.study.StudyScale;
import io.eckart.study.VarianceShare;
import io.eckart.study.Verdict;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StudyResultTest {
    private static final MeasuredNumber NUMBER = new MeasuredNumber("n", 0.25, 0.125, 3);
    private static final MeasuredNumber UNKNOWN = new MeasuredNumber("u", Double.NaN, Double.NaN, 0);

    private static CellSummary cell(String codeSize, int k) {
        return new CellSummary(
                "P1 free",
                codeSize,
                k,
                "none",
                "late",
                100,
                NUMBER,
                List.of(NUMBER, NUMBER),
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                UNKNOWN,
                List.of(2.0, 1.0),
                new LeastErrors(0.5, List.of(0.5, 0.75), 0.5));
    }

    private static Study study(List<CellSummary> cells) {
        boolean begun = !cells.isEmpty();
        return new Study(
                "rows",
                "all of them",
                80,
                40,
                5,
                2,
                true,
                7,
                StudyScale.QUICK,
                3,
                1.5,
                0.2,
                List.of(0.1, 0.2),
                0.3,
                cells.size(),
                2,
                cells,
                begun ? List.of(new FactorAlone("budget", "late", true, NUMBER, NUMBER, NUMBER, NUMBER)) : List.of(),
                begun ? List.of(new VarianceShare("clean error", "k below d", "budget", NUMBER)) : List.of(),
                begun ? List.of(new FactorContrast("clean error", "k below d", "early - late", NUMBER)) : List.of(),
                begun
                        ? List.of(new Curve("loss", "P1 free", "steps", "error", List.of(new Curve.Point(1, NUMBER))))
                        : List.of(),
                begun
                        ? List.of(new Claim("c", "15", "s", "e", List.of(NUMBER, UNKNOWN), Verdict.DOES_NOT_HOLD, "w"))
                        : List.of(),
                begun,
                1);
    }

    @Test
    void theWholeStudy() {
        Study study = study(Stream.of(cell("k < d", 2), cell("k = 2 d", 10)).toList());
        JsonNode json = PagePointers.requireTargets(StudyPage.of(study, ORIGIN));
        assertThat(json.path("scale").asString()).isEqualTo("quick");
        assertThat(json.at("/claims/0/verdict").asString()).isEqualTo("does not hold here");
        assertThat(json.at("/claims/0/numbers/0/half_width").doubleValue()).isEqualTo(0.125);
        assertThat(json.at("/claims/0/numbers/1/mean").isNull()).isTrue();
        assertThat(json.at("/cells/1/least/noisy/1").doubleValue()).isEqualTo(0.75);
    }

    @Test
    void aStudyThatWasCutOffIsShownAsFarAsItCame() {
        JsonNode json = PagePointers.requireTargets(StudyPage.of(study(List.of()), ORIGIN));
        assertThat(json.path("complete").booleanValue()).isFalse();
        assertThat(json.path("cells").size()).isZero();
    }
}
