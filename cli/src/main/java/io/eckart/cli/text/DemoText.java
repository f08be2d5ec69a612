package io.eckart.cli.text;

import io.eckart.report.result.DemoFindings;
import java.util.Locale;

/** What the demonstration found, as a story. */
public final class DemoText {
    private DemoText() {}

    public static String of(DemoFindings found) {
        return "A table of 24 correlated sensors, with noise, missing cells and broken rows\n"
                + sensors(found.sensors()).indent(2)
                + "\nDrawings of the ten digits, 28 x 28 pixels, without their labels\n"
                + digits(found.digits()).indent(2)
                + "\nData and models: " + found.folder()
                + "\nReport:  " + found.page() + "  (open it in a browser)"
                + "\nTry:  ./eckart inspect " + found.folder().resolve("sensors.pca.safetensors") + "\n";
    }

    private static String sensors(DemoFindings.Sensors found) {
        return new Summary()
                .add("common patterns planted", found.plantedRank())
                .add("found (95 % of the energy)", found.rankFound())
                .add("angle to the planted ones", format("%.2f degrees at most", found.largestAngleDegrees()))
                .add("missing cells", found.holes())
                .add(
                        "error in them (RMS)",
                        format("%.3f; column means: %.3f", found.holeRmse(), found.holeRmseColumnMean()))
                .add("broken rows planted", found.brokenRows())
                .add("among the 20 largest scores", found.brokenRowsFound())
                .add(
                        "ranking of broken rows (AUC)",
                        format("%.3f; plain norm: %.3f", found.auc(), found.aucOfTheNorm()))
                .text();
    }

    private static String digits(DemoFindings.Digits found) {
        return new Summary()
                .add("drawings", found.drawings())
                .add("numbers kept of 784", 32)
                .addPercent("energy they explain", found.energyExplained())
                .add(
                        "squared error per pixel",
                        format("%.5f; mean drawing: %.5f", found.errorPerCell(), found.columnMeanErrorPerCell()))
                .add("gap to the exact optimum", format("%.1e of it", found.gap()))
                .add("ten clusters, purity", format("%.1f %% (guessing: 10 %%)", 100 * found.purity()))
                .add(
                        "model read back from file",
                        found.sameCodesAfterReload() ? "gives the same codes" : "GIVES OTHER CODES")
                .text();
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one method
    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
