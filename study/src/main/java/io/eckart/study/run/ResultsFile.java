package io.eckart.study.run;

import static io.eckart.study.run.LineFile.cell;
import static io.eckart.study.run.LineFile.level;
import static io.eckart.study.run.LineFile.number;

import io.eckart.study.Budget;
import io.eckart.study.CodeSize;
import io.eckart.study.LeastErrors;
import io.eckart.study.Measures;
import io.eckart.study.Parameterization;
import io.eckart.study.Start;
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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * results.csv: one line for each run and budget, appended when the run has ended, so that an interruption costs only the runs in
 * progress. A line that was cut off, and a run without all its lines, are left out when the file is read, and made again.
 */
final class ResultsFile {
    private final LineFile<StudyResult> file;

    ResultsFile(Optional<Path> path) {
        this.file = new LineFile<>(path, String.join(",", columns()), ResultsFile::cells, ResultsFile::parse);
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(
                "seed", "parameterization", "code_size", "corruption", "start", "budget", "k", "steps", "clean"));
        StudyDesign.TEST_NOISE.forEach(level -> columns.add("noise_" + level));
        columns.addAll(List.of("masked", "holes", "identity_distance", "noise_gain", "spurious_gain", "largest_gain"));
        columns.addAll(List.of("contrast", "exact_denoiser"));
        columns.addAll(List.of("largest_angle", "decoder_spectrum"));
        columns.add("least_clean");
        StudyDesign.TEST_NOISE.forEach(level -> columns.add("least_noise_" + level));
        columns.addAll(List.of("least_masked", "energy"));
        return columns;
    }

    /**
     * Reads the complete runs and leaves only these in the file.
     *
     * @throws io.eckart.data.DataException if the file cannot be read or has a line that a study does not write
     */
    List<StudyResult> open() {
        Map<StudyRun, List<StudyResult>> runs = file.read().stream()
                .collect(Collectors.groupingBy(StudyResult::run, LinkedHashMap::new, Collectors.toList()));
        List<StudyResult> whole = runs.values().stream()
                .filter(results -> results.size() == Budget.values().length)
                .flatMap(List::stream)
                .toList();
        file.replace(whole);
        return whole;
    }

    /** Adds the lines of one run. */
    void append(List<StudyResult> results) {
        file.append(results);
    }

    private static List<String> cells(StudyResult result) {
        StudyRun run = result.run();
        Measures measures = result.measures();
        LeastErrors floor = measures.least();
        List<String> cells = new ArrayList<>(List.of(
                String.valueOf(run.seed()),
                run.parameterization().label(),
                run.codeSize().label(),
                run.corruption().label(),
                run.start().label(),
                result.budget().label(),
                String.valueOf(result.codeSize()),
                String.valueOf(result.steps())));
        addErrors(cells, measures.clean(), measures.noisy(), measures.masked());
        for (double number : new double[] {
            measures.holes(),
            measures.identityDistance(),
            measures.noiseGain(),
            measures.spuriousGain(),
            measures.largestGain(),
            measures.contrast(),
            measures.exactDenoiser(),
            measures.largestAngle()
        }) {
            cells.add(cell(number));
        }
        cells.add(measures.spectrum().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        addErrors(cells, floor.clean(), floor.noisy(), floor.masked());
        cells.add(cell(floor.energy()));
        return cells;
    }

    private static void addErrors(List<String> cells, double clean, List<Double> noisy, double masked) {
        cells.add(cell(clean));
        noisy.forEach(error -> cells.add(cell(error)));
        cells.add(cell(masked));
    }

    private static StudyResult parse(List<String> cells) {
        StudyRun run = new StudyRun(
                Integer.parseInt(cells.get(0)),
                level(Parameterization.values(), Parameterization::label, cells.get(1)),
                level(CodeSize.values(), CodeSize::label, cells.get(2)),
                level(TrainingCorruption.values(), TrainingCorruption::label, cells.get(3)),
                level(Start.values(), Start::label, cells.get(4)));
        int at = 9 + StudyDesign.TEST_NOISE.size();
        double clean = number(cells.get(8));
        List<Double> noisy = cells.subList(9, at).stream().map(LineFile::number).toList();
        double[] rest =
                cells.subList(at, at + 9).stream().mapToDouble(LineFile::number).toArray();
        List<Double> spectrum = spectrum(cells.get(at + 9));
        LeastErrors least = least(cells.subList(at + 10, cells.size()));
        Measures measures = new Measures(
                clean, noisy, rest[0], rest[1], rest[2], rest[3], rest[4], rest[5], rest[6], rest[7], rest[8], spectrum,
                least);
        Budget budget = level(Budget.values(), Budget::label, cells.get(5));
        return new StudyResult(run, budget, Integer.parseInt(cells.get(6)), Integer.parseInt(cells.get(7)), measures);
    }

    private static LeastErrors least(List<String> cells) {
        List<Double> numbers = cells.stream().map(LineFile::number).toList();
        int masked = 1 + StudyDesign.TEST_NOISE.size();
        return new LeastErrors(
                numbers.getFirst(), numbers.subList(1, masked), numbers.get(masked), numbers.get(masked + 1));
    }

    private static List<Double> spectrum(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(" ", -1)).map(Double::valueOf).toList();
    }
}
