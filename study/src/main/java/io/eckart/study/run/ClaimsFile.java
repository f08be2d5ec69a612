package io.eckart.study.run;

import static io.eckart.study.run.LineFile.cell;
import static io.eckart.study.run.LineFile.level;
import static io.eckart.study.run.LineFile.number;

import io.eckart.study.Claim;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** claims.csv: one line for each number of each claim, appended when the claim has been judged. */
final class ClaimsFile {
    private static final String HEADER =
            "claim,section,verdict,number,mean,half_width,seeds,sentence,condition,experiment,numbers";

    /**
     * One line.
     *
     * @param claim with this number alone
     * @param numbers the number of lines of the claim
     */
    private record Line(Claim claim, int numbers) {
        Line {
            if (numbers < 1) {
                throw new IllegalArgumentException("a claim without a number");
            }
        }

        static Line of(List<String> cells) {
            MeasuredNumber number = new MeasuredNumber(
                    cells.get(3), number(cells.get(4)), number(cells.get(5)), Integer.parseInt(cells.get(6)));
            Verdict verdict = level(Verdict.values(), Verdict::label, cells.get(2));
            List<MeasuredNumber> one = List.of(number);
            Claim claim = new Claim(cells.get(0), cells.get(1), cells.get(7), cells.get(9), one, verdict, cells.get(8));
            return new Line(claim, Integer.parseInt(cells.get(10)));
        }

        List<String> cells() {
            MeasuredNumber number = claim.numbers().getFirst();
            return List.of(
                    claim.id(),
                    claim.section(),
                    claim.verdict().label(),
                    number.name(),
                    cell(number.mean()),
                    cell(number.halfWidth()),
                    String.valueOf(number.seeds()),
                    claim.sentence(),
                    claim.condition(),
                    claim.experiment(),
                    String.valueOf(numbers));
        }
    }

    private final LineFile<Line> file;

    ClaimsFile(Optional<Path> path) {
        file = new LineFile<>(path, HEADER, Line::cells, Line::of);
    }

    /** Reads the complete claims and leaves only these in the file. */
    Map<String, Claim> open() {
        Map<String, List<Line>> found = file.read().stream()
                .collect(Collectors.groupingBy(line -> line.claim().id(), LinkedHashMap::new, Collectors.toList()));
        found.values().removeIf(lines -> lines.getFirst().numbers() != lines.size());
        file.replace(found.values().stream().flatMap(List::stream).toList());
        Map<String, Claim> claims = new LinkedHashMap<>();
        found.forEach((id, lines) -> claims.put(id, claim(lines)));
        return claims;
    }

    private static Claim claim(List<Line> lines) {
        return lines.getFirst()
                .claim()
                .withNumbers(lines.stream()
                        .map(line -> line.claim().numbers().getFirst())
                        .toList());
    }

    /** Adds the lines of one claim. */
    void append(Claim claim) {
        int count = claim.numbers().size();
        file.append(claim.numbers().stream()
                .map(number -> new Line(claim.withNumbers(List.of(number)), count))
                .toList());
    }
}
