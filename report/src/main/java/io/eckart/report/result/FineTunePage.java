package io.eckart.report.result;

import io.eckart.report.Axis;
import io.eckart.report.BarChart;
import io.eckart.report.Facts;
import io.eckart.report.Facts.Fact;
import io.eckart.report.Field;
import io.eckart.report.Format;
import io.eckart.report.LineChart;
import io.eckart.report.Origin;
import io.eckart.report.ReportPage;
import io.eckart.report.RowTable;
import io.eckart.report.Section;
import io.eckart.report.Series;
import io.eckart.report.Words;
import io.eckart.task.label.FineTuned;
import io.eckart.training.FineTuneFit;
import java.util.List;
import java.util.Map;

/** A network with a head, its training and its controls. */
public final class FineTunePage {
    private FineTunePage() {}

    public static ReportPage of(FineTuned tuned, Origin origin) {
        List<Section> sections = List.of(model(), check(tuned), training(tuned.run()));
        String data = tuned.model().provenance().data();
        return ReportPage.of("A fine-tuned network", data, sections, FineTuneJson.of(tuned), Map.of(), origin);
    }

    private static Section model() {
        return Section.of(
                "Model",
                Words.warning("/result/notes"),
                Facts.of(
                        Fact.count("rows", "/result/rows"),
                        Fact.count("labelled rows", "/result/labelled_rows"),
                        Fact.text("labels are", "/result/labels_are"),
                        Fact.count("rows held out of the training", "/result/held_out_rows"),
                        Fact.count("epochs, head alone", "/result/frozen_epochs"),
                        Fact.count("epochs, all parameters", "/result/epochs"),
                        Fact.number("loss of the last epoch", "/result/loss"),
                        Fact.text("stopped by", "/result/stop"),
                        new Fact("time", "/result/seconds", Format.SECONDS),
                        Fact.text("labels, because", "/result/labels_reason")));
    }

    private static Section check(FineTuned tuned) {
        boolean classes = tuned.isClassifier();
        Format format = classes ? Format.PERCENT : Format.NUMBER;
        Field error = new Field("/error", classes ? "part labelled wrongly" : "root mean square error", format);
        Field way = Field.text("/name", "way");
        return Section.of("Compared with its controls")
                .andIf(
                        tuned.check().isPresent(),
                        Words.of(
                                "Labelled rows were kept apart; each way learnt from the others and was judged on these."),
                        Facts.of(
                                Fact.count("rows trained on", "/result/check/trained_rows"),
                                Fact.count("rows judged on", "/result/check/judged_rows")),
                        BarChart.of(
                                        "Error on labelled rows kept apart",
                                        "/result/check/errors",
                                        way,
                                        Axis.fromZero(error.title()).as(format),
                                        error)
                                .lyingDown(),
                        RowTable.of("The same as numbers", "/result/check/errors", way, error));
    }

    private static Section training(FineTuneFit run) {
        return Section.of("Training")
                .andIf(!run.frozen().isEmpty(), losses("Loss while only the head learns", "/result/frozen_history"))
                .andIf(!run.whole().isEmpty(), losses("Loss while all parameters learn", "/result/history"));
    }

    private static LineChart losses(String title, String history) {
        Field epoch = Field.count("/epoch", "epoch");
        return LineChart.of(
                title,
                Axis.linear("epoch").as(Format.COUNT),
                Axis.log("loss per labelled row"),
                Series.of("rows trained on", history, epoch, Field.number("/error", "loss")),
                Series.of("rows held out", history, epoch, Field.number("/held_out_error", "loss")));
    }
}
