package io.eckart.report.result;

import static io.eckart.report.result.Samples.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.report.PagePointers;
import io.eckart.study.Border;
import io.eckart.study.CellSummary;
import io.eckart.study.CentringEffect;
import io.eckart.study.Claim;
import io.eckart.study.ClaimPlan;
import io.eckart.study.ClaimSetting;
import io.eckart.study.Curve;
import io.eckart.study.Evidence;
import io.eckart.study.Evidence.Answer;
import io.eckart.study.FactorContrast;
import io.eckart.study.LeastErrors;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.MeasuredOn;
import io.eckart.study.SettingError;
import io.eckart.study.Study;
import io.eckart.study.StudyScale;
import io.eckart.study.VarianceShare;
import io.eckart.study.Verdict;
import java.util.List;
import java.util.Map;
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
                "large",
                "late",
                100,
                NUMBER,
                List.of(NUMBER, NUMBER),
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                NUMBER,
                UNKNOWN,
                List.of(2.0, 1.0),
                new LeastErrors(0.5, List.of(0.5, 0.75), 0.5, 1));
    }

    private static Claim claim() {
        ClaimSetting setting =
                ClaimSetting.of(Map.of("start", "small"), Border.below(1.1), MeasuredOn.generated("rows"));
        ClaimSetting control =
                new ClaimSetting("control", Map.of(), Border.within(0, 1), MeasuredOn.generated("others"));
        ClaimPlan plan = new ClaimPlan("c", "15", "s", "e", "m", true, "x", List.of(setting), List.of(control));
        Evidence against = new Evidence(setting, 1.25, 1.2, 1.3, 3, 0.95, Answer.AGAINST);
        Evidence unknown = new Evidence(control, Double.NaN, Double.NaN, Double.NaN, 0, 0.95, Answer.UNDECIDED);
        return new Claim(
                plan,
                List.of(against),
                List.of(unknown),
                List.of(UNKNOWN),
                Verdict.DOES_NOT_HOLD,
                "does not hold here",
                List.of("depends on the start"),
                "against: start small",
                against);
    }

    private static Curve curve() {
        List<Curve.Point> points = List.of(new Curve.Point(1, NUMBER));
        return new Curve("loss", "P1, clean", "P1 free", "k = d", "none", "small", "", "steps", "error", points);
    }

    private static Study study(List<CellSummary> cells) {
        boolean begun = !cells.isEmpty();
        SettingError error = new SettingError("none", "none", "clean", "k = d", 5, "P1 free", "small", NUMBER, true);
        CentringEffect centring = new CentringEffect("P1 free", "k = d", "small", "none", NUMBER, NUMBER, NUMBER);
        return new Study(
                "rows",
                "all of them",
                80,
                40,
                5,
                2,
                MeasuredOn.generated("rows"),
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
                begun ? List.of(error) : List.of(),
                begun ? List.of(new VarianceShare("clean error", "k below d", "budget", NUMBER)) : List.of(),
                begun ? List.of(new FactorContrast("clean error", "k below d", "early - late", NUMBER)) : List.of(),
                begun ? List.of(centring) : List.of(),
                begun ? List.of(curve()) : List.of(),
                begun ? List.of(claim()) : List.of(),
                begun,
                1);
    }

    @Test
    void theWholeStudy() {
        Study study = study(Stream.of(cell("k < d", 2), cell("k = 2 d", 10)).toList());
        JsonNode json = PagePointers.requireTargets(StudyPage.of(study, ORIGIN));
        assertThat(json.path("scale").asString()).isEqualTo("quick");
        assertThat(json.at("/claims/0/verdict").asString()).isEqualTo("does not hold here");
        assertThat(json.at("/claims/0/settings/0/mean").doubleValue()).isEqualTo(1.25);
        assertThat(json.at("/claims/0/settings/0/answer").asString()).isEqualTo("against");
        assertThat(json.at("/claims/0/deciding/border").asString()).isEqualTo("below 1.1");
        assertThat(json.at("/claims/0/deciding/setting/measured_on/rows").asString())
                .isEqualTo("rows");
        assertThat(json.at("/claims/0/controls/0/mean").isNull()).isTrue();
        assertThat(json.at("/cells/1/least/noisy/1").doubleValue()).isEqualTo(0.75);
    }

    @Test
    void aStudyThatWasCutOffIsShownAsFarAsItCame() {
        JsonNode json = PagePointers.requireTargets(StudyPage.of(study(List.of()), ORIGIN));
        assertThat(json.path("complete").booleanValue()).isFalse();
        assertThat(json.path("cells").size()).isZero();
    }
}
