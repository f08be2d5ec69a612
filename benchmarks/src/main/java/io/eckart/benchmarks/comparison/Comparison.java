package io.eckart.benchmarks.comparison;

import io.eckart.data.DataException;
import io.eckart.report.Json;
import io.eckart.report.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Runs the disciplines that were asked for and reports. */
final class Comparison {
    private Comparison() {}

    public static void main(String[] arguments) throws IOException {
        try {
            run(Options.parse(List.of(arguments)));
        } catch (IllegalArgumentException | IllegalStateException | DataException | UncheckedIOException e) {
            Terminal.note("compare: " + e.getMessage());
            System.exit(e instanceof IllegalArgumentException || e instanceof DataException ? 2 : 1);
        }
    }

    private static void run(Options options) throws IOException {
        DataFolder folder = options.dataFolder();
        Files.createDirectories(folder.made());
        double loadBefore = Machine.load();
        List<Report.Played> played = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Discipline discipline : wanted(options)) {
            Terminal.note(discipline.title());
            try {
                played.add(play(discipline, options, folder));
                // After each, so that a run that is cut off leaves what it has.
                write(new Report(options, Machine.here(), loadBefore, played, Optional.empty()));
            } catch (IllegalStateException | UncheckedIOException e) {
                Terminal.note("compare: " + discipline.name() + " failed: " + e.getMessage());
                failed.add(discipline.name());
            }
        }
        Report report = new Report(options, Machine.here(), loadBefore, played, growth(options));
        write(report);
        Terminal.result(report.text());
        if (!failed.isEmpty()) {
            throw new IllegalStateException("failed: " + String.join(", ", failed));
        }
    }

    private static List<Discipline> wanted(Options options) {
        boolean growthAlone = options.growth() && options.disciplines().isEmpty();
        return growthAlone ? List.of() : Disciplines.named(options.disciplines(), options.large());
    }

    private static Optional<Growth> growth(Options options) {
        if (!options.growth()) {
            return Optional.empty();
        }
        Terminal.note("Growth");
        return Optional.of(new GrowthStudy(options).run());
    }

    private static Report.Played play(Discipline discipline, Options options, DataFolder folder) throws IOException {
        Path data = discipline.data().in(folder);
        try (Sides sides = Sides.start(discipline, options, data)) {
            List<Outcome> outcomes = new Match(discipline, options, sides).outcomes();
            return new Report.Played(discipline, data, sides.introductions(), outcomes);
        }
    }

    private static void write(Report report) throws IOException {
        ObjectNode json = report.json();
        Files.writeString(report.options().out(), Json.text(json) + "\n");
        ReportWriter.write(ReportHtml.page(report, json), report.options().page(), true);
        Terminal.note(
                "wrote " + report.options().out() + " and " + report.options().page());
    }
}
