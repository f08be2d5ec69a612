package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.Chart;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.Level;
import io.eckart.report.LineChart;
import io.eckart.report.Multiples;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.study.CellSummary;
import io.eckart.study.Study;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The crossed design of a study in small charts: k against what was measured, all forms in one, each setting by itself. */
final class StudyCharts {
    private static final Field K = Field.count("/k", "k");
    private static final Field FORM = Field.text("/parameterization", "form");
    private static final String SQUARES = "squared error per cell";

    /** Where a model comes from: what it was trained on, and how long. */
    private record Setting(String corruption, String budget, int steps) {
        static Setting of(CellSummary cell) {
            return new Setting(cell.corruption(), cell.budget(), cell.steps());
        }

        String title() {
            String rows = switch (corruption) {
                case "none" -> "clean rows";
                case "gaussian" -> "noisy rows";
                case "masks" -> "rows with masked cells";
                case "zeros" -> "rows with zeros for cells";
                default -> corruption;
            };
            return "trained on " + rows + ", " + budget;
        }

        /** The cells of this setting, or what is within them. */
        Rows of(Rows cells, String cell) {
            return cells.having(cell + "/corruption", corruption).having(cell + "/budget", budget);
        }

        Rows rows() {
            return of(Rows.of("/result/cells"), "");
        }
    }

    private final Study study;
    private final List<Setting> settings;

    StudyCharts(Study study) {
        this.study = study;
        this.settings = Stream.of("late", "early")
                .flatMap(budget -> study.cells().stream()
                        .filter(cell -> cell.budget().equals(budget))
                        .map(Setting::of)
                        .distinct())
                .toList();
    }

    Section errors() {
        int usual = study.testNoise().indexOf(study.trainingNoise());
        String noisy = "Input with noise of " + study.trainingNoise() + " root mean square cells";
        return Section.of(
                "Errors against the code size",
                Words.of(
                        "Each small chart is one setting: what the models were trained on, and for how long. Upright lines mark"
                                + " d' and d; the dashed curve is the least error that any linear map of that size can have on these rows."),
                multiples("Clean input", SQUARES, "/clean", "/least/clean"),
                multiples(noisy, SQUARES, "/noisy/" + usual, "/least/noisy/" + usual),
                multiples("In the hidden cells alone", SQUARES, "/holes", ""));
    }

    Section maps() {
        return Section.of(
                "The maps against the code size",
                multiples("Distance of the whole map to the identity", "||BA − I|| / √d", "/identity_distance", ""),
                multiples(
                        "What becomes of noise: energy that leaves over the energy s² of each feature that enters",
                        "||BA||²",
                        "/noise_gain",
                        ""),
                multiples("Largest angle between the subspace and PCA's, k below d", "degrees", "/largest_angle", ""),
                spectra());
    }

    private Multiples multiples(String title, String unit, String measure, String least) {
        return new Multiples(
                title + ": " + unit + " against k",
                settings.stream()
                        .map(setting -> chart(setting, unit, measure, least))
                        .toList());
    }

    private static Chart chart(Setting setting, String unit, String measure, String least) {
        List<Series> series = new ArrayList<>();
        series.add(Series.of(setting.rows(), K, Field.number(measure + "/mean", unit))
                .by(FORM)
                .within(Field.number(measure + "/half_width", "half width")));
        if (!least.isEmpty()) {
            series.add(Series.of(
                            "linear floor",
                            setting.rows().having("/parameterization", "P1 free"),
                            K,
                            Field.number(least, "least of any linear map"))
                    .asReference());
        }
        return LineChart.of(
                        setting.title(),
                        Axis.linear("k").as(Format.COUNT),
                        Axis.fromZero(unit),
                        series.toArray(Series[]::new))
                .at(new Level("d'", "/result/intrinsic_dimension"), new Level("d", "/result/features"))
                .sampled(StudyPage.SEEDS);
    }

    /** The singular values of the decoder where the code has room. */
    private Multiples spectra() {
        Field place = Field.count("/name", "direction");
        List<Chart> charts = new ArrayList<>();
        for (Setting setting : settings) {
            Rows rows = setting.of(Rows.of("/result/cells").each("/spectrum"), "/outer")
                    .having("/outer/code_size", "k = 2 d");
            charts.add(LineChart.of(
                            setting.title(),
                            Axis.linear("direction").as(Format.COUNT),
                            Axis.fromZero("singular value of B"),
                            Series.of(rows, place, Field.number("/value", "singular value"))
                                    .by(Field.text("/outer/parameterization", "form")))
                    .sampled(Sampling.said("means over the seeds")));
        }
        return new Multiples("Singular values of the decoder B, k = 2 d", charts);
    }
}
