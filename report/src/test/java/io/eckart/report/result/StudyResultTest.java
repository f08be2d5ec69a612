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
import io.eckart.study.CurveFigure;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StudyResultTest {
    private static final MeasuredNumber NUMBER = new MeasuredNumber("n", 0.25, 0.125, 3);
    private static final MeasuredNumber UNKNOWN = new MeasuredNumber("u", Double.NaN, Double.NaN, 0);

    private static CellSummary cell(String codeSize, int k) {
        return cell("P1 free", codeSize, k, "none", NUMBER);
    }

    private static CellSummary cell(
            String form, String codeSize, int k, String corruption, MeasuredNumber holesAndNoisy) {
        return new CellSummary(
                form,
                codeSize,
                k,
                corruption,
                "large",
                "late",
                100,
                NUMBER,
                List.of(NUMBER, holesAndNoisy),
                NUMBER,
                holesAndNoisy,
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
        return curve(CurveFigure.IDENTITY, "P1 free", "small", "", 1, 0.25);
    }

    private static MeasuredNumber number(double mean) {
        return new MeasuredNumber("n", mean, 0, 3);
    }

    /** k = 2 d, on clean rows. */
    private static Curve curve(CurveFigure figure, String form, String start, String variant, double... xy) {
        List<Curve.Point> points = IntStream.range(0, xy.length / 2)
                .mapToObj(i -> new Curve.Point(xy[2 * i], number(xy[2 * i + 1])))
                .toList();
        return new Curve(
                figure.label(), "all", form, "k = 2 d", "none", start, variant, figure.x(), figure.y(), points);
    }

    private static Study study(List<CellSummary> cells) {
        return study(cells, cells.isEmpty() ? List.of() : List.of(curve()));
    }

    private static Study study(List<CellSummary> cells, List<Curve> curves) {
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
                curves,
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
    void eachPictureHasASentenceWithTheNumbersOfTheStudy() {
        StudySentences sentences = new StudySentences(study(
                List.of(
                        cell("P4 T=10", "k = d'", 2, "none", number(0.5)),
                        cell("P4 T=10", "k = 2 d", 10, "none", number(2)),
                        cell("P4 T=10", "k = 2 d", 10, "gaussian", number(0.75)),
                        cell("P4 T=10", "d' < k < d", 4, "masks", number(0.5)),
                        cell("P4 T=10", "d' < k < d", 4, "zeros", number(1.5)),
                        cell("P4 T=1", "d' < k < d", 4, "masks", number(1)),
                        cell("P4 T=1", "d' < k < d", 4, "zeros", number(1)),
                        cell("P1 free", "d' < k < d", 4, "masks", number(1)),
                        cell("P1 free", "d' < k < d", 4, "zeros", number(1.25))),
                List.of(
                        curve(CurveFigure.USED, "P4 T=10", "large", "late", 5, 1.25, 10, 2, 20, 3),
                        curve(CurveFigure.IDENTITY, "P1 free", "large", "", 10, 0.5, 1000, 0.05),
                        curve(CurveFigure.IDENTITY, "P4 T=30", "large", "", 10, 0.5, 1000, 0.25),
                        curve(CurveFigure.NOISY, "P1 free", "small", "rows held out", 10, 1.5, 100, 1.0625, 1000, 3),
                        curve(CurveFigure.NOISY, "P1 free", "large", "rows held out", 10, 1.5, 1000, 3))));
        assertThat(sentences.depthOfUse()).contains("used with 5: 1.25 times", "2.00 with its own ten", "let badly");
        assertThat(sentences.identity())
                .contains(
                        "P1 is within 0.1 of the identity after 1,000 steps",
                        "is still 0.250 away from it after 1,000");
        assertThat(sentences.noise()).contains("a code of k = 2; at k = 10", "is 4.00 times", "k = 10 is 1.00 times");
        assertThat(sentences.masks()).contains("ten inner steps 3.00 times", "one inner step 1.00, and P1 1.25");
        assertThat(sentences.outerStopping())
                .contains("small start come to 1.06 to 1.06", "large start 1.50", "depends");
    }

    @Test
    void aStudyThatWasCutOffIsShownAsFarAsItCame() {
        JsonNode json = PagePointers.requireTargets(StudyPage.of(study(List.of()), ORIGIN));
        assertThat(new StudySentences(study(List.of(cell("k < d", 2)))).noise()).isEmpty();
        assertThat(json.path("complete").booleanValue()).isFalse();
        assertThat(json.path("cells").size()).isZero();
    }
}
