package io.eckart.benchmarks.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Has all sides of a discipline do the same work in turns. */
final class Match {
    /** What a side's threads may still be spinning for after a run ends before the other side's turn. */
    private static final int PAUSE_MILLISECONDS = 200;

    private final Discipline discipline;
    private final Options options;
    private final Sides sides;

    Match(Discipline discipline, Options options, Sides sides) {
        this.discipline = discipline;
        this.options = options;
        this.sides = sides;
    }

    List<Outcome> outcomes() {
        List<String> methods = sides.peerMethods();
        List<Contest> contests = discipline.contests().stream()
                .map(contest -> contest.among(methods))
                .toList();
        for (int i = 0; i < options.warmups(); i++) {
            progress("warm-up", i, options.warmups());
            contests.forEach(contest -> play(empty(contest), false));
        }
        List<Outcome> outcomes = contests.stream().map(this::empty).toList();
        for (int round = 0; round < options.rounds(); round++) {
            progress("round", round, options.rounds());
            for (Outcome outcome : outcomes) {
                play(outcome, round % 2 == 1);
            }
        }
        return outcomes;
    }

    private Outcome empty(Contest contest) {
        return Outcome.empty(discipline, contest, sides.eckart().introduction().rows());
    }

    /** Runs every way once, the last one first where the round is turned, so that none is always the first. */
    private void play(Outcome outcome, boolean turned) {
        Contest contest = outcome.contest();
        List<Runnable> turns = new ArrayList<>();
        turns.add(() -> outcome.eckart().add(sides.eckart().ask(contest.eckart())));
        for (int i = 0; i < contest.rivals().size(); i++) {
            Rival rival = contest.rivals().get(i);
            Measurement measurement = outcome.peers().get(i);
            turns.add(() -> measurement.add(sides.ask(rival.request())));
        }
        if (turned) {
            Collections.reverse(turns);
        }
        for (Runnable turn : turns) {
            pause();
            turn.run();
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

    private static void progress(String what, int done, int all) {
        Terminal.note("  " + what + " " + (done + 1) + " of " + all + " ...");
    }
}
