package io.eckart.study.result;

import io.eckart.data.DataException;
import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.LeastErrors;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudyResult;
import io.eckart.study.StudyRun;
import io.eckart.study.TrainingCorruption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * results.csv: one line for each run and budget, appended when the run has ended, so that an interruption costs the runs in
 * progress. A line that was cut off, and a run without all its lines, are left out when the file is read, and made again.
 */
final class ResultsFile {
    private final LineFile file;
    private final Map<Integer, LeastErrors> least;

    /** @param least by k, written beside the errors */
    ResultsFile(Path path, Map<Integer, LeastErrors> least) {
        this.file = new LineFile(path);
        this.least = least;
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(
                List.of("seed", "parameterization", "code_size", "corruption", "budget", "k", "steps", "clean"));
        StudyDesign.TEST_NOISE.forEach(level -> columns.add("noise_" + level));
        columns.addAll(
                List.of("masked", "holes", "identity_distance", "noise_gain", "largest_angle", "decoder_spectrum"));
        columns.add("least_clean");
        StudyDesign.TEST_NOISE.forEach(level -> columns.add("least_noise_" + level));
        columns.add("least_masked");
        return columns;
    }

    /**
     * Reads the whole runs that are there and leaves only these in the file.
     *
     * @throws DataException if the file cannot be read or a line is none that a study writes
     */
    List<StudyResult> open() {
        String header = String.join(",", columns());
        Map<StudyRun, List<StudyResult>> runs = new LinkedHashMap<>();
        for (String line : file.lines(header)) {
            StudyResult result = parse(line);
            runs.computeIfAbsent(result.run(), run -> new ArrayList<>()).add(result);
        }
        List<StudyResult> whole = runs.values().stream()
                .filter(results -> results.size() == Budget.values().length)
                .flatMap(List::stream)
                .toList();
        file.replace(header, whole.stream().map(this::line).toList());
        return whole;
    }

    /** Adds the lines of one run. */
    void append(List<StudyResult> results) {
        file.append(results.stream().map(this::line).toList());
    }

    private String line(StudyResult result) {
        StudyRun run = result.run();
        Measures measures = result.measures();
        LeastErrors floor = least.get(result.codeSize());
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(run.seed()),
                run.parameterization().label(),
                run.codeSize().label(),
                run.corruption().label(),
                result.budget().label(),
                String.valueOf(result.codeSize()),
                String.valueOf(result.steps()),
                number(measures.clean())));
        measures.noisy().forEach(error -> cells.add(number(error)));
        cells.add(number(measures.masked()));
        cells.add(number(measures.holes()));
        cells.add(number(measures.identityDistance()));
        cells.add(number(measures.noiseGain()));
        cells.add(number(measures.largestAngle()));
        cells.add(measures.spectrum().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        if (floor != null) {
            cells.add(number(floor.clean()));
            floor.noisy().forEach(error -> cells.add(number(error)));
            cells.add(number(floor.masked()));
        }
        return String.join(",", cells);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.valueOf(value) : "";
    }

    private StudyResult parse(String line) {
        String[] cells = line.split(",", -1);
        int levels = StudyDesign.TEST_NOISE.size();
        try {
            StudyRun run = new StudyRun(
                    Integer.parseInt(cells[0]),
                    level(Parameterization.values(), Parameterization::label, cells[1]),
                    level(CodeSize.values(), CodeSize::label, cells[2]),
                    level(TrainingCorruption.values(), TrainingCorruption::label, cells[3]));
            int at = 8 + levels;
            Measures measures = new Measures(
                    value(cells[7]),
                    Arrays.stream(cells, 8, at).map(ResultsFile::value).toList(),
                    value(cells[at]),
                    value(cells[at + 1]),
                    value(cells[at + 2]),
                    value(cells[at + 3]),
                    value(cells[at + 4]),
                    spectrum(cells[at + 5]));
            Budget budget = level(Budget.values(), Budget::label, cells[4]);
            return new StudyResult(run, budget, Integer.parseInt(cells[5]), Integer.parseInt(cells[6]), measures);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw file.isNoLine(line, e);
        }
    }

    private static <E> E level(E[] levels, java.util.function.Function<E, String> label, String cell) {
        return Arrays.stream(levels)
                .filter(level -> label.apply(level).equals(cell))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(cell));
    }

    private static double value(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private static List<Double> spectrum(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(" ", -1)).map(Double::valueOf).toList();
    }
}
