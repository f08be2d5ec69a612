package io.eckart.benchmarks.comparison;

import static java.util.Locale.ROOT;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.report.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The outcomes for people (tables in Markdown) and for programs (JSON).
 *
 * @param loadBefore the machine's load before the first run
 * @param played in order
 * @param growth if it was measured
 */
record Report(Options options, Machine machine, double loadBefore, List<Played> played, Optional<Growth> growth) {

    /**
     * A discipline that was played.
     *
     * @param data that all sides loaded
     * @param sides Eckart first
     */
    record Played(Discipline discipline, Path data, List<Introduction> sides, List<Outcome> outcomes) {
        Played {
            sides = List.copyOf(sides);
            outcomes = List.copyOf(outcomes);
        }

        List<ReportRow> rows() {
            return outcomes.stream()
                    .flatMap(outcome -> ReportRow.of(outcome).stream())
                    .toList();
        }
    }

    Report {
        played = List.copyOf(played);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                ROOT,
                "Machine: %s, %d cores, %s; load before %.1f",
                machine.cpu(),
                machine.cores(),
                machine.system(),
                loadBefore));
        lines.add("Settings: " + (machine.settings().isEmpty() ? "none" : joined(machine.settings())));
        lines.add(String.format(
                ROOT,
                "Threads: %d on each side; median of %d rounds in turns, after %d warm-ups",
                options.threads(),
                options.rounds(),
                options.warmups()));
        versions().forEach((name, versions) -> lines.add(name + ": " + versions));
        played.forEach(one -> addDiscipline(lines, one));
        growth.ifPresent(found -> lines.addAll(found.text()));
        return String.join("\n", lines) + "\n";
    }

    private static void addDiscipline(List<String> lines, Played one) {
        Introduction eckart = one.sides().getFirst();
        lines.add("");
        lines.add("## " + one.discipline().title());
        lines.add("");
        String size = eckart.rows() > 0 ? ", " + eckart.rows() + " x " + eckart.columns() : "";
        lines.add("Data: " + one.data().getFileName() + size);
        lines.add("");
        lines.addAll(TextTable.of(one.rows()));
    }

    /** What each side stands on, each said once. */
    private Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        for (Played one : played) {
            one.sides().forEach(side -> versions.putIfAbsent(side.name(), joined(side.versions())));
        }
        return versions;
    }

    private static String joined(Map<String, String> entries) {
        return entries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    ObjectNode json() {
        ObjectNode report = Json.object();
        report.set("machine", Json.record(machine));
        Json.number(report, "load_before", loadBefore);
        report.put("threads", options.threads());
        report.put("rounds", options.rounds());
        report.put("warmups", options.warmups());
        ArrayNode sides = report.putArray("sides");
        versions()
                .forEach((name, versions) -> sides.addObject().put("name", name).put("versions", versions));
        ArrayNode data = report.putArray("data");
        played.forEach(one -> data.addObject()
                .put("discipline", one.discipline().name())
                .put("title", one.discipline().title())
                .put("data", one.data().toString())
                .put("rows", one.sides().getFirst().rows())
                .put("columns", one.sides().getFirst().columns()));
        report.set("rows", Json.value(rows()));
        growth.ifPresent(found -> report.set("growth", Json.record(found)));
        return report;
    }

    private List<ReportRow> rows() {
        return played.stream().flatMap(one -> one.rows().stream()).toList();
    }
}
