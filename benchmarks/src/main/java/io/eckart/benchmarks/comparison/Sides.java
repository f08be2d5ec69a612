package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Introduction;
import io.eckart.benchmarks.side.Reply;
import io.eckart.benchmarks.side.Request;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Those who compete in a discipline.
 *
 * @param eckart this library
 * @param peers as many as there are libraries to compare with; may be empty
 */
record Sides(Side eckart, List<Side> peers) implements AutoCloseable {
    Sides {
        peers = List.copyOf(peers);
    }

    /** Starts all sides whose library was found; one that does not come up is told of and left out. */
    static Sides start(Discipline discipline, Options options, Path data) {
        Side eckart = Side.start("Eckart", SideCommand.eckart(discipline.name(), data, options.threads()), Map.of());
        List<Side> peers = new ArrayList<>();
        for (PeerProgram program : discipline.programs()) {
            String where = options.libraries().get(program.library());
            if (where != null) {
                start(program, where, options, data, peers);
            }
        }
        Sides sides = new Sides(eckart, peers);
        sides.requireSameSize();
        return sides;
    }

    private static void start(PeerProgram program, String where, Options options, Path data, List<Side> peers) {
        String name = program.program();
        try {
            List<String> command = SideCommand.peer(program, where, options.scripts(), data, options.threads());
            peers.add(Side.start(name, command, SideCommand.environment(options.threads())));
        } catch (IllegalStateException e) {
            Terminal.note("compare: " + e.getMessage() + ", so it takes no part");
        }
    }

    private void requireSameSize() {
        Introduction ours = eckart.introduction();
        for (Side peer : peers) {
            Introduction theirs = peer.introduction();
            if (theirs.rows() != ours.rows() || theirs.columns() != ours.columns()) {
                throw new IllegalStateException("the sides read different data: " + ours.rows() + " x " + ours.columns()
                        + " and " + theirs.rows() + " x " + theirs.columns());
            }
        }
    }

    List<Introduction> introductions() {
        List<Introduction> all = new ArrayList<>(List.of(eckart.introduction()));
        peers.forEach(side -> all.add(side.introduction()));
        return all;
    }

    List<String> peerMethods() {
        return peers.stream()
                .flatMap(side -> side.introduction().methods().stream())
                .toList();
    }

    /** Asks the peer that has the method. */
    Reply ask(Request request) {
        return peers.stream()
                .filter(side -> side.introduction().methods().contains(request.method()))
                .findFirst()
                .orElseThrow()
                .ask(request);
    }

    @Override
    public void close() {
        eckart.close();
        peers.forEach(Side::close);
    }
}
