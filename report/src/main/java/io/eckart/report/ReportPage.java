package io.eckart.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page: what is shown, and the data it is shown from. Its data has the members {@code result} (what {@code --json} prints),
 * {@code origin}, and where there are some {@code examples} (rows to look at) and others too long to print.
 *
 * @param title what the page is about
 * @param subtitle on which data
 */
public record ReportPage(String title, String subtitle, List<Section> sections, String data) {
    private static final Section ORIGIN = Section.of(
            "How to repeat it",
            Facts.of(
                    Facts.Fact.text("command", "/origin/command"),
                    Facts.Fact.text("Eckart", "/origin/version"),
                    Facts.Fact.text("seed", "/origin/seed"),
                    Facts.Fact.count("threads (no effect on results)", "/origin/threads"),
                    Facts.Fact.text("linear algebra", "/origin/numerics"),
                    Facts.Fact.text("made", "/origin/created")));

    private static final Section NOTES = Section.of(
            "How the data was read",
            RowTable.of(
                    "What was decided, and how to decide otherwise",
                    "/origin/notes",
                    Field.text("/kind", "about"),
                    Field.text("/column", "column"),
                    Field.text("/text", "decision"),
                    new Field("/count", "count", Format.COUNT_IF_ANY),
                    Field.text("/otherwise", "otherwise")));

    public ReportPage {
        sections = List.copyOf(sections);
    }

    /**
     * A page that ends in how to repeat it. Sections without blocks are left out.
     *
     * @param result what {@code --json} prints
     * @param more other members of the data, too long to print; the page has them in the order of their names
     * @throws IllegalArgumentException if a block points to what is not in the data
     */
    public static ReportPage of(
            String title,
            String subtitle,
            List<Section> sections,
            ObjectNode result,
            Map<String, ? extends JsonNode> more,
            Origin origin) {
        ObjectNode data = Json.object();
        data.set("result", result);
        new TreeMap<>(more).forEach(data::set);
        data.set("origin", Json.record(origin));
        List<Section> all = Stream.concat(sections.stream(), ends(origin))
                .filter(section -> !section.blocks().isEmpty())
                .toList();
        Pointers.requireTargets(layout(all), data);
        return new ReportPage(title, subtitle, all, Json.line(data));
    }

    private static Stream<Section> ends(Origin origin) {
        return origin.notes().isEmpty() ? Stream.of(ORIGIN) : Stream.of(NOTES, ORIGIN);
    }

    /** The sections as JSON, each block with its kind. */
    String layout() {
        return layout(sections).toString();
    }

    private static ArrayNode layout(List<Section> sections) {
        ArrayNode layout = Json.list();
        for (Section section : sections) {
            ArrayNode blocks = layout.addObject()
                    .put("title", section.title())
                    .put("folded", section.folded())
                    .putArray("blocks");
            section.blocks().forEach(block -> blocks.add(layout(block)));
        }
        return layout;
    }

    private static ObjectNode layout(Block block) {
        ObjectNode node = Json.record((Record) block);
        if (block instanceof Multiples multiples) {
            ArrayNode charts = node.putArray("charts");
            multiples.charts().forEach(chart -> charts.add(layout(chart)));
        }
        return node.put("kind", block.kind());
    }
}
