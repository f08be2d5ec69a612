package io.eckart.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Axes, series, rows and blocks, and what they are in a page's layout. */
class VocabularyTest {
    private static final Field X = Field.count("/x", "x");
    private static final Field Y = Field.number("/y", "y");

    @Test
    void axesHaveAScaleAndAFormat() {
        assertThat(Axis.linear("a")).isEqualTo(new Axis("a", Axis.Scale.LINEAR, Format.NUMBER));
        assertThat(Axis.fromZero("a")).isEqualTo(new Axis("a", Axis.Scale.FROM_ZERO, Format.NUMBER));
        assertThat(Axis.log("a").as(Format.COUNT)).isEqualTo(new Axis("a", Axis.Scale.LOG, Format.COUNT));
        assertThat(Axis.category("a")).isEqualTo(new Axis("a", Axis.Scale.CATEGORY, Format.TEXT));
    }

    @Test
    void aSeriesChangesOneThingAtATime() {
        Series plain = Series.of("s", "/result/rows", X, Y);
        assertThat(plain)
                .isEqualTo(new Series("s", Rows.of("/result/rows"), X, Y, Optional.empty(), Optional.empty(), false));
        Series all = plain.by(X).within(Y).asReference();
        assertThat(all).isEqualTo(new Series("s", plain.rows(), X, Y, Optional.of(X), Optional.of(Y), true));
        assertThat(plain.reference()).as("the first is as it was").isFalse();
    }

    @Test
    void conditionsOnRowsAddUp() {
        Rows rows = Rows.of("/result/cells").each("/numbers").having("/a", "1").without("/b", "2");
        assertThat(rows.from()).isEqualTo("/result/cells");
        assertThat(rows.each()).isEqualTo("/numbers");
        assertThat(rows.where()).containsExactly(new Rows.Where("/a", "1", false), new Rows.Where("/b", "2", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "result", "x/y"})
    void whatIsNotAPointerIsRefused(String pointer) {
        assertThatIllegalArgumentException().isThrownBy(() -> Rows.of(pointer)).withMessageContaining(pointer);
        assertThatIllegalArgumentException().isThrownBy(() -> Facts.Fact.count("a", pointer));
        assertThatIllegalArgumentException().isThrownBy(() -> new Level("a", pointer));
        assertThatIllegalArgumentException().isThrownBy(() -> Sampling.of(pointer, "", ""));
    }

    @Test
    void aFieldIsAPointerAPlaceOrTheRowItself() {
        assertThat(Field.place("p").at()).isEqualTo("#");
        assertThat(Field.number("", "v").at()).isEmpty();
        assertThat(X.before()).isEmpty();
        assertThat(X.filling("/was")).isEqualTo(new Field("/x", "x", Format.COUNT, "/was"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.text("x", "x"))
                .withMessageContaining("'x'");
    }

    @Test
    void everyBlockHasItsWordInTheLayout() {
        Rows rows = Rows.of("/result/rows");
        List<Block> blocks = List.of(
                Words.finding("/result/text"),
                new Facts("f", List.of(Facts.Fact.text("t", "/result/text"))),
                RowTable.of("t", "/result/rows", X),
                new ImageGrid("i", "/result/rows", Link.NONE, Sampling.NONE),
                new ImageLines("v", "/result/rows", rows, X, Y),
                LineChart.of("l", Axis.linear("x"), Axis.log("y"), Series.of("", rows, X, Y))
                        .with(new Level("least", "/result/text")),
                BarChart.of("b", Axis.category("x"), Axis.linear("y"), Series.of("", rows, X, Y))
                        .lyingDown(),
                new ScatterMap("s", rows, X, Y, List.of(X), new Link("rows", "/x"), Sampling.said("all")),
                HistogramChart.of("d", "x", "/result/bins").at(new Level("mark", "/result/text")),
                new ColumnCards("c", rows, X, X, Y, X, X, List.of(Y), Sampling.NONE),
                new Heatmap("h", rows, X, X, Y, Heatmap.Colours.ABOUT_ZERO, Sampling.NONE),
                new Multiples("m", List.of(LineChart.of("in", Axis.linear("x"), Axis.linear("y")))));
        var result = Json.object().put("text", "found");
        result.putArray("rows").addObject().put("x", 1).put("y", 2.5);
        result.putArray("bins").addObject().put("from", 1).put("to", 2).put("count", 3);
        Origin origin = new Origin("c", "1", "0", 1, "n", "t");
        ReportPage page = ReportPage.of("a", "b", List.of(new Section("all", blocks, true)), result, Map.of(), origin);
        PagePointers.requireTargets(page);
        JsonNode drawn = JsonMapper.shared().readTree(page.layout()).at("/0/blocks");
        assertThat(drawn.valueStream().map(block -> block.path("kind").asString()))
                .containsExactly(
                        "words",
                        "facts",
                        "table",
                        "images",
                        "imageLines",
                        "lines",
                        "bars",
                        "scatter",
                        "histogram",
                        "cards",
                        "heatmap",
                        "multiples");
        assertThat(JsonMapper.shared().readTree(page.layout()).at("/0/folded").asBoolean())
                .isTrue();
        assertThat(drawn.at("/5/y/scale").asString()).isEqualTo("LOG");
        assertThat(drawn.at("/5/levels/0/from").asString()).isEqualTo("/result/text");
        assertThat(drawn.at("/6/lying").asBoolean()).isTrue();
        assertThat(drawn.at("/11/charts/0/kind").asString()).isEqualTo("lines");
    }

    @Test
    void aPageEndsInHowToRepeatIt() {
        Origin origin = new Origin("./eckart x", "1", "7", 2, "n", "2026-01-01T00:00:00Z");
        ReportPage page = ReportPage.of("a", "b", List.of(), Json.object(), Map.of(), origin);
        assertThat(page.sections()).extracting(Section::title).containsExactly("How to repeat it");
        assertThat(JsonMapper.shared().readTree(page.data()).path("origin"))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"command": "./eckart x", "version": "1", "seed": "7", "threads": 2, "numerics": "n",
                         "created": "2026-01-01T00:00:00Z", "notes": []}"""));
    }
}
