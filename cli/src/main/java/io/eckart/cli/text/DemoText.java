package io.eckart.cli.text;

import io.eckart.study.demo.BrokenRows;
import io.eckart.study.demo.DamagedDigits;
import io.eckart.study.demo.DamagedDigits.GivenBack;
import io.eckart.study.demo.Demo;
import io.eckart.study.demo.DemoFindings;
import io.eckart.study.demo.FewLabels;
import io.eckart.study.demo.FilledHoles;
import io.eckart.study.demo.ParameterizationRuns;
import io.eckart.study.demo.ParameterizationRuns.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the demonstration found, as a story in five parts: what was done, the numbers with their controls, what to learn from it. */
public final class DemoText {
    private DemoText() {}

    public static String of(DemoFindings found) {
        return String.join(
                "\n",
                parameterizations(found.parameterizations()),
                digits(found.digits()),
                holes(found.holes()),
                brokenRows(found.brokenRows()),
                labels(found.labels()),
                next(found));
    }

    private static String parameterizations(ParameterizationRuns found) {
        int narrow = found.runs().getFirst().codeSize();
        int wide = found.runs().getLast().codeSize();
        double noise = found.runs().getLast().noise();
        List<List<Run>> columns =
                List.of(found.of(narrow, 0), found.of(narrow, noise), found.of(wide, 0), found.of(wide, noise));
        StringBuilder table = new StringBuilder(line("", "k = " + narrow, "", "k = " + wide, ""));
        table.append(line("", "clean", "noise " + noise, "clean", "noise " + noise));
        table.append("gap to the exact optimum\n");
        rows(table, columns, DemoText::gap);
        table.append("distance from the identity (0: copies its input)\n");
        rows(table, columns, run -> format("%.3f", run.identityDistance()));
        return part(
                1,
                "Four ways to build a linear autoencoder",
                format(
                        "%,d rows of %d sensors; a narrow code and a wide one; control: PCA",
                        found.rows(), found.features()),
                table.toString(),
                "with a narrow code and clean rows all four find the same optimum. A wide code learns to copy",
                "unless there is noise in training; P2 projects whatever it is trained on, and cannot use the noise.");
    }

    private interface Cell {
        String of(Run run);
    }

    private static void rows(StringBuilder table, List<List<Run>> columns, Cell cell) {
        for (int i = 0; i < columns.getFirst().size(); i++) {
            int row = i;
            List<String> cells =
                    new ArrayList<>(List.of("  " + columns.getFirst().get(i).name()));
            columns.forEach(column -> cells.add(cell.of(column.get(row))));
            table.append(line(cells.toArray(String[]::new)));
        }
    }

    private static String line(String... cells) {
        StringBuilder line = new StringBuilder(format("%-20s", cells[0]));
        for (int i = 1; i < cells.length; i++) {
            line.append(format("%12s", cells[i]));
        }
        return line.toString().stripTrailing() + "\n";
    }

    /** Rounding is not a gap. */
    private static String gap(Run run) {
        return Math.abs(run.gap()) < 1e-6 ? "< 1e-6" : format(run.gap() < 0.01 ? "%.1e" : "%.3f", run.gap());
    }

    private static String digits(DamagedDigits found) {
        String text = "with noise " + found.noise() + ": squared error per pixel\n" + errors(found.noisy())
                + format(
                        "with %.0f %% of the pixels erased: squared error per erased pixel%n", 100 * found.erasedPart())
                + errors(found.erased());
        return part(
                2,
                "Damaged drawings, given back",
                format(
                        "%,d drawings of digits learnt, %,d others given back from %d numbers each",
                        found.trainedOn(), found.testedOn(), found.codeSize()),
                text,
                "a narrow code keeps what drawings have in common, and noise is not among it. A zero is a value:",
                "a model that leaves gaps out comes closer than one of its kind fed with zeros.");
    }

    private static String errors(List<GivenBack> given) {
        StringBuilder text = new StringBuilder();
        given.forEach(one -> text.append(format("  %-24s%.4f%n", one.what(), one.error())));
        return text.toString();
    }

    private static String holes(FilledHoles found) {
        StringBuilder text = new StringBuilder("root mean square error in them, against the truth\n");
        found.ways().forEach(way -> text.append(format("  %-24s%.3f%n", way.what(), way.error())));
        text.append(format("  %-24s%.3f%n", "(noise of a sensor)", found.noise()));
        return part(
                3,
                "Missing cells, filled",
                format(
                        "%,d cells of %,d rows of %d sensors that follow %d patterns (%d found); control: the column means",
                        found.missingCells(),
                        found.rows(),
                        found.sensors(),
                        found.plantedPatterns(),
                        found.patternsFound()),
                text.toString(),
                "columns that hang together fill each other's gaps; a column mean knows nothing about the row.");
    }

    private static String brokenRows(BrokenRows found) {
        StringBuilder text = new StringBuilder(format("broken rows among the %d of largest score%n", found.broken()));
        found.scores()
                .forEach(score -> text.append(format(
                        "  %-28s  %2d of %d  (area under ROC %.3f)%n",
                        score.what(), score.found(), found.broken(), score.auc())));
        return part(
                4,
                "Broken rows, found",
                format(
                        "%d of the %,d rows are broken; each is scored by what PCA cannot give back; control: the norm",
                        found.broken(), found.rows()),
                text.toString(),
                "a row is odd if it breaks the pattern, not if its numbers are large.");
    }

    private static String labels(FewLabels found) {
        StringBuilder text =
                new StringBuilder(format("digits named correctly, %d draws of the labels%n", found.draws()));
        found.ways()
                .forEach(way -> text.append(format("  %-24s%5.1f %%", way.what(), 100 * way.accuracy()))
                        .append(Double.isNaN(way.halfWidth()) ? "\n" : format(" +- %.1f%n", 100 * way.halfWidth())));
        return part(
                5,
                "Few labels and many drawings without one",
                format(
                        "%d labels, %,d drawings without; control: the labels alone",
                        found.labels(), found.unlabelled()),
                text.toString(),
                "drawings without a label say which belong together; the labels only have to name the groups.");
    }

    private static String next(DemoFindings found) {
        String sensors = quoted(found, Demo.SENSORS);
        return "Pictures of all of it: " + found.page() + "  (open it in a browser)\nNext:\n"
                + "  ./eckart inspect " + quoted(found, Demo.DIGITS_NETWORK) + "\n"
                + "  ./eckart score " + quoted(found, Demo.SENSORS_PCA) + " " + sensors + " -o "
                + quoted(found, "scores.csv") + "\n"
                + "  ./eckart fill " + sensors + " --model pca -k "
                + found.holes().patternsFound() + " -o "
                + quoted(found, "filled.csv") + "\n"
                + "  ./eckart study --quick\n";
    }

    private static String quoted(DemoFindings found, String name) {
        String path = found.folder().resolve(name).toString();
        return path.matches("[\\w./+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }

    private static String part(int number, String title, String done, String numbers, String... learnt) {
        return number + ". " + title + "\n" + (done + "\n" + numbers).indent(3) + "   To learn: "
                + String.join("\n   ", learnt) + "\n";
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one method
    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
