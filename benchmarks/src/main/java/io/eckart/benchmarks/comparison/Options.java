package io.eckart.benchmarks.comparison;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the user asked for.
 *
 * @param data the file to run on; empty: drawn digits
 * @param peers whom to compare with; empty: Eckart alone
 * @param threads of each side, at least 1
 * @param rounds at least 1
 * @param warmups runs of each task before the first round, at least 1
 * @param large whether to run what takes minutes
 * @param out the JSON file to write
 */
record Options(
        Optional<Path> data, List<PeerSide.Peer> peers, int threads, int rounds, int warmups, boolean large, Path out) {

    /** @throws IllegalArgumentException if an argument is not known or out of its range */
    static Options parse(List<String> arguments) {
        Optional<Path> data = Optional.empty();
        List<PeerSide.Peer> peers = new ArrayList<>();
        int threads = Runtime.getRuntime().availableProcessors();
        int rounds = 5;
        int warmups = 2;
        boolean large = false;
        Path out = Path.of("benchmarks", "target", "comparison.json");
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            switch (argument) {
                case "--large" -> large = true;
                case "--threads" -> threads = positive(argument, rest);
                case "--rounds" -> rounds = positive(argument, rest);
                case "--warmups" -> warmups = positive(argument, rest);
                case "--peer" -> peers.add(new PeerSide.Peer(value(argument, rest), Path.of(value(argument, rest))));
                case "--out" -> out = Path.of(value(argument, rest));
                default -> data = Optional.of(file(argument, data));
            }
        }
        return new Options(data, List.copyOf(peers), threads, rounds, warmups, large, out);
    }

    private static Path file(String argument, Optional<Path> before) {
        if (argument.startsWith("-") || before.isPresent()) {
            throw new IllegalArgumentException(
                    "'" + argument + "' is no option, and one data file is all there can be");
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
}
