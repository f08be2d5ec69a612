package io.eckart.study.run;

import static io.eckart.study.run.LineFile.level;

import io.eckart.study.CodeSize;
import io.eckart.study.CurveFigure;
import io.eckart.study.Parameterization;
import io.eckart.study.Series;
import io.eckart.study.Start;
import io.eckart.study.TrainingCorruption;
import io.eckart.study.analysis.SeedCurve;
import io.eckart.study.trial.CurveExperiments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** curves.csv: one line for each point of each curve of each seed. */
final class CurvesFile {
    private record Key(CurveFigure figure, Series series, int seed, int points) {}

    private record Point(Key key, double x, double y) {
        static Point of(List<String> cells) {
            Series series = new Series(
                    level(Parameterization.values(), Parameterization::label, cells.get(1)),
                    level(CodeSize.values(), CodeSize::label, cells.get(2)),
                    level(TrainingCorruption.values(), TrainingCorruption::label, cells.get(3)),
                    level(Start.values(), Start::label, cells.get(4)),
                    cells.get(5));
            int seed = Integer.parseInt(cells.get(6));
            Key key = new Key(CurveFigure.valueOf(cells.get(0)), series, seed, Integer.parseInt(cells.get(7)));
            return new Point(key, Double.parseDouble(cells.get(8)), Double.parseDouble(cells.get(9)));
        }

        List<String> cells() {
            Series series = key.series;
            return Stream.of(
                            key.figure.name(),
                            series.form().label(),
                            series.size().label(),
                            series.corruption().label(),
                            series.start().label(),
                            series.variant(),
                            key.seed,
                            key.points,
                            x,
                            y)
                    .map(String::valueOf)
                    .toList();
        }
    }

    private final LineFile<Point> file;

    CurvesFile(Optional<Path> path) {
        file = new LineFile<>(
                path,
                "figure,parameterization,code_size,corruption,start,variant,seed,points,x,y",
                Point::cells,
                Point::of);
    }

    /** Reads the curves of seeds that have all of theirs and leaves only these in the file. */
    List<SeedCurve> open() {
        Map<Key, List<Point>> found = new LinkedHashMap<>();
        file.read()
                .forEach(point -> found.computeIfAbsent(point.key(), key -> new ArrayList<>())
                        .add(point));
        Map<Integer, List<SeedCurve>> seeds = new TreeMap<>();
        found.forEach((key, points) -> {
            if (points.size() == key.points()) {
                seeds.computeIfAbsent(key.seed(), seed -> new ArrayList<>()).add(curve(key, points));
            }
        });
        List<SeedCurve> curves = seeds.values().stream()
                .filter(ofSeed -> ofSeed.size() == CurveExperiments.curvesOfSeed())
                .flatMap(List::stream)
                .toList();
        file.replace(points(curves));
        return curves;
    }

    private static SeedCurve curve(Key key, List<Point> points) {
        List<Double> x = points.stream().map(Point::x).toList();
        return new SeedCurve(
                key.figure(),
                key.series(),
                key.seed(),
                x,
                points.stream().map(Point::y).toList());
    }

    /** Adds the lines of some curves. */
    void append(List<SeedCurve> curves) {
        file.append(points(curves));
    }

    private static List<Point> points(List<SeedCurve> curves) {
        return curves.stream().flatMap(CurvesFile::points).toList();
    }

    private static Stream<Point> points(SeedCurve curve) {
        int count = curve.x().size();
        Key key = new Key(curve.figure(), curve.series(), curve.seed(), count);
        return IntStream.range(0, count)
                .mapToObj(i -> new Point(key, curve.x().get(i), curve.y().get(i)));
    }
}
