package io.eckart.benchmarks.comparison;

import java.util.List;
import java.util.stream.Collectors;

/** All that can be compared. */
final class Disciplines {
    private static final List<Discipline> ALL = List.of(
            MatrixContests.pca(),
            MatrixContests.kMeans(),
            MatrixContests.linear(),
            NetworkContests.train(),
            NetworkContests.trainSmall(),
            NetworkContests.unrolled(),
            EncodingContests.many(),
            EncodingContests.one(),
            TableContests.csv(),
            TableContests.fill(),
            TableContests.spread(),
            TableContests.start());

    private Disciplines() {}

    /**
     * Those named, or all where none is.
     *
     * @throws IllegalArgumentException if there is none of a name
     */
    static List<Discipline> named(List<String> names, boolean large) {
        return (names.isEmpty() ? ALL : names.stream().map(Disciplines::named).toList())
                .stream().map(discipline -> discipline.sized(large)).toList();
    }

    static boolean has(String name) {
        return ALL.stream().anyMatch(discipline -> discipline.name().equals(name));
    }

    static String names() {
        return ALL.stream().map(Discipline::name).collect(Collectors.joining(", "));
    }

    private static Discipline named(String name) {
        return ALL.stream()
                .filter(discipline -> discipline.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("'" + name + "' is no discipline; there are " + names()));
    }
}
