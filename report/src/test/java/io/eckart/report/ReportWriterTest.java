package io.eckart.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.DataException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReportWriterTest {
    private static final String HOSTILE = "</script><script>alert(1)</script><!-- & \" ' <img src=x onerror=alert(2)>";
    private static final Origin ORIGIN = new Origin("./eckart " + HOSTILE, "1", "0", 1, "none", "2026-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private static ReportPage page(String text) {
        ObjectNode result = Json.object().put("name", text).put("value", 0.1);
        result.putArray("rows").addObject().put("x", text).put("y", 1.5);
        RowTable table = RowTable.of(text, "/result/rows", Field.text("/x", text), Field.number("/y", "y"));
        return ReportPage.of(text, text, List.of(Section.of(text, table)), result, Map.of(), ORIGIN);
    }

    @Test
    void textsOfTheDataStayTexts() {
        String html = ReportWriter.html(page(HOSTILE));
        assertThat(html)
                .doesNotContain("alert(1)</script>")
                .doesNotContain("<img src=x")
                .doesNotContain("<!-- &");
        assertThat(Pattern.compile("<script").matcher(html).results().count()).isEqualTo(4);
        assertThat(json(html, "data").at("/result/name").asString()).isEqualTo(HOSTILE);
        assertThat(json(html, "layout").at("/0/title").asString()).isEqualTo(HOSTILE);
    }

    @Test
    void thePolicyAllowsTheScriptsOfThePageAndNoOther() throws Exception {
        String html = ReportWriter.html(page("a"));
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(html);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1))
                .contains("default-src 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        Matcher scripts =
                Pattern.compile("<(script|style)>(.*?)</\\1>", Pattern.DOTALL).matcher(html);
        int count = 0;
        while (scripts.find()) {
            byte[] bytes = scripts.group(2).getBytes(StandardCharsets.UTF_8);
            String hash = Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(policy.group(1)).contains("'sha256-" + hash + "'");
            count++;
        }
        assertThat(count).as("style, charts, script").isEqualTo(3);
    }

    @Test
    void scriptsKnowEveryScaleAndEveryFormatOfNumbers() {
        String html = ReportWriter.html(page("a"));
        String script = html.substring(html.indexOf("const LAYOUT"));
        assertThat(Axis.Scale.values()).allSatisfy(scale -> assertThat(script).contains(scale + ": '"));
        assertThat(Format.values())
                .filteredOn(format -> format != Format.NUMBER)
                .allSatisfy(format -> assertThat(script).contains("'" + format + "'"));
    }

    @Test
    void aNoteThatCountsNothingShowsNoCount() {
        ReadingNote note = new ReadingNote("layout", "", "cells are separated by ','", 0, false, List.of());
        ReportPage page = ReportPage.of("a", "b", List.of(), Json.object(), Map.of(), ORIGIN.reading(List.of(note)));
        assertThat(JsonMapper.shared()
                        .readTree(page.layout())
                        .at("/0/blocks/0/fields/3/format")
                        .asString())
                .isEqualTo("COUNT_IF_ANY");
    }

    @Test
    void aPageThatPointsToNothingIsNone() {
        RowTable table = RowTable.of("t", "/result/absent", Field.text("/x", "x"));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ReportPage.of("a", "b", List.of(Section.of("s", table)), Json.object(), Map.of(), ORIGIN))
                .withMessageContaining("/result/absent");
    }

    @Test
    void aFileIsNotReplacedUnlessAskedFor() throws IOException {
        Path file = folder.resolve("page.html");
        ReportWriter.write(page("a"), file, false);
        assertThat(Files.readString(file)).isEqualTo(ReportWriter.html(page("a")));
        assertThatThrownBy(() -> ReportWriter.write(page("b"), file, false))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("allow it to be replaced");
        ReportWriter.write(page("b"), file, true);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    static JsonNode json(String html, String id) {
        Matcher found = Pattern.compile("id=\"" + id + "\">(.*?)</script>", Pattern.DOTALL)
                .matcher(html);
        assertThat(found.find()).isTrue();
        return JsonMapper.shared().readTree(found.group(1));
    }
}
