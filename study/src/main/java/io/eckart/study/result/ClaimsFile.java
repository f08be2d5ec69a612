package io.eckart.study.result;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.eckart.study.Claim;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Verdict;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** claims.csv: one line for each number of each claim, appended when the claim has been judged. */
final class ClaimsFile {
    private static final List<String> COLUMNS = List.of(
            "claim",
            "section",
            "verdict",
            "number",
            "mean",
            "half_width",
            "seeds",
            "sentence",
            "condition",
            "experiment",
            "numbers");

    private final LineFile file;

    ClaimsFile(Path path) {
        file = new LineFile(path);
    }

    /** Reads the whole claims that are there and leaves only these in the file. */
    Map<String, Claim> open() {
        String header = String.join(",", COLUMNS);
        Map<String, List<CsvRecord>> found = new LinkedHashMap<>();
        for (String line : file.lines(header)) {
            CsvRecord cells = cells(line);
            found.computeIfAbsent(cells.getField(0), id -> new ArrayList<>()).add(cells);
        }
        Map<String, Claim> claims = new LinkedHashMap<>();
        found.values().forEach(lines -> {
            if (Integer.parseInt(lines.getFirst().getField(10)) == lines.size()) {
                Claim claim = claim(lines);
                claims.put(claim.id(), claim);
            }
        });
        file.replace(
                header,
                claims.values().stream().flatMap(claim -> lines(claim).stream()).toList());
        return claims;
    }

    private CsvRecord cells(String line) {
        if (line.isEmpty()) {
            throw file.isNoLine(line, new IllegalArgumentException("an empty line"));
        }
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(line)) {
            CsvRecord cells = reader.iterator().next();
            boolean whole = cells.getFieldCount() == COLUMNS.size();
            if (whole && number(cells) != null && Integer.parseInt(cells.getField(10)) > 0) {
                return cells;
            }
            throw file.isNoLine(line, new IllegalArgumentException("another number of cells"));
        } catch (CsvParseException | IllegalArgumentException | java.io.IOException e) {
            throw file.isNoLine(line, e);
        }
    }

    private static MeasuredNumber number(CsvRecord cells) {
        return new MeasuredNumber(
                cells.getField(3),
                value(cells.getField(4)),
                value(cells.getField(5)),
                Integer.parseInt(cells.getField(6)));
    }

    private static double value(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static Claim claim(List<CsvRecord> lines) {
        CsvRecord first = lines.getFirst();
        return new Claim(
                first.getField(0),
                first.getField(1),
                first.getField(7),
                first.getField(9),
                lines.stream().map(ClaimsFile::number).toList(),
                Verdict.parse(first.getField(2)),
                first.getField(8));
    }

    /** Adds the lines of one claim. */
    void append(Claim claim) {
        file.append(lines(claim));
    }

    private static List<String> lines(Claim claim) {
        return claim.numbers().stream().map(number -> line(claim, number)).toList();
    }

    private static String line(Claim claim, MeasuredNumber number) {
        StringWriter text = new StringWriter();
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text)
                .writeRecord(
                        claim.id(),
                        claim.section(),
                        claim.verdict().label(),
                        number.name(),
                        text(number.mean()),
                        text(number.halfWidth()),
                        String.valueOf(number.seeds()),
                        claim.sentence(),
                        claim.condition(),
                        claim.experiment(),
                        String.valueOf(claim.numbers().size()));
        return text.toString().stripTrailing();
    }

    private static String text(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }
}
