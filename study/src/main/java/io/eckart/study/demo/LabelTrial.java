package io.eckart.study.demo;

import io.eckart.data.Table;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.study.demo.FewLabels.Point;
import io.eckart.study.demo.FewLabels.Way;
import io.eckart.task.FitOptions;
import io.eckart.task.RowExamples;
import io.eckart.task.label.CurveOptions;
import io.eckart.task.label.Label;
import io.eckart.task.label.LabelCurve;
import io.eckart.task.label.LabelMethod;
import io.eckart.task.label.LabelOptions;
import io.eckart.task.label.Labelled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Names drawings from three labels of each digit, several times. */
record LabelTrial(Table drawings, DemoSize size, FitOptions options) {
    private static final LabelMethod ALONE = LabelMethod.SOFTMAX;
    private static final LabelMethod TOGETHER = LabelMethod.SPREAD;
    private static final Map<LabelMethod, String> WORDS =
            Map.of(LabelMethod.NEAREST, "nearest label", ALONE, "softmax on labels", TOGETHER, "labels spread");

    /** What was found, the labelled drawings of one draw, and all drawings on a map as they were named in it. */
    record Outcome(FewLabels found, RowExamples labelled, List<Point> map) {}

    Outcome run(FittedModel<Pca> pca) {
        CurveOptions curve = CurveOptions.DEFAULT
                .withLevels(List.of(DemoSize.LABELS_OF_EACH))
                .withSeeds(size.draws())
                .withMethods(List.copyOf(WORDS.keySet()));
        LabelCurve measured = Label.curve(drawings, curve, LabelOptions.DEFAULT, options);
        Labelled alone = named(ALONE);
        Labelled together = named(TOGETHER);
        List<Way> ways = new ArrayList<>(List.of(new Way("commonest digit", false, commonest(together), Double.NaN)));
        measured.points().stream()
                .sorted(Comparator.comparing(LabelCurve.Point::method))
                .map(LabelTrial::way)
                .forEach(ways::add);
        FewLabels found = new FewLabels(size.labels(), together.rows().length, size.draws(), ways);
        return new Outcome(found, labelled(together), map(pca.encode(drawings), alone, together));
    }

    private static Way way(LabelCurve.Point point) {
        LabelMethod method = point.method();
        String what = Objects.requireNonNull(WORDS.get(method));
        return new Way(what, method.usesUnlabelled(), 1 - point.mean(), point.halfWidth());
    }

    private Labelled named(LabelMethod method) {
        return Label.hiding(
                drawings,
                DemoSize.LABELS_OF_EACH,
                LabelOptions.DEFAULT.withMethod(method).unchecked(),
                options);
    }

    private double commonest(Labelled hidden) {
        Map<String, Long> counts = Arrays.stream(hidden.rows())
                .mapToObj(i -> Objects.requireNonNull(drawings.label(i)))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return (double) Collections.max(counts.values()) / hidden.rows().length;
    }

    private RowExamples labelled(Labelled hidden) {
        int[] kept = IntStream.range(0, drawings.rows())
                .filter(i -> Arrays.binarySearch(hidden.rows(), i) < 0)
                .toArray();
        long[] numbers = IntStream.of(kept).mapToLong(i -> i + 1L).toArray();
        RowExamples.View view = new RowExamples.View("labelled", drawings.select(kept));
        return RowExamples.of(drawings.rows(), numbers, List.of(view));
    }

    private List<Point> map(FloatMatrix codes, Labelled alone, Labelled together) {
        @Nullable String[] fromLabels = names(alone);
        @Nullable String[] fromAll = names(together);
        return IntStream.range(0, drawings.rows())
                .mapToObj(i -> new Point(
                        i + 1L,
                        codes.get(i, 0),
                        codes.get(i, 1),
                        drawings.label(i),
                        fromLabels[i],
                        fromAll[i],
                        verdict(drawings.label(i), fromLabels[i], fromAll[i])))
                .toList();
    }

    private @Nullable String[] names(Labelled labelled) {
        @Nullable String[] names = new String[drawings.rows()];
        for (int i = 0; i < labelled.rows().length; i++) {
            names[labelled.rows()[i]] = labelled.label(i).orElse(null);
        }
        return names;
    }

    private static String verdict(@Nullable String digit, @Nullable String alone, @Nullable String together) {
        boolean first = Objects.equals(digit, alone);
        boolean second = Objects.equals(digit, together);
        if (alone == null && together == null) {
            return "has a label";
        }
        if (first == second) {
            return first ? "right both times" : "wrong both times";
        }
        return second ? "right only with the unlabelled" : "right only without them";
    }
}
