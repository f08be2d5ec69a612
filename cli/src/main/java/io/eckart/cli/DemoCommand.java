package io.eckart.cli;

import io.eckart.report.Json;
import io.eckart.report.ReportWriter;
import io.eckart.report.result.DemoPage;
import io.eckart.task.FitOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

@Command(
        name = "demo",
        description = "Make two data sets with known truth and show what Eckart finds in them; needs no file.")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "DIR", description = "folder for data and models (default: a temporary one)")
    private @Nullable Path folder;

    @Option(names = "--seed", paramLabel = "N", description = "seed of the data and of all randomness (default: 42)")
    private long seed = 42;

    @Mixin
    private RunArguments run = new RunArguments();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before the command runs
    private CommandSpec spec;

    private final Output out;

    DemoCommand(Output out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        Path target = folder == null ? Files.createTempDirectory("eckart-demo-") : Files.createDirectories(folder);
        try (Progress progress = out.progress(run.json)) {
            FitOptions options =
                    FitOptions.DEFAULT.withSeed(seed).withThreads(run.threads()).withListener(progress);
            Demo.Findings found = new Demo(target, Demo.Size.FULL, options, run.force).run();
            progress.end();
            ObjectNode json = json(found, target);
            Path page = target.resolve(Demo.REPORT);
            ReportWriter.write(
                    DemoPage.of(json, found.pictures(), ReportArguments.origin(spec, run, OptionalLong.of(seed))),
                    page,
                    run.force);
            out.result(run.json, json, story(found, target));
            return 0;
        }
    }

    private static ObjectNode json(Demo.Findings found, Path folder) {
        ObjectNode json = Json.object();
        json.put("folder", folder.toString());
        json.put("report", folder.resolve(Demo.REPORT).toString());
        ObjectNode sensors = json.putObject("sensors");
        sensors.put("planted_rank", found.planted());
        sensors.put("rank_found", found.rank());
        sensors.set("energies", Json.array(found.energies()));
        sensors.put("largest_angle_degrees", found.angle());
        sensors.put("holes", found.holes());
        sensors.put("hole_rmse", found.holeError());
        sensors.put("hole_rmse_column_mean", found.columnMeanHoleError());
        sensors.put("broken_rows", found.broken());
        sensors.put("broken_rows_found", found.brokenFound());
        sensors.put("auc", found.brokenAuc());
        sensors.put("auc_of_the_norm", found.normAuc());
        ObjectNode digits = json.putObject("digits");
        digits.put("drawings", found.drawings());
        digits.put("error_per_cell", found.digitError());
        digits.put("column_mean_error_per_cell", found.digitMeanError());
        digits.put("energy_explained", found.digitEnergy());
        digits.put("gap", found.gap());
        digits.put("purity", found.purity());
        digits.put("same_codes_after_reload", found.reloaded());
        return json;
    }

    private static String story(Demo.Findings found, Path folder) {
        String sensors = new Summary()
                .add("common patterns planted", found.planted())
                .add("found (95 % of the energy)", found.rank())
                .add("angle to the planted ones", format("%.2f degrees at most", found.angle()))
                .add("holes in the table", found.holes())
                .add(
                        "error in them (RMS)",
                        format("%.3f; column means: %.3f", found.holeError(), found.columnMeanHoleError()))
                .add("broken rows planted", found.broken())
                .add("among the 20 largest scores", found.brokenFound())
                .add(
                        "ranking of broken rows (AUC)",
                        format("%.3f; plain norm: %.3f", found.brokenAuc(), found.normAuc()))
                .text();
        String digits = new Summary()
                .add("drawings", found.drawings())
                .add("numbers kept of 784", 32)
                .addPercent("energy they explain", found.digitEnergy())
                .add(
                        "squared error per pixel",
                        format("%.5f; mean drawing: %.5f", found.digitError(), found.digitMeanError()))
                .add("gap to the exact optimum", format("%.1e of it", found.gap()))
                .add("ten clusters, purity", format("%.1f %% (guessing: 10 %%)", 100 * found.purity()))
                .add("model read back from file", found.reloaded() ? "gives the same codes" : "GIVES OTHER CODES")
                .text();
        return "A table of 24 correlated sensors, with noise, holes and broken rows\n" + indent(sensors)
                + "\nDrawings of the ten digits, 28 x 28 pixels, without their labels\n" + indent(digits)
                + "\nData and models: " + folder
                + "\nReport:  " + folder.resolve(Demo.REPORT) + "  (open it in a browser)"
                + "\nTry:  ./eckart inspect " + folder.resolve("sensors.pca.safetensors") + "\n";
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be a dependency for one method
    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String indent(String text) {
        return text.indent(2);
    }
}
