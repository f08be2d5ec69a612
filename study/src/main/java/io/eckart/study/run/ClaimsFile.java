package io.eckart.study.run;

import static io.eckart.study.run.LineFile.cell;

import io.eckart.study.Claim;
import io.eckart.study.ClaimPlan;
import io.eckart.study.Evidence;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.judgement.Judgement;
import io.eckart.study.judgement.Measurements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * claims.csv: one line for each setting, control and note of each claim, appended when the claim has been measured. The value of each
 * seed is what is read again; all else is for the reader.
 */
final class ClaimsFile {
    private static final String HEADER =
            "claim,section,verdict,role,name,values,lines,answer,value,low,high,confidence,border,measured_on,sentence";

    /** What was measured for a claim. */
    record Entry(ClaimPlan plan, Measurements measured) {
        String id() {
            return plan.id();
        }
    }

    private record Line(String claim, String role, String name, List<Double> values, int lines, List<String> cells) {
        static Line of(List<String> cells) {
            List<Double> values = cells.get(5).isEmpty()
                    ? List.of()
                    : Arrays.stream(cells.get(5).split(" ", -1))
                            .map(Double::valueOf)
                            .toList();
            int lines = Integer.parseInt(cells.get(6));
            if (lines < 1 || !List.of(SETTING, CONTROL, NOTE).contains(cells.get(3))) {
                throw new IllegalArgumentException("not a line of a claim");
            }
            return new Line(cells.get(0), cells.get(3), cells.get(4), values, lines, cells);
        }
    }

    private static final String SETTING = "setting";
    private static final String CONTROL = "control";
    private static final String NOTE = "note";

    private final LineFile<Line> file;

    ClaimsFile(Optional<Path> path) {
        file = new LineFile<>(path, HEADER, Line::cells, Line::of);
    }

    /** Reads the complete claims and leaves only these in the file. */
    Map<String, Measurements> open() {
        Map<String, List<Line>> found = file.read().stream()
                .collect(Collectors.groupingBy(Line::claim, LinkedHashMap::new, Collectors.toList()));
        found.values().removeIf(lines -> lines.getFirst().lines() != lines.size());
        file.replace(found.values().stream().flatMap(List::stream).toList());
        Map<String, Measurements> claims = new LinkedHashMap<>();
        found.forEach((id, lines) -> claims.put(id, measurements(lines)));
        return claims;
    }

    private static Measurements measurements(List<Line> lines) {
        Map<String, List<Double>> judged = new LinkedHashMap<>();
        Map<String, List<Double>> notes = new LinkedHashMap<>();
        lines.forEach(line -> (line.role().equals(NOTE) ? notes : judged).put(line.name(), line.values()));
        return new Measurements(judged, notes);
    }

    /** Adds the lines of one claim. */
    void append(Entry entry) {
        Claim claim = Judgement.of(entry.plan(), entry.measured());
        Map<String, List<Double>> notes = entry.measured().notes();
        int count = claim.settings().size() + claim.controls().size() + notes.size();
        List<Line> lines = new ArrayList<>();
        claim.settings().forEach(evidence -> lines.add(line(entry, claim, SETTING, evidence, count)));
        claim.controls().forEach(evidence -> lines.add(line(entry, claim, CONTROL, evidence, count)));
        notes.forEach((name, values) -> lines.add(note(claim, name, values, count)));
        file.append(lines);
    }

    private static Line line(Entry entry, Claim claim, String role, Evidence evidence, int count) {
        String name = evidence.setting().name();
        List<Double> values = entry.measured().judged().getOrDefault(name, List.of());
        return line(
                claim,
                role,
                name,
                values,
                count,
                evidence.answer().name().toLowerCase(Locale.ROOT),
                cell(evidence.mean()),
                cell(evidence.low()),
                cell(evidence.high()),
                cell(evidence.confidence()),
                evidence.setting().border().text(),
                evidence.setting().measuredOn().rows());
    }

    private static Line note(Claim claim, String name, List<Double> values, int count) {
        MeasuredNumber number = MeasuredNumber.of(
                name, values.stream().mapToDouble(Double::doubleValue).toArray());
        double half = number.halfWidth();
        return line(
                claim,
                NOTE,
                name,
                values,
                count,
                "",
                cell(number.mean()),
                cell(number.mean() - half),
                cell(number.mean() + half),
                "0.95",
                "",
                "");
    }

    private static Line line(Claim claim, String role, String name, List<Double> values, int count, String... rest) {
        List<String> cells = new ArrayList<>(List.of(claim.id(), claim.plan().section(), claim.summary(), role, name));
        cells.add(values.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        cells.add(String.valueOf(count));
        cells.addAll(List.of(rest));
        cells.add(claim.plan().sentence());
        return new Line(claim.id(), role, name, values, count, cells);
    }
}
