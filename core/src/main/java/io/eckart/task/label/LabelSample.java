package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.numerics.RandomStreams;
import io.eckart.training.label.KnownLabels;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Labelled rows in random order, class by class: the first rows of each class are a sample balanced by class, and smaller samples are parts of larger ones. Values
 * count as one class.
 *
 * @param order the rows of each class
 */
record LabelSample(List<int[]> order) {

    static LabelSample of(Targets known, RandomStreams random) {
        SplittableRandom draws = random.stream("labelled rows");
        List<int[]> order = new ArrayList<>();
        for (int[] rows : byClass(known)) {
            RandomStreams.shuffle(rows, draws);
            order.add(rows);
        }
        return new LabelSample(order);
    }

    /** The labelled rows of each class that has one, ascending. */
    static List<int[]> byClass(Targets known) {
        int[] labelled = KnownLabels.rows(known);
        return switch (known) {
            case Targets.Values _ -> List.of(labelled);
            case Targets.Classes classes ->
                IntStream.range(0, classes.names().size())
                        .mapToObj(c -> IntStream.of(labelled)
                                .filter(i -> classes.of()[i] == c)
                                .toArray())
                        .filter(rows -> rows.length > 0)
                        .toList();
        };
    }

    /** The number of rows of the smallest class. */
    int smallest() {
        return order.stream().mapToInt(rows -> rows.length).min().orElse(0);
    }

    /** The first {@code count} rows of each class, ascending. */
    int[] first(int count) {
        return order.stream()
                .flatMapToInt(rows -> IntStream.of(rows).limit(count))
                .sorted()
                .toArray();
    }

    /** The rows after the first {@code count} of each class, ascending; at most {@code most} in all, evenly from the classes. */
    int[] rest(int count, int most) {
        int[] rest = order.stream()
                .flatMapToInt(rows -> IntStream.of(rows).skip(count))
                .toArray();
        int taken = Math.min(most, rest.length);
        return IntStream.range(0, taken)
                .map(i -> rest[(int) ((long) i * rest.length / taken)])
                .sorted()
                .toArray();
    }
}
