package io.eckart.report.result;

import io.eckart.model.KMeans;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Block;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.Level;
import io.eckart.report.LineChart;
import io.eckart.report.Link;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.task.RowExamples;
import io.eckart.task.fit.Fitted;
import io.eckart.task.fit.FittedAutoencoder;
import io.eckart.training.KMeansFit;
import io.eckart.training.PcaFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code fit} answers, whatever the model: a section for each part that the answer has. Examples are rows next to their
 * reconstructions, if any are to be shown.
 */
public final class FitPage {
    private final ObjectNode json;
    private final List<Section> sections = new ArrayList<>();

    private FitPage(ObjectNode json) {
        this.json = json;
    }

    public static ReportPage pca(Fitted<Pca, PcaFit> fitted, Optional<RowExamples> examples, Origin origin) {
        return of(FitJson.pca(fitted), examples, origin);
    }

    public static ReportPage kMeans(Fitted<KMeans, KMeansFit> fitted, Optional<RowExamples> examples, Origin origin) {
        return of(FitJson.kMeans(fitted), examples, origin);
    }

    public static ReportPage autoencoder(FittedAutoencoder fitted, Optional<RowExamples> examples, Origin origin) {
        return of(FitJson.autoencoder(fitted), examples, origin);
    }

    public static ReportPage filler(FittedModel<?> fitted, Optional<RowExamples> examples, Origin origin) {
        return of(FitJson.filler(fitted), examples, origin);
    }

    private static ReportPage of(ObjectNode json, Optional<RowExamples> examples, Origin origin) {
        FitPage page = new FitPage(json);
        page.sections.add(page.model());
        page.addTraining();
        page.addControls();
        page.addSpectrum();
        page.addGeometry();
        page.addClusters();
        page.addFeatures();
        examples.ifPresent(rows -> page.sections.add(
                Section.of("Reconstructions", Examples.block("Rows and their reconstructions", Link.NONE, rows))));
        String title = "Fit of " + json.path("model").asString("a model");
        String data = json.path("data").asString("");
        return ReportPage.of(title, data, page.sections, json, Examples.data(examples), origin);
    }

    private boolean has(String pointer) {
        JsonNode node = json.at(pointer);
        return !node.isMissingNode() && !node.isNull() && !(node.isContainer() && node.isEmpty());
    }

    private void addFact(List<Fact> facts, String name, String at, Format format) {
        if (has(at)) {
            facts.add(new Fact(name, "/result" + at, format));
        }
    }

    private Section model() {
        List<Fact> facts = new ArrayList<>();
        addFact(facts, "model", "/model", Format.TEXT);
        addFact(facts, "k", "/k", Format.COUNT);
        addFact(facts, "rows", "/rows", Format.COUNT);
        addFact(facts, "features", "/features", Format.COUNT);
        addFact(facts, "missing cells", "/missing_cells", Format.COUNT);
        addFact(facts, "squared error per cell", "/error_per_cell", Format.NUMBER);
        addFact(facts, "the same by column means", "/column_mean_error_per_cell", Format.NUMBER);
        addFact(facts, "energy explained", "/energy_explained", Format.PERCENT);
        addFact(facts, "squared error per row", "/error_per_sample", Format.NUMBER);
        addFact(facts, "objective per row, rows trained on", "/trained_error_per_sample", Format.NUMBER);
        addFact(facts, "objective per row, rows held out", "/held_out_error_per_sample", Format.NUMBER);
        addFact(facts, "exact optimum of the objective", "/optimum", Format.NUMBER);
        addFact(facts, "gap to the optimum (part of it)", "/gap", Format.NUMBER);
        addFact(facts, "inertia", "/inertia", Format.NUMBER);
        addFact(facts, "epochs", "/epochs", Format.COUNT);
        addFact(facts, "best epoch", "/best_epoch", Format.COUNT);
        addFact(facts, "stopped by", "/stopped_by", Format.TEXT);
        addFact(facts, "time", "/seconds", Format.SECONDS);
        addFact(facts, "solver, because", "/solver_reason", Format.TEXT);
        addFact(facts, "objective, because", "/objective_reason", Format.TEXT);
        addFact(facts, "code size", "/code_size_choice", Format.TEXT);
        addFact(facts, "columns left out", "/columns_left_out", Format.TEXT);
        List<Block> blocks = new ArrayList<>();
        if (has("/warnings")) {
            blocks.add(Words.warning("/result/warnings"));
        }
        blocks.add(Facts.of(facts));
        if (has("/settings")) {
            blocks.add(RowTable.of(
                    "Settings", "/result/settings", Field.text("/name", "setting"), Field.text("/value", "value")));
        }
        return new Section("Model", blocks);
    }

    private void addTraining() {
        if (!has("/history")) {
            return;
        }
        Field epoch = Field.count("/epoch", "epoch");
        String history = "/result/history";
        Axis epochs = Axis.linear("epoch").as(Format.COUNT);
        List<Block> blocks = new ArrayList<>();
        LineChart loss = LineChart.of(
                "The objective over the epochs: squared error under its noise and masks",
                epochs,
                Axis.log("squared error per row"),
                Series.of("rows trained on", history, epoch, Field.number("/error", "error")),
                Series.of("rows held out", history, epoch, Field.number("/held_out_error", "error")));
        blocks.add(has("/optimum") ? loss.with(new Level("exact optimum", "/result/optimum")) : loss);
        if (has("/history/0/gap")) {
            blocks.add(LineChart.of(
                    "Gap to the exact optimum over the epochs",
                    epochs,
                    Axis.log("(error − optimum) / optimum"),
                    Series.of(history, epoch, Field.number("/gap", "gap"))));
        }
        if (has("/history/0/learning_rate")) {
            blocks.add(LineChart.of(
                    "Learning rate over the epochs",
                    epochs,
                    Axis.linear("learning rate"),
                    Series.of(history, epoch, Field.number("/learning_rate", "learning rate"))));
        }
        sections.add(new Section("Training", blocks));
    }

    private void addControls() {
        String at = "/controls/error_per_cell";
        if (!has(at)) {
            return;
        }
        Rows rows = Rows.of("/result" + at);
        Field corruption = Field.text("/corruption", "corruption of the input");
        sections.add(Section.of(
                "Compared with its controls",
                Words.of(
                        "The same rows through PCA of the same code size, the column means, and the same model untrained."),
                Facts.of(
                        Fact.count("rows judged", "/result/controls/rows"),
                        Fact.text("held out of the training", "/result/controls/held_out")),
                BarChart.of(
                        "Squared error per cell against the clean rows",
                        Axis.category("corruption of the input"),
                        Axis.linear("squared error per cell"),
                        Series.of("model", rows, corruption, Field.number("/model", "error")),
                        Series.of("PCA", rows, corruption, Field.number("/pca", "error")),
                        Series.of("column means", rows, corruption, Field.number("/column_mean", "error")),
                        Series.of("untrained", rows, corruption, Field.number("/untrained", "error"))),
                RowTable.of(
                        "The same as numbers",
                        "/result" + at,
                        corruption,
                        Field.number("/model", "model"),
                        Field.number("/pca", "PCA"),
                        Field.number("/column_mean", "column means"),
                        Field.number("/untrained", "untrained"))));
    }

    private void addSpectrum() {
        List<Block> blocks = new ArrayList<>();
        Field place = Field.place("direction");
        if (has("/singular_values")) {
            blocks.add(line(
                    "Singular values of the data", "/singular_values", Axis.log("singular value (units of the data)")));
            blocks.add(LineChart.of(
                    "Energy kept by the first components together",
                    Axis.linear("components").as(Format.COUNT),
                    Axis.fromZero("part of the energy").as(Format.PERCENT),
                    Series.of("/result/energy_curve", place, Field.percent("", "energy"))));
        }
        if (has("/diagnostics/decoder_singular_values")) {
            blocks.add(line(
                    "Singular values of the decoder B",
                    "/diagnostics/decoder_singular_values",
                    Axis.fromZero("singular value")));
        }
        if (has("/diagnostics/filter_factors")) {
            blocks.add(line(
                    "Filter factors: the part of each direction that the code keeps",
                    "/diagnostics/filter_factors",
                    Axis.fromZero("filter factor (1 lets a direction pass whole)")));
        }
        if (has("/diagnostics/filtering")) {
            blocks.add(LineChart.of(
                    "How the filter factors grow with the depth of the encoder",
                    Axis.log("steps of gradient descent"),
                    Axis.fromZero("filter factor (1 lets a direction pass whole)"),
                    Series.of(
                                    "direction",
                                    "/result/diagnostics/filtering",
                                    Field.count("/steps", "steps"),
                                    Field.number("/factor", "filter factor"))
                            .by(Field.count("/direction", "direction"))));
        }
        if (!blocks.isEmpty()) {
            sections.add(new Section("Spectrum", blocks));
        }
    }

    private static LineChart line(String title, String at, Axis y) {
        return LineChart.of(
                title,
                Axis.linear("direction").as(Format.COUNT),
                y,
                Series.of("/result" + at, Field.place("direction"), Field.number("", y.title())));
    }

    private void addGeometry() {
        if (!has("/diagnostics")) {
            return;
        }
        List<Fact> facts = new ArrayList<>();
        addFact(
                facts,
                "distance from the identity (0 is the identity, 1 the zero map)",
                "/diagnostics/identity_distance",
                Format.NUMBER);
        addFact(facts, "noise gain (k for a projection)", "/diagnostics/noise_gain", Format.NUMBER);
        addFact(facts, "effective rank of B", "/diagnostics/effective_rank", Format.NUMBER);
        addFact(facts, "condition of B'B", "/diagnostics/gram_condition", Format.NUMBER);
        List<Block> blocks = new ArrayList<>(List.of(Facts.of(facts)));
        if (has("/diagnostics/angles_to_pca")) {
            blocks.add(BarChart.of(
                    "Principal angles between the columns of B and the PCA subspace",
                    Axis.category("angle, smallest first"),
                    Axis.linear("angle (degrees)").as(Format.DEGREES),
                    Series.of(
                            "/result/diagnostics/angles_to_pca",
                            Field.place("angle"),
                            new Field("", "angle (radians)", Format.NUMBER))));
        }
        sections.add(new Section("Geometry", blocks));
    }

    private void addClusters() {
        if (has("/sizes")) {
            sections.add(Section.of(
                    "Clusters",
                    BarChart.of(
                            "Rows of each cluster",
                            Axis.category("cluster"),
                            Axis.linear("rows").as(Format.COUNT),
                            Series.of("/result/sizes", Field.place("cluster"), Field.count("", "rows")))));
        }
    }

    private void addFeatures() {
        if (has("/feature_errors")) {
            sections.add(Section.of(
                    "Error of each feature",
                    BarChart.of(
                                    "Mean squared error of each feature",
                                    Axis.category("feature"),
                                    Axis.linear("squared error per cell"),
                                    Series.of(
                                            "/result/feature_errors",
                                            Field.text("/name", "feature"),
                                            Field.number("/value", "squared error")))
                            .lyingDown()));
        }
    }
}
