package io.eckart.report.result;

import io.eckart.model.KMeans;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.report.Axis;
import io.eckart.report.BarChart;
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
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.task.RowExamples;
import io.eckart.task.fit.ClusterDescription;
import io.eckart.task.fit.Fitted;
import io.eckart.task.fit.FittedAutoencoder;
import io.eckart.training.KMeansFit;
import io.eckart.training.PcaFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What {@code fit} answers, whatever the model: a section for each part that the answer has. Examples are rows next to their
 * reconstructions, if any are to be shown.
 */
public final class FitPage {
    private static final String RESULT = "/result";
    private static final Axis FILTER_FACTOR = Axis.fromZero("filter factor (1 lets a direction pass whole)");

    private final ObjectNode json;

    private FitPage(ObjectNode json) {
        this.json = json;
    }

    public static ReportPage pca(Fitted<Pca, PcaFit> fitted, Optional<RowExamples> examples, Origin origin) {
        return of(FitJson.pca(fitted), List.of(), examples, Map.of(), origin);
    }

    /**
     * k-means with its clusters.
     *
     * @param found the clusters
     */
    public static ReportPage kMeans(
            Fitted<KMeans, KMeansFit> fitted, ClusterDescription found, Optional<RowExamples> examples, Origin origin) {
        return of(
                FitJson.kMeans(fitted, found),
                List.of(ClusterSection.of(found)),
                examples,
                ClusterSection.data(found),
                origin);
    }

    public static ReportPage autoencoder(FittedAutoencoder fitted, Optional<RowExamples> examples, Origin origin) {
        return of(FitJson.autoencoder(fitted), List.of(), examples, Map.of(), origin);
    }

    public static ReportPage filler(FittedModel<?> fitted, Optional<RowExamples> examples, Origin origin) {
        return of(FitJson.filler(fitted), List.of(), examples, Map.of(), origin);
    }

    /** @param own sections of this kind of model, and {@code more} their data */
    private static ReportPage of(
            ObjectNode json,
            List<Section> own,
            Optional<RowExamples> examples,
            Map<String, JsonNode> more,
            Origin origin) {
        FitPage page = new FitPage(json);
        List<Section> sections = new ArrayList<>(List.of(page.model()));
        sections.addAll(own);
        sections.addAll(List.of(page.training(), page.controls(), page.spectrum(), page.geometry(), page.features()));
        examples.ifPresent(rows -> sections.add(
                Section.of("Reconstructions", Examples.block("Rows and their reconstructions", Link.NONE, rows))));
        String title = "Fit of " + json.path("model").asString("a model");
        String data = json.path("data").asString("");
        Map<String, JsonNode> all = new TreeMap<>(more);
        all.putAll(Examples.data(examples));
        return ReportPage.of(title, data, sections, json, all, origin);
    }

    private boolean has(String pointer) {
        JsonNode node = json.at(pointer);
        return !node.isMissingNode() && !node.isNull() && !(node.isContainer() && node.isEmpty());
    }

    private Facts facts(Fact... known) {
        return Facts.of(Arrays.stream(known)
                .filter(fact -> has(fact.from().substring(RESULT.length())))
                .toList());
    }

    private Section model() {
        return Section.of("Model")
                .andIf(has("/warnings"), Words.warning("/result/warnings"))
                .and(facts(
                        Fact.text("model", "/result/model"),
                        Fact.count("k", "/result/k"),
                        Fact.count("rows", "/result/rows"),
                        Fact.count("features", "/result/features"),
                        Fact.count("missing cells", "/result/missing_cells"),
                        Fact.number("squared error per cell", "/result/error_per_cell"),
                        Fact.number("the same by column means", "/result/column_mean_error_per_cell"),
                        Fact.percent("energy explained", "/result/energy_explained"),
                        Fact.number("squared error per row", "/result/error_per_sample"),
                        Fact.number("objective per row, rows trained on", "/result/trained_error_per_sample"),
                        Fact.number("objective per row, rows held out", "/result/held_out_error_per_sample"),
                        Fact.number("exact optimum of the objective", "/result/optimum"),
                        Fact.number("optimum of this form", "/result/form_optimum"),
                        Fact.number("gap to the optimum (part of it)", "/result/gap"),
                        Fact.number("relative norm of the gradient", "/result/gradient_norm"),
                        Fact.number("inertia", "/result/inertia"),
                        Fact.count("epochs", "/result/epochs"),
                        Fact.count("best epoch", "/result/best_epoch"),
                        Fact.text("stopped by", "/result/stopped_by"),
                        new Fact("time", "/result/seconds", Format.SECONDS),
                        Fact.text("solver, because", "/result/solver_reason"),
                        Fact.text("objective, because", "/result/objective_reason"),
                        Fact.text("code size", "/result/code_size_choice"),
                        Fact.text("columns left out", "/result/columns_left_out")))
                .andIf(
                        has("/settings"),
                        RowTable.of(
                                "Settings",
                                "/result/settings",
                                Field.text("/name", "setting"),
                                Field.text("/value", "value")));
    }

    private Section training() {
        Field epoch = Field.count("/epoch", "epoch");
        String history = "/result/history";
        Axis epochs = Axis.linear("epoch").as(Format.COUNT);
        LineChart loss = LineChart.of(
                "Objective over the epochs",
                epochs,
                Axis.log("squared error per row"),
                Series.of("rows trained on", history, epoch, Field.number("/error", "error")),
                Series.of("rows held out", history, epoch, Field.number("/held_out_error", "error")));
        return Section.of("Training")
                .andIf(
                        has("/history"),
                        has("/optimum") ? loss.with(new Level("exact optimum", "/result/optimum")) : loss)
                .andIf(
                        has("/history/0/gap"),
                        LineChart.of(
                                "Gap to the optimum of this form over the epochs",
                                epochs,
                                Axis.log("(error − optimum) / optimum"),
                                Series.of(history, epoch, Field.number("/gap", "gap"))))
                .andIf(
                        has("/history/0/learning_rate"),
                        LineChart.of(
                                "Learning rate over the epochs",
                                epochs,
                                Axis.linear("learning rate"),
                                Series.of(history, epoch, Field.number("/learning_rate", "learning rate"))));
    }

    private Section controls() {
        String at = "/result/controls/error_per_cell";
        Field corruption = Field.text("/corruption", "corruption of the input");
        return Section.of("Compared with its controls")
                .andIf(
                        has("/controls/error_per_cell"),
                        Words.of(
                                "The same rows through PCA of the same code size, the column means, and the same model untrained."),
                        Facts.of(
                                Fact.count("rows judged", "/result/controls/rows"),
                                Fact.text("held out of the training", "/result/controls/held_out")),
                        BarChart.of(
                                "Squared error per cell against the clean rows",
                                Axis.category(corruption.title()),
                                Axis.linear("squared error per cell"),
                                Series.of("model", at, corruption, Field.number("/model", "error")),
                                Series.of("PCA", at, corruption, Field.number("/pca", "error")),
                                Series.of("column means", at, corruption, Field.number("/column_mean", "error")),
                                Series.of("untrained", at, corruption, Field.number("/untrained", "error"))),
                        RowTable.of(
                                "The same as numbers",
                                at,
                                corruption,
                                Field.number("/model", "model"),
                                Field.number("/pca", "PCA"),
                                Field.number("/column_mean", "column means"),
                                Field.number("/untrained", "untrained")));
    }

    private Section spectrum() {
        Field direction = Field.place("direction");
        return Section.of("Spectrum")
                .andIf(
                        has("/singular_values"),
                        line(
                                "Singular values of the data",
                                "/singular_values",
                                Axis.log("singular value (units of the data)")),
                        LineChart.of(
                                "Energy kept by the first components together",
                                Axis.linear("components").as(Format.COUNT),
                                Axis.fromZero("part of the energy").as(Format.PERCENT),
                                Series.of("/result/energy_curve", direction, Field.percent("", "energy"))))
                .andIf(
                        has("/diagnostics/decoder_singular_values"),
                        line(
                                "Singular values of the decoder B",
                                "/diagnostics/decoder_singular_values",
                                Axis.fromZero("singular value")))
                .andIf(
                        has("/diagnostics/filter_factors"),
                        line(
                                "Filter factors: the part of each direction that the code keeps",
                                "/diagnostics/filter_factors",
                                FILTER_FACTOR))
                .andIf(
                        has("/diagnostics/filtering"),
                        LineChart.of(
                                "How the filter factors grow with the depth of the encoder",
                                Axis.log("steps of gradient descent"),
                                FILTER_FACTOR,
                                Series.of(
                                                "direction",
                                                "/result/diagnostics/filtering",
                                                Field.count("/steps", "steps"),
                                                Field.number("/factor", "filter factor"))
                                        .by(Field.count("/direction", "direction"))));
    }

    private static LineChart line(String title, String at, Axis y) {
        return LineChart.of(
                title,
                Axis.linear("direction").as(Format.COUNT),
                y,
                Series.of(RESULT + at, Field.place("direction"), Field.number("", y.title())));
    }

    private Section geometry() {
        return Section.of("Geometry")
                .andIf(
                        has("/diagnostics"),
                        facts(
                                Fact.number(
                                        "distance from the identity (0 is the identity, 1 the zero map)",
                                        "/result/diagnostics/identity_distance"),
                                Fact.number("noise gain (k for a projection)", "/result/diagnostics/noise_gain"),
                                Fact.number("effective rank of B", "/result/diagnostics/effective_rank"),
                                Fact.number("condition of B'B", "/result/diagnostics/gram_condition")))
                .andIf(
                        has("/diagnostics/angles_to_pca"),
                        BarChart.of(
                                "Principal angles between the columns of B and the PCA subspace",
                                Axis.category("angle, smallest first"),
                                Axis.linear("angle (degrees)").as(Format.DEGREES),
                                Series.of(
                                        "/result/diagnostics/angles_to_pca",
                                        Field.place("angle"),
                                        Field.number("", "angle (radians)"))));
    }

    private Section features() {
        return Section.of("Error of each feature")
                .andIf(
                        has("/feature_errors"),
                        BarChart.of(
                                        "Mean squared error of each feature",
                                        "/result/feature_errors",
                                        Field.text("/name", "feature"),
                                        Axis.linear("squared error per cell"),
                                        Field.number("/value", "squared error"))
                                .lyingDown());
    }
}
