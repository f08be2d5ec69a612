package io.eckart.task.label;

import java.util.List;

/**
 * Which label-efficiency table is measured.
 *
 * @param levels numbers of labels of each class, for values of all labels; those above what the data has are left out
 * @param seeds random draws of labelled rows, at least 2
 * @param methods compared; empty: all within the budget
 */
public record CurveOptions(List<Integer> levels, int seeds, List<LabelMethod> methods) {

    /** 1, 3, 10, 30 and 100 labels of each class, ten times each, every method. */
    public static final CurveOptions DEFAULT = new CurveOptions(List.of(1, 3, 10, 30, 100), 10, List.of());

    /** @throws IllegalArgumentException if a value is out of its range */
    public CurveOptions {
        levels = List.copyOf(levels);
        methods = List.copyOf(methods);
        if (levels.isEmpty() || levels.stream().anyMatch(level -> level < 1)) {
            throw new IllegalArgumentException("labels of each class must be at least 1, got " + levels);
        }
        if (seeds < 2) {
            throw new IllegalArgumentException("an interval needs at least 2 seeds, got " + seeds);
        }
    }

    public CurveOptions withLevels(List<Integer> chosen) {
        return new CurveOptions(chosen, seeds, methods);
    }

    public CurveOptions withSeeds(int count) {
        return new CurveOptions(levels, count, methods);
    }

    public CurveOptions withMethods(List<LabelMethod> chosen) {
        return new CurveOptions(levels, seeds, chosen);
    }
}
