package io.eckart.benchmarks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import io.eckart.report.ReportWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ReportTest {
    private static final Discipline DISCIPLINE = new Discipline(
            "race",
            "A race",
            "error",
            0.01,
            folder -> Path.of("none"),
            List.of(),
            List.of(Contest.of("run", Request.of("eckart"), Rival.of("tortoise").target(3))
                    .countingRows()));

    private static Report report(double error) {
        Outcome outcome = Outcome.empty(DISCIPLINE, DISCIPLINE.contests().getFirst(), 100);
        for (double seconds : new double[] {3, 1, 2}) {
            outcome.eckart().add(new Reply(seconds, 7, 0));
            outcome.peers().getFirst().add(new Reply(2 * seconds, error, 0));
        }
        Introduction eckart = new Introduction("Eckart", List.of("eckart"), Map.of("JDK", "25"), 100, 4);
        Growth growth = new Growth(
                List.of(new GrowthPoint("pca", "n", 10, 1, 50), new GrowthPoint("pca", "n", 20, 2, 60)),
                List.of(new GrowthCurve("pca", "n", 1, 1, 0.3)),
                List.of(new LimitRow("peak", 1, 100, 1)));
        return new Report(
                Options.parse(List.of("pca")),
                new Machine("cpu", 2, "system", Map.of()),
                0,
                List.of(new Report.Played(DISCIPLINE, Path.of("rows"), List.of(eckart), List.of(outcome))),
                Optional.of(growth));
    }

    @Test
    void ratioIsOfTheMedians() {
        JsonNode rows = report(7).json().path("rows");
        assertThat(rows.path(0).path("median").doubleValue()).isEqualTo(2);
        assertThat(rows.path(0).path("ratio").isNull()).isTrue();
        assertThat(rows.path(0).path("rate").doubleValue()).isEqualTo(50);
        assertThat(rows.path(1).path("ratio").doubleValue()).isEqualTo(2);
        assertThat(rows.path(1).path("met").booleanValue()).isFalse();
        assertThat(rows.path(1).path("fastest").booleanValue()).isTrue();
    }

    @Test
    void otherWorkIsTold() {
        assertThat(report(7.01).text()).contains("**2.00**", "3.0 missed").doesNotContain("differs");
        assertThat(report(7.2).text()).contains("7.20000 (differs)");
    }

    @Test
    void pageIsWhole() {
        Report report = report(7);
        assertThat(ReportWriter.html(ReportHtml.page(report, report.json())))
                .contains("A race", "tortoise", "Growth", "Against the limit");
    }
}
