package io.eckart.benchmarks.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The other sides: as many as there are Pythons with a library to compare with.
 *
 * @param sides may be empty
 */
record PeerSide(List<Side> sides) implements AutoCloseable {

    /**
     * A library in a Python.
     *
     * @param python the interpreter that has it
     * @param script what it runs
     */
    record Peer(String python, Path script) {}

    static PeerSide start(Options options, Path data) {
        List<Side> sides = new ArrayList<>();
        for (Peer peer : options.peers()) {
            List<String> command = List.of(
                    peer.python(), peer.script().toString(), data.toString(), String.valueOf(options.threads()));
            sides.add(Side.start(command, threadSettings(options.threads())));
        }
        return new PeerSide(List.copyOf(sides));
    }

    private static Map<String, String> threadSettings(int threads) {
        String count = String.valueOf(threads);
        return Map.of("OMP_NUM_THREADS", count, "OPENBLAS_NUM_THREADS", count, "MKL_NUM_THREADS", count);
    }

    List<Introduction> introductions() {
        return sides.stream().map(Side::introduction).toList();
    }

    List<String> methods() {
        return introductions().stream().flatMap(side -> side.methods().stream()).toList();
    }

    /** Asks the side that has the method. */
    Reply ask(Request request) {
        return sides.stream()
                .filter(side -> side.introduction().methods().contains(request.method()))
                .findFirst()
                .orElseThrow()
                .ask(request);
    }

    @Override
    public void close() {
        sides.forEach(Side::close);
    }
}
