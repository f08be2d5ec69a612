package io.eckart.benchmarks.comparison;

import static java.util.Locale.ROOT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The outcome for people (a table in Markdown) and for programs (JSON).
 *
 * @param loadBefore the machine's load before the first run
 * @param peers empty where Eckart ran alone
 */
record Report(
        Options options,
        Path data,
        Machine machine,
        double loadBefore,
        Introduction eckart,
        List<Introduction> peers,
        List<Outcome> outcomes) {

    Report {
        peers = List.copyOf(peers);
        outcomes = List.copyOf(outcomes);
    }

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(ROOT, "Data: %s, %d x %d float32", data.getFileName(), eckart.rows(), eckart.columns()));
        lines.add(String.format(
                ROOT,
                "Machine: %s, %d cores, %s; load before %.1f",
                machine.cpu(),
                machine.cores(),
                machine.system(),
                loadBefore));
        lines.add("Settings: " + (machine.settings().isEmpty() ? "none" : joined(machine.settings())));
        lines.add(eckart.name() + ": " + joined(eckart.versions()));
        peers.forEach(side -> lines.add(side.name() + ": " + joined(side.versions())));
        lines.add(String.format(
                ROOT,
                "Threads: %d on each side; median of %d rounds in turns, after %d warm-ups",
                options.threads(),
                options.rounds(),
                options.warmups()));
        lines.add("");
        lines.add(
                "| task | by | median s | least - most s | peer / Eckart | of the least | error per row | iterations |");
        lines.add("|---|---|---:|---:|---:|---:|---:|---:|");
        outcomes.forEach(outcome -> addRows(lines, outcome));
        return String.join("\n", lines) + "\n";
    }

    private static void addRows(List<String> lines, Outcome outcome) {
        lines.add(row(outcome.name(), outcome.eckart(), " | "));
        for (Measurement peer : outcome.peers()) {
            boolean fastest = outcome.fastestPeer().filter(peer::equals).isPresent();
            String ratio = String.format(ROOT, "%.2f", outcome.ratio(peer));
            String least = String.format(ROOT, "%.2f", outcome.leastRatio(peer));
            lines.add(row("", peer, (fastest ? "**" + ratio + "**" : ratio) + " | " + least));
        }
    }

    private static String row(String task, Measurement measured, String ratios) {
        return String.format(
                ROOT,
                "| %s | %s | %.3f | %.3f - %.3f | %s | %.6f | %s |",
                task,
                measured.method(),
                measured.median(),
                measured.least(),
                measured.most(),
                ratios,
                measured.error(),
                measured.iterations() == 0 ? "" : measured.iterations());
    }

    private static String joined(Map<String, String> entries) {
        return entries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    String json() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("data", data.toString());
        report.put("machine", machine);
        report.put("load_before", loadBefore);
        report.put("threads", options.threads());
        report.put("rounds", options.rounds());
        report.put("warmups", options.warmups());
        report.put("eckart", eckart);
        report.put("peers", peers);
        report.put("tasks", outcomes.stream().map(Report::json).toList());
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(report);
    }

    private static Map<String, Object> json(Outcome outcome) {
        List<Object> peers = new ArrayList<>();
        for (Measurement peer : outcome.peers()) {
            Map<String, Object> entry = json(peer);
            entry.put("ratio", outcome.ratio(peer));
            entry.put("ratio_of_least", outcome.leastRatio(peer));
            peers.add(entry);
        }
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("task", outcome.name());
        task.put("eckart", json(outcome.eckart()));
        task.put("peers", peers);
        return task;
    }

    private static Map<String, Object> json(Measurement measured) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("method", measured.method());
        entry.put("median_seconds", measured.median());
        entry.put("seconds", measured.seconds());
        entry.put("error_per_row", measured.error());
        entry.put("iterations", measured.iterations());
        return entry;
    }
}
