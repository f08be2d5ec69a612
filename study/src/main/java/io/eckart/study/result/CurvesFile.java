package io.eckart.study.result;

import io.eckart.study.CurveFigure;
import io.eckart.study.SeedCurve;
import io.eckart.study.trial.CurveExperiments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** curves.csv: one line for each point of each curve of each seed. */
final class CurvesFile {
    private static final String HEADER = "figure,series,seed,points,x,y";

    private final LineFile file;

    CurvesFile(Path path) {
        file = new LineFile(path);
    }

    private record Key(CurveFigure figure, String series, int seed, int points) {}

    /** Reads the curves of seeds that have all of theirs and leaves only these in the file. */
    List<SeedCurve> open() {
        Map<Key, List<double[]>> found = new LinkedHashMap<>();
        for (String line : file.lines(HEADER)) {
            String[] cells = line.split(",", -1);
            try {
                Key key = new Key(
                        CurveFigure.valueOf(cells[0]),
                        cells[1],
                        Integer.parseInt(cells[2]),
                        Integer.parseInt(cells[3]));
                found.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(new double[] {Double.parseDouble(cells[4]), Double.parseDouble(cells[5])});
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw file.isNoLine(line, e);
            }
        }
        Map<Integer, List<SeedCurve>> seeds = new TreeMap<>();
        found.forEach((key, points) -> {
            if (points.size() == key.points()) {
                seeds.computeIfAbsent(key.seed(), seed -> new ArrayList<>()).add(curve(key, points));
            }
        });
        List<SeedCurve> curves = seeds.values().stream()
                .filter(of -> of.size() == CurveExperiments.curvesOfSeed())
                .flatMap(List::stream)
                .toList();
        file.replace(
                HEADER, curves.stream().flatMap(curve -> lines(curve).stream()).toList());
        return curves;
    }

    private static SeedCurve curve(Key key, List<double[]> points) {
        return new SeedCurve(
                key.figure(),
                key.series(),
                key.seed(),
                points.stream().map(point -> point[0]).toList(),
                points.stream().map(point -> point[1]).toList());
    }

    /** Adds the lines of some curves. */
    void append(List<SeedCurve> curves) {
        file.append(curves.stream().flatMap(curve -> lines(curve).stream()).toList());
    }

    private static List<String> lines(SeedCurve curve) {
        String[] lines = new String[curve.x().size()];
        Arrays.setAll(
                lines,
                i -> curve.figure().name() + "," + curve.series() + "," + curve.seed() + "," + lines.length + ","
                        + curve.x().get(i) + "," + curve.y().get(i));
        return List.of(lines);
    }
}
