package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Field;
import io.eckart.report.Heatmap;
import io.eckart.report.HistogramChart;
import io.eckart.report.Json;
import io.eckart.report.Level;
import io.eckart.report.LineChart;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.ReportWriter;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.task.Histogram;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What charts and tables of a page make of numbers and names, in a real browser. */
@SuppressWarnings("NullAway.Init") // set before all tests
class ChartsInBrowserTest {
    private static final double VALUE = 0.72125345678901;
    private static final String NAME =
            "rows labelled by the graph of their neighbours, ten of them, weighted by distance";

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void open() {
        assumeTrue(Browser.isInstalled(), "no charts are looked at: chromium and chromium-driver are not installed");
        browser = new Browser(folder);
        Path page = folder.resolve("charts.html");
        ReportWriter.write(page(), page, false);
        browser.open(page);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static ReportPage page() {
        ObjectNode result = Json.object().put("value", VALUE).put("mark", 1.25);
        ArrayNode rows = result.putArray("rows");
        rows.addObject().put("name", NAME).put("x", 3).put("y", VALUE).putNull("was");
        rows.addObject().put("name", "the mean").put("x", 3).put("y", 43.2).put("was", 43.2);
        ArrayNode line = result.putArray("line");
        for (int i = 0; i < 5; i++) {
            line.addObject().put("x", Math.pow(10, i)).put("y", 0.03 * Math.pow(2, i));
        }
        double[] values = new SplittableRandom(2).doubles(500, -1.5, 3.2).toArray();
        result.set("histogram", Json.record(Histogram.of(values)));
        Field name = Field.text("/name", "way");
        Field x = Field.number("/x", "k");
        Field y = Field.number("/y", "error");
        Axis error = Axis.log("error (squared units of the column, mean over all cells that were hidden)");
        return ReportPage.of(
                "charts",
                "of a test",
                List.of(
                        Section.of("facts", Facts.of(Facts.Fact.number("value", "/result/value"))),
                        Section.of(
                                "charts",
                                BarChart.of("bars", "/result/rows", name, Axis.fromZero("error"), y),
                                LineChart.of(
                                        "points",
                                        Axis.linear("k"),
                                        error,
                                        Series.of("/result/rows", x, y).by(name)),
                                LineChart.of("line", Axis.log("steps"), error, Series.of("/result/line", x, y)),
                                HistogramChart.of("scores", "score", "/result/histogram/bins")
                                        .at(new Level("threshold", "/result/mark")),
                                new Heatmap(
                                        "cells",
                                        Rows.of("/result/rows"),
                                        name,
                                        name,
                                        y,
                                        Heatmap.Colours.FROM_ZERO,
                                        Sampling.NONE)),
                        Section.of("rows", RowTable.of("rows", "/result/rows", name, y.filling("/was")))),
                result,
                Map.of(),
                new Origin("./eckart test", "1", "0", 1, "none", "2026-01-01T00:00:00Z"));
    }

    private static String chart(String title) {
        return "eckart.charts.find(({ title }) => title === '" + title + "').chart";
    }

    private static String texts(String title) {
        return (String) browser.get(chart(title) + ".getZr().storage.getDisplayList(true)"
                + ".filter((drawn) => drawn.type === 'tspan').map((drawn) => drawn.style.text).join(' ')");
    }

    @Test
    void namesAreWhole() {
        assertThat(PageInBrowser.cutLabels(browser)).isEmpty();
        for (String title : List.of("bars", "points", "cells")) {
            assertThat(texts(title).replaceAll("\\s+", " ")).as(title).contains(NAME.split(" ", -1));
        }
        assertThat(browser.get(chart("bars") + ".getOption().yAxis[0].type"))
                .as("bars lie where their names do not fit below them")
                .isEqualTo("category");
    }

    @Test
    void aSinglePointOfEachSeriesIsABar() {
        assertThat((String) browser.get(chart("points") + ".getOption().series.map(({ type }) => type).join()"))
                .startsWith("bar")
                .doesNotContain("line");
        assertThat(texts("points")).contains("k = 3");
        assertThat(browser.get(chart("line") + ".getOption().series[0].type")).isEqualTo("line");
    }

    @Test
    void logarithmicAxesHaveReadablePlaces() {
        assertThat(ticks("logTicks", "0.03, 0.48")).isEqualTo("0.02,0.05,0.1,0.2,0.5");
        assertThat(ticks("logTicks", "1, 10000")).isEqualTo("1,10,100,1000,10000");
        assertThat(ticks("logTicks", "0.95, 1.04")).isEqualTo("0.94,0.96,0.98,1,1.02,1.04");
        assertThat(ticks("logTicks", "1e-16, 1")).isEqualTo("1e-16,1e-14,1e-12,1e-10,1e-8,0.000001,0.0001,0.01,1");
        assertThat(ticks("logTicks", "7, 7")).startsWith("7,");
        assertThat(ticks("ratioTicks", "1.02, 13")).isEqualTo("1,2,4,8,16");
        assertThat(ticks("ratioTicks", "1.02, 1.3")).isEqualTo("1,1.1,1.2,1.3");
        assertThat(texts("line")).contains("0.02", "0.05", "0.1", "0.5", "1", "10", "100");
    }

    private static String ticks(String function, String ends) {
        return (String) browser.get("eckart." + function + "(" + ends + ").ticks.join()");
    }

    @Test
    void histogramsHaveRoundEdgesAndTheirMark() {
        assertThat(texts("scores")).contains("threshold", "-1", "0", "3").doesNotContain(".");
        assertThat(browser.get(chart("scores") + ".getOption().series[0].data[1].slice(0, 2).join(' to ')"))
                .isEqualTo("-1 to -0.5");
    }

    @Test
    void fourDigitsAreShownAndAllAreUnderThePointer() {
        assertThat(browser.get("document.querySelector('dd').textContent + ' ' + document.querySelector('dd').title"))
                .isEqualTo("0.7213 " + VALUE);
        assertThat(browser.get("eckart.shown(0.123456, 'PERCENT') + ' ' + eckart.exact(0.123456, 'PERCENT')"))
                .isEqualTo("12.35 % 12.3456 %");
        assertThat(browser.get(
                        "eckart.shown(1234.5678) + ' ' + eckart.shown(5299629) + ' ' + eckart.shown(0.00012345)"))
                .isEqualTo("1235 5,299,629 0.0001235");
        browser.driver()
                .executeScript(chart("bars") + ".dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: 0 })");
        browser.await(chart("bars") + ".getZr().storage.getDisplayList(true)"
                + ".some((drawn) => drawn.type === 'tspan' && drawn.style.text.includes('" + VALUE + "'))");
    }

    @Test
    void filledCellsAreMarked() {
        assertThat(browser.get("[...document.querySelectorAll('mark.filled')].map((mark) => mark.textContent + ' ' +"
                        + " mark.title).join()"))
                .isEqualTo("0.7213 filled: " + VALUE);
        assertThat((String) browser.get("getComputedStyle(document.querySelector('mark.filled')).borderTopStyle"))
                .as("also seen without colours")
                .isEqualTo("dashed");
    }
}
