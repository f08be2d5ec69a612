package io.eckart.benchmarks.comparison;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param disciplines by name; empty: all, unless growth alone is wanted
 * @param growth whether growth and the limit of the machine are measured
 * @param images the file to run on; empty: Fashion-MNIST or drawn digits
 * @param shared a folder of public data sets
 * @param libraries an interpreter or a class path for each library that was found
 * @param scripts the folder of the others' scripts
 * @param threads of each side, at least 1
 * @param rounds at least 1
 * @param warmups runs of each task before the first round, at least 1
 * @param large whether to run what takes minutes
 * @param out the JSON file to write; the page stands beside it
 */
record Options(
        List<String> disciplines,
        boolean growth,
        Optional<Path> images,
        Optional<Path> shared,
        Map<Library, String> libraries,
        Path scripts,
        int threads,
        int rounds,
        int warmups,
        boolean large,
        Path out) {
    Options {
        disciplines = List.copyOf(disciplines);
        libraries = Map.copyOf(libraries);
    }

    /** @throws IllegalArgumentException if an argument is not known or out of its range */
    static Options parse(List<String> arguments) {
        List<String> disciplines = new ArrayList<>();
        Optional<Path> images = Optional.empty();
        Optional<Path> shared = Optional.empty();
        Map<Library, String> libraries = new EnumMap<>(Library.class);
        Path scripts = Path.of("benchmarks", "python");
        int threads = Runtime.getRuntime().availableProcessors();
        int rounds = 5;
        int warmups = 2;
        boolean large = false;
        boolean growth = false;
        Path out = Path.of("benchmarks", "target", "comparison.json");
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            switch (argument) {
                case "growth" -> growth = true;
                case "--large" -> large = true;
                case "--threads" -> threads = positive(argument, rest);
                case "--rounds" -> rounds = positive(argument, rest);
                case "--warmups" -> warmups = positive(argument, rest);
                case "--shared" -> shared = Optional.of(Path.of(value(argument, rest)));
                case "--scripts" -> scripts = Path.of(value(argument, rest));
                case "--library" -> libraries.put(Library.of(value(argument, rest)), value(argument, rest));
                case "--out" -> out = Path.of(value(argument, rest));
                default -> {
                    if (Disciplines.has(argument)) {
                        disciplines.add(argument);
                    } else {
                        images = Optional.of(file(argument, images));
                    }
                }
            }
        }
        return new Options(
                disciplines,
                growth,
                images,
                shared,
                libraries,
                scripts,
                threads,
                rounds,
                warmups,
                large,
                out.toAbsolutePath());
    }

    private static Path file(String argument, Optional<Path> before) {
        boolean isName = argument.indexOf('.') < 0 && argument.indexOf('/') < 0 && argument.indexOf('-') != 0;
        if (argument.startsWith("-") || before.isPresent() || isName) {
            throw new IllegalArgumentException("'" + argument + "' is no option, no discipline (" + Disciplines.names()
                    + ", growth) and no data file, of which there can be one");
        }
        return Path.of(argument);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }

    private static int positive(String option, Deque<String> rest) {
        String value = value(option, rest);
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    option + " must be a whole number from 1 to 999999, got '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    /** The page that goes with the JSON file. */
    Path page() {
        String name = out.getFileName().toString();
        return out.resolveSibling(name.replaceFirst("\\.json$", "") + ".html");
    }

    DataFolder dataFolder() {
        Path folder = out.getParent();
        return new DataFolder(images, shared, folder == null ? Path.of("") : folder);
    }
}
