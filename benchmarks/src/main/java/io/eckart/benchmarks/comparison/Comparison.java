package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.BenchmarkData;
import io.eckart.data.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Has both sides do the same work in turns and reports their times. */
final class Comparison {
    /** What a side's threads may still be spinning for after a run ends before the other side's turn. */
    private static final int PAUSE_MILLISECONDS = 200;

    private final Options options;
    private final Side eckart;
    private final PeerSide peer;

    private Comparison(Options options, Side eckart, PeerSide peer) {
        this.options = options;
        this.eckart = eckart;
        this.peer = peer;
    }

    public static void main(String[] arguments) throws IOException {
        try {
            run(Options.parse(List.of(arguments)));
        } catch (IllegalArgumentException | IllegalStateException | DataException | UncheckedIOException e) {
            System.err.println("compare: " + e.getMessage());
            System.exit(e instanceof IllegalArgumentException || e instanceof DataException ? 2 : 1);
        }
    }

    private static void run(Options options) throws IOException {
        Path folder = Files.createDirectories(options.out().toAbsolutePath().getParent());
        Path data = options.data().orElseGet(() -> digits(folder));
        if (!Files.isReadable(data)) {
            throw new IllegalArgumentException(data + ": no such file, or it cannot be read");
        }
        double loadBefore = Machine.load();
        try (Side eckart = Side.start(eckartCommand(options, data), Map.of());
                PeerSide peer = PeerSide.start(options, data)) {
            List<Outcome> outcomes = new Comparison(options, eckart, peer).outcomes();
            Report report = new Report(
                    options, data, Machine.here(), loadBefore, eckart.introduction(), peer.introductions(), outcomes);
            System.out.print(report.text());
            Files.writeString(options.out(), report.json());
        }
    }

    private static Path digits(Path folder) {
        Path file = folder.resolve("digits-60000-idx3-ubyte");
        if (!Files.exists(file)) {
            System.err.println("drawing 60,000 digits into " + file + " ...");
            Path unfinished = folder.resolve("digits.part");
            BenchmarkData.writeDigits(unfinished);
            try {
                Files.move(unfinished, file);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file, e);
            }
        }
        return file;
    }

    private static List<String> eckartCommand(Options options, Path data) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseParallelGC",
                "-Djava.util.logging.config.class=" + Quiet.class.getName(),
                "-cp",
                System.getProperty("java.class.path"),
                EckartSide.class.getName(),
                data.toString(),
                String.valueOf(options.threads()));
    }

    private List<Outcome> outcomes() {
        requireSameSize();
        List<String> methods = peer.methods();
        List<Contest> contests =
                Contest.all(options.large()).stream().map(c -> c.among(methods)).toList();
        for (int i = 0; i < options.warmups(); i++) {
            progress("warm-up " + (i + 1) + " of " + options.warmups());
            contests.forEach(contest -> play(contest, Outcome.empty(contest), false));
        }
        List<Outcome> outcomes = contests.stream().map(Outcome::empty).toList();
        for (int round = 0; round < options.rounds(); round++) {
            progress("round " + (round + 1) + " of " + options.rounds());
            for (int i = 0; i < contests.size(); i++) {
                play(contests.get(i), outcomes.get(i), round % 2 == 1);
            }
        }
        return outcomes;
    }

    /** Runs every way once, the last one first where the round is turned, so that none is always the first. */
    private void play(Contest contest, Outcome outcome, boolean turned) {
        List<Runnable> turns = new ArrayList<>();
        turns.add(() -> outcome.eckart().add(eckart.ask(contest.eckart())));
        for (int i = 0; i < contest.peers().size(); i++) {
            Request request = contest.peers().get(i);
            Measurement measurement = outcome.peers().get(i);
            turns.add(() -> measurement.add(peer.ask(request)));
        }
        if (turned) {
            Collections.reverse(turns);
        }
        for (Runnable turn : turns) {
            pause();
            turn.run();
        }
    }

    private void requireSameSize() {
        Introduction ours = eckart.introduction();
        for (Introduction theirs : peer.introductions()) {
            if (theirs.rows() != ours.rows() || theirs.columns() != ours.columns()) {
                throw new IllegalStateException("the sides read different data: " + ours.rows() + " x " + ours.columns()
                        + " and " + theirs.rows() + " x " + theirs.columns());
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void progress(String what) {
        System.err.println(what + " ...");
    }
}
