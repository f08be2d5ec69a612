package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.ImageGrid;
import io.eckart.report.ImageLines;
import io.eckart.report.Json;
import io.eckart.report.Link;
import io.eckart.report.Multiples;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.report.ScatterMap;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.study.demo.DemoFindings;
import io.eckart.study.demo.ParameterizationRuns.Run;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** What {@code demo} shows: five parts, pictures first. */
public final class DemoPage {
    private static final Link DRAWINGS = new Link("drawings", "/row");
    private static final String NOISY = "noisy";
    private static final Field ACCURACY = Field.percent("/accuracy", "accuracy");

    private DemoPage() {}

    public static ReportPage of(DemoFindings found, Origin origin) {
        DemoFindings.Pictures pictures = found.pictures();
        ObjectNode drawn = Json.object();
        drawn.set("noisy", Json.record(pictures.noisy()));
        drawn.set("erased", Json.record(pictures.erased()));
        drawn.set("cells", Json.value(pictures.cells()));
        drawn.set("by_error", Json.value(pictures.byError()));
        drawn.set("by_norm", Json.value(pictures.byNorm()));
        drawn.set("labelled", Json.record(pictures.labelled()));
        drawn.set("points", Json.value(pictures.map()));
        return ReportPage.of(
                "A demonstration",
                "on data made for it, so that the truth is known",
                List.of(parameterizations(found), digits(), holes(), brokenRows(found), labels()),
                DemoJson.of(found),
                Map.of("examples", Json.record(pictures.drawings()), "drawn", drawn),
                origin);
    }

    private static Section digits() {
        return Section.of(
                "Damaged drawings, given back",
                Words.of(
                        "Models with a code of the same size learnt from drawings of digits that had noise or erased pixels half of the time"
                                + " each. These are other drawings. P4 is the unrolled gradient descent of the notes: fed with zeros"
                                + " for erased pixels, or leaving them out of every step (trained in one pass from PCA, damped for the noise). The network reads a mark for each erased pixel."),
                lines("Drawings with noise", "noisy", "mean squared error over all pixels"),
                lines(
                        "Drawings with a quarter of the pixels erased (grey)",
                        "erased",
                        "mean squared error over the erased pixels"),
                Words.of(
                        "What it shows: a narrow code keeps what drawings have in common, and noise is not among it. And a zero is a value:"
                                + " a model that leaves an erased pixel out, or knows that it is erased, is closer to the truth there than one"
                                + " of its kind fed with zeros. Controls: the damaged drawing itself, and the mean of all drawings."),
                Facts.of(
                        Fact.count("drawings trained on", "/result/digits/trained_on"),
                        Fact.count("other drawings tested on", "/result/digits/tested_on"),
                        Fact.count("pixels of a drawing", "/result/digits/pixels"),
                        Fact.count("numbers in the code", "/result/digits/code_size"),
                        Fact.number("noise (standard deviation)", "/result/digits/noise"),
                        Fact.percent("pixels erased", "/result/digits/erased_part")));
    }

    private static ImageLines lines(String title, String which, String error) {
        return new ImageLines(
                title,
                "/drawn/" + which,
                Rows.of("/result/digits/" + which),
                Field.text("/what", "version"),
                new Field("/error", error, Format.SHORT));
    }

    private static Section parameterizations(DemoFindings found) {
        List<Run> runs = found.parameterizations().runs();
        String narrow = String.valueOf(runs.getFirst().codeSize());
        String wide = String.valueOf(runs.getLast().codeSize());
        return Section.of(
                "Four ways to build a linear autoencoder",
                Words.of(
                        "The four parameterizations of the notes on a table of sensors: trained with a code narrower than a row"
                                + " and with one that is wider, on clean rows and on rows with noise. For each the least possible error is"
                                + " known exactly. Control: PCA, and the same model before training."),
                new Multiples(
                        "Error on noisy rows above the exact optimum, trained with noise",
                        List.of(gap("narrow code, k = " + narrow, narrow), gap("wide code, k = " + wide, wide))),
                BarChart.of(
                                "Distance from the identity, k = " + wide + " (no bar: it copies its input)",
                                Axis.category("parameterization"),
                                Axis.fromZero("distance (0: the identity, 1: nothing given back)"),
                                distance("clean rows", "/identity_distance", wide, "clean"),
                                distance("noisy rows", "/identity_distance", wide, NOISY),
                                distance("untrained", "/untrained_distance", wide, NOISY)
                                        .asReference())
                        .lyingDown(),
                Words.of(
                        "What it shows: with a narrow code and clean rows all four find the same optimum. With a wide code, clean rows teach"
                                + " them to copy. Noise in training prevents it, but not for P2, which projects whatever it is trained"
                                + " on: like PCA it cannot shrink a noisy direction."),
                RowTable.of(
                        "Every run",
                        "/result/parameterizations/runs",
                        Field.text("/name", "parameterization"),
                        Field.count("/code_size", "code size"),
                        Field.text("/trained_on", "rows"),
                        new Field("/error", "error per sample", Format.SHORT),
                        new Field("/optimum", "exact optimum", Format.SHORT),
                        new Field("/gap", "gap to it", Format.SHORT),
                        new Field("/form_gap", "gap to the best of its form", Format.SHORT),
                        new Field("/identity_distance", "distance from the identity", Format.SHORT),
                        new Field("/untrained_distance", "the same before training", Format.SHORT),
                        Field.count("/iterations", "iterations"),
                        Field.text("/stop", "stopped by")));
    }

    private static BarChart gap(String title, String codeSize) {
        return BarChart.of(
                        title,
                        Axis.category("parameterization"),
                        Axis.fromZero("gap, in parts of the optimum"),
                        Series.of(
                                runs(codeSize, NOISY),
                                Field.text("/name", "parameterization"),
                                new Field("/gap", "gap", Format.SHORT)))
                .lyingDown();
    }

    private static Series distance(String name, String at, String codeSize, String trainedOn) {
        return Series.of(
                name,
                runs(codeSize, trainedOn).without("/model", "pca"),
                Field.text("/name", "parameterization"),
                new Field(at, "distance", Format.SHORT));
    }

    private static Rows runs(String codeSize, String trainedOn) {
        return Rows.of("/result/parameterizations/runs")
                .having("/code_size", codeSize)
                .having("/trained_on", trainedOn);
    }

    private static Section holes() {
        Field what = Field.text("/what", "filled by");
        return Section.of(
                "Missing cells, filled",
                Words.of(
                        "A table of sensors that follow a few common patterns, with noise and missing cells. Every way of filling sees"
                                + " the same table; the truth is known because the table was made. Control: the column means."),
                new ScatterMap(
                        "Missing cells: what was filled in, against the truth",
                        Rows.of("/drawn/cells"),
                        Field.number("/truth", "true value"),
                        Field.number("/filled", "value filled in"),
                        List.of(what),
                        Link.NONE,
                        Sampling.said("the missing cells of intact rows")),
                BarChart.of(
                                "Error in the missing cells",
                                "/result/holes/ways",
                                what,
                                Axis.fromZero("root mean square error"),
                                new Field("/error", "error", Format.SHORT))
                        .lyingDown(),
                Words.of(
                        "What it shows: columns that hang together fill each other's gaps. The mean of a column knows nothing about"
                                + " the row, so its points lie flat; those of PCA lie on the diagonal."),
                Facts.of(
                        Fact.count("rows", "/result/holes/rows"),
                        Fact.count("sensors", "/result/holes/sensors"),
                        Fact.count("missing cells", "/result/holes/missing_cells"),
                        Fact.count("of these in intact rows", "/result/holes/measured_cells"),
                        Fact.number("noise of a sensor (standard deviation)", "/result/holes/noise"),
                        Fact.count("common patterns planted", "/result/holes/planted_patterns"),
                        Fact.count("patterns found", "/result/holes/patterns_found")));
    }

    private static Section brokenRows(DemoFindings found) {
        return Section.of(
                "Broken rows, found",
                Words.of(
                        "Some rows of the same table were broken: a sensor is stuck, shows a spike, is swapped with another, or all of"
                                + " them are unrelated. PCA learnt from all rows without being told which. Each row is scored by how badly PCA"
                                + " gives it back. Control: the plain norm of the row."),
                new Multiples(
                        "The rows of largest score, the largest first",
                        List.of(
                                ranking(
                                        "by the reconstruction error of PCA",
                                        "/drawn/by_error",
                                        "squared error per cell",
                                        found),
                                ranking(
                                        "by the plain norm",
                                        "/drawn/by_norm",
                                        "squared norm, columns standardised",
                                        found))),
                Words.of(
                        "What it shows: a row is odd if it breaks the pattern, not if its numbers are large. The norm sees"
                                + " only faults that make numbers large. It cannot see sensors that are swapped or unrelated, because each of their"
                                + " numbers is ordinary."),
                RowTable.of(
                        "Broken rows among the rows of largest score, as many as are broken",
                        "/result/broken_rows/faults",
                        Field.text("/what", "what is broken"),
                        Field.count("/planted", "rows"),
                        Field.count("/found_by_error", "found by the reconstruction error"),
                        Field.count("/found_by_norm", "found by the norm")),
                RowTable.of(
                        "Both scores",
                        "/result/broken_rows/scores",
                        Field.text("/what", "score"),
                        Field.count("/found", "broken rows found"),
                        new Field("/auc", "area under the ROC curve", Format.SHORT)));
    }

    /** One series for each state, so that its colour is the same in both rankings. */
    private static BarChart ranking(String title, String from, String value, DemoFindings found) {
        Field place = Field.text("/place", "place");
        Field score = new Field("/score", value, Format.SHORT);
        Stream<Series> intact = Stream.of(Series.of("intact", Rows.of(from).having("/state", "intact"), place, score)
                .asReference());
        Stream<Series> broken = found.brokenRows().faults().stream()
                .map(fault -> Series.of(fault.what(), Rows.of(from).having("/state", fault.what()), place, score));
        return BarChart.of(
                title,
                Axis.category("place"),
                Axis.fromZero(value),
                Stream.concat(broken, intact).toArray(Series[]::new));
    }

    private static Section labels() {
        return Section.of(
                "Few labels and many drawings without one",
                Words.of(
                        "Three labelled drawings of each digit, and many drawings without a label, whose digits have to be named. Either the"
                                + " labels alone decide (by softmax regression, or by the nearest labelled drawing), or each label spreads to the"
                                + " drawings that are alike, from one to the next. Control: the commonest digit named each time."),
                BarChart.of(
                                "Digits named correctly",
                                Axis.category("way"),
                                Axis.fromZero("accuracy").as(Format.PERCENT),
                                Series.of("/result/labels/ways", Field.text("/what", "way"), ACCURACY)
                                        .within(Field.percent("/half_width", "95 % interval")))
                        .lyingDown(),
                new ImageGrid("The labelled drawings of one draw", "/drawn/labelled", Link.NONE, Sampling.NONE),
                Words.of(
                        "What it shows: drawings without a label say which drawings belong together; the labels only have to name the"
                                + " groups. Select an area of the map to see its drawings below."),
                new ScatterMap(
                        "All drawings by their first two principal components",
                        Rows.of("/drawn/points"),
                        Field.number("/x", "principal component 1"),
                        Field.number("/y", "principal component 2"),
                        List.of(
                                Field.text("/digit", "digit drawn"),
                                Field.text("/verdict", "named"),
                                Field.text("/alone", "named from the labels alone"),
                                Field.text("/together", "named with the unlabelled")),
                        DRAWINGS,
                        Sampling.NONE),
                new ImageGrid(
                        "Drawings",
                        "/examples",
                        DRAWINGS,
                        Sampling.of("/examples/rows", "/examples/of", "evenly taken")),
                Facts.of(
                        Fact.count("labelled drawings", "/result/labels/labels"),
                        Fact.count("drawings without a label", "/result/labels/unlabelled"),
                        Fact.count("random draws of the labelled ones", "/result/labels/draws")));
    }
}
