package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.model.Pca;
import io.eckart.numerics.FloatMatrix;
import io.eckart.task.FitOptions;
import io.eckart.task.explore.Exploration;
import io.eckart.task.explore.Explorer;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillPlan;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.Fitted;
import io.eckart.task.label.Label;
import io.eckart.task.label.LabelOptions;
import io.eckart.task.label.Labelled;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands and the Java of docs/tutorial.md run on the passenger list, and print what the page shows. */
class TutorialTest {
    private static final String PAGE = "docs/tutorial.md";
    private static final String SOURCE = "cli/src/test/java/io/eckart/cli/TutorialTest.java";

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(e-?\\d+)?");

    @TempDir
    private Path folder;

    /** The passenger list with its columns in the order of the public file, and with labels in its first sixty rows alone. */
    private void unpack() {
        String[] lines = SampleFiles.lines(SampleFiles.real("titanic/titanic.csv.gz"));
        SampleFiles.text(folder, "titanic.csv", labelled(lines, lines.length));
        SampleFiles.text(folder, "few.csv", labelled(lines, 61));
    }

    private static String[] labelled(String[] lines, int until) {
        return IntStream.range(0, lines.length)
                .mapToObj(i -> {
                    int first = lines[i].indexOf(',');
                    int last = lines[i].lastIndexOf(',');
                    String label = i < until ? lines[i].substring(last) : ",";
                    return lines[i].substring(0, first) + label + lines[i].substring(first, last);
                })
                .toArray(String[]::new);
    }

    @Test
    void theShortCommandsRun() {
        unpack();
        // What the long command of step 2 leaves, from a quicker way to fill.
        Path holes = folder.resolve("titanic.csv");
        Path filled = folder.resolve("filled.csv");
        Console.done(
                "fill", holes, "-o", filled, "--label", "Survived", "--ignore", "PassengerId", "--model", "neighbours");
        PageCommands.run(PAGE, folder, false);
        assertThat(SampleFiles.lines(folder.resolve("scores.csv"))).hasSize(892);
        assertThat(SampleFiles.lines(folder.resolve("clusters.csv"))).hasSize(892);
        assertThat(SampleFiles.lines(folder.resolve("predicted.csv"))).hasSize(892);
    }

    @Test
    @Tag("long")
    void allCommandsRun() {
        unpack();
        List<String> printed = PageCommands.run(PAGE, folder, true);
        assertShown(printed.getFirst(), 10);
        assertShown(printed.get(1), 4);
        assertShown(printed.get(2), 3);
        assertShown(SampleFiles.lines(folder.resolve("filled.csv"))[6], 1);
        assertShown(SampleFiles.lines(folder.resolve("labelled.csv"))[62], 1);
        assertThat(SampleFiles.lines(folder.resolve("learnt.csv"))).hasSize(892);
        assertThat(folder.resolve("curve.html")).isNotEmptyFile();
        assertThat(folder.resolve("compare.html")).isNotEmptyFile();
    }

    /** At least so many of the lines of the page were printed, their numbers nearly: networks end a little differently on another processor. */
    private static void assertShown(String printed, int least) {
        List<String> lines = printed.lines().toList();
        List<String> shown = PageCommands.text(PAGE)
                .lines()
                .filter(line -> !line.isBlank() && lines.stream().anyMatch(other -> isNearly(other, line)))
                .toList();
        assertThat(shown).as(printed).hasSizeGreaterThanOrEqualTo(least);
    }

    /** Whether a printed line is the one of the page, which may end with "…" where it is cut. */
    private static boolean isNearly(String printed, String shown) {
        boolean cut = shown.endsWith("; …");
        List<String> expected = words(cut ? shown.substring(0, shown.length() - 1) : shown);
        List<String> found = words(printed);
        boolean whole = cut ? found.size() >= expected.size() : found.size() == expected.size();
        return whole && IntStream.range(0, expected.size()).allMatch(i -> isWordNearly(found.get(i), expected.get(i)));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("[\\s,]+"));
    }

    /** The same word, or a number within 5 % or 0.02 of the other. */
    private static boolean isWordNearly(String one, String other) {
        if (!NUMBER.matcher(one).matches() || !NUMBER.matcher(other).matches()) {
            return one.equals(other);
        }
        double expected = Double.parseDouble(other);
        return Math.abs(Double.parseDouble(one) - expected) <= Math.max(0.02, 0.05 * Math.abs(expected));
    }

    private static Labelled example(Path titanic, Path few) {
        // TUTORIAL
        ReadOptions passengers = ReadOptions.DEFAULT.withLabel("Survived").withIgnored(Set.of("PassengerId"));
        FitOptions standard = FitOptions.DEFAULT.withScaling(Scaling.STANDARD);
        Exploration seen = Explorer.explore(Tables.open(titanic, passengers), FitOptions.DEFAULT);
        Table holes = Tables.read(titanic, passengers);
        Table filled = Fill.auto(holes, FillPlan.DEFAULT, standard).model().fill(holes);
        Fitted<Pca, PcaFit> pca = Fit.pca(filled, PcaConfig.keepingEnergy(0.95), standard);
        FloatMatrix codes = pca.model().encode(filled); // n x k
        Labelled labelled = Label.rows(Tables.read(few, passengers), LabelOptions.DEFAULT, FitOptions.DEFAULT);
        Optional<String> first = labelled.label(0); // of row labelled.rows()[0]
        // TUTORIAL
        assertThat(seen.clusters()).isNotEmpty();
        assertThat(codes.rows()).isEqualTo(holes.rows());
        assertThat(first).isPresent();
        return labelled;
    }

    @Test
    @Tag("long")
    void theJavaRuns() {
        unpack();
        Labelled labelled = example(folder.resolve("titanic.csv"), folder.resolve("few.csv"));
        assertThat(labelled.rows()).hasSize(891 - 60);
    }

    @Test
    void theJavaIsWhatThePageShows() {
        Matcher run =
                Pattern.compile("(?ms)^ *// TUTORIAL\\n(.*?)^ *// TUTORIAL\\n").matcher(PageCommands.text(SOURCE));
        assertThat(run.find()).isTrue();
        assertThat(PageCommands.text(PAGE))
                .contains(run.group(1).stripTrailing().stripIndent());
    }
}
