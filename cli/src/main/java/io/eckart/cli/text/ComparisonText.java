package io.eckart.cli.text;

import io.eckart.task.compare.Comparison;
import io.eckart.task.compare.Comparison.Measure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of a comparison, for people and as CSV. */
public final class ComparisonText {
    private ComparisonText() {}

    public static String of(Comparison found, @Nullable Path output) {
        Lines text = new Lines();
        text.wrap(
                "",
                String.format(
                        Locale.ROOT,
                        "%s: %,d rows, %d features, %d folds; squared error per cell of held-out rows",
                        found.data(),
                        found.rows(),
                        found.features(),
                        found.folds()));
        text.wrap(
                "",
                "noise " + Summary.number(found.noise()) + " (" + found.noiseSource() + "), hidden cells "
                        + found.hidden());
        text.add();
        boolean labels = found.rawLabel() != null;
        text.add(
                "%-12s %3s %11s %11s %11s %11s %7s%s",
                "model",
                "k",
                "as they are",
                "noise away",
                "with holes",
                "holes alone",
                "seconds",
                labels ? "   label" : "");
        for (Comparison.Entry entry : found.entries()) {
            Measure label = entry.label();
            text.add(
                    "%-12s %3s %11s %11s %11s %11s %7.1f%s",
                    entry.model().label(),
                    entry.k() == 0 ? "" : String.valueOf(entry.k()),
                    error(entry.reconstruction().mean()),
                    error(entry.denoising().mean()),
                    error(entry.masked().mean()),
                    error(entry.filling().mean()),
                    entry.seconds(),
                    label == null ? "" : String.format(Locale.ROOT, " %5.1f %%", 100 * label.mean()));
        }
        for (Comparison.Floor floor : found.floors()) {
            text.add(
                    "%-12s %3d %11s %11s %11s",
                    "linear floor",
                    floor.k(),
                    error(floor.reconstruction()),
                    error(floor.denoising()),
                    error(floor.masked()));
        }
        Measure raw = found.rawLabel();
        if (raw != null) {
            text.add("label: softmax regression on the codes; %.1f %% on the features themselves", 100 * raw.mean());
        }
        double nearest = found.dimension().twoNearest();
        text.add(
                "dimension: %s by two nearest neighbours, %d directions above chance",
                Double.isNaN(nearest) ? "not known" : String.format(Locale.ROOT, "%.1f", nearest),
                found.dimension().parallelAnalysis());
        text.add();
        text.wrap("", found.recommendation());
        if (output != null) {
            text.add("table in %s", output);
        }
        return text.toString();
    }

    /** Five digits after the point, unless all of them would be 0. */
    private static String error(double value) {
        boolean isTiny = value != 0 && Math.abs(value) < 1e-4;
        return String.format(Locale.ROOT, isTiny ? "%.2e" : "%.5f", value);
    }

    /** One line for each model and code size, with the spread between folds; floors have no spread. */
    public static String csv(Comparison found) {
        StringBuilder text = new StringBuilder("model,k");
        for (String name : List.of("reconstruction", "denoising", "masked", "filling", "label")) {
            text.append(',').append(name).append(',').append(name).append("_spread");
        }
        text.append(",seconds\n");
        for (Comparison.Entry entry : found.entries()) {
            text.append(entry.model().label()).append(',').append(entry.k());
            Stream.of(entry.reconstruction(), entry.denoising(), entry.masked(), entry.filling())
                    .forEach(measure -> add(text, measure));
            add(text, entry.label());
            text.append(',').append(entry.seconds()).append('\n');
        }
        for (Comparison.Floor floor : found.floors()) {
            text.append("linear floor,").append(floor.k());
            DoubleStream.of(floor.reconstruction(), floor.denoising(), floor.masked())
                    .forEach(error -> text.append(',').append(error).append(','));
            text.append(",,,,,\n");
        }
        return text.toString();
    }

    private static void add(StringBuilder text, @Nullable Measure measure) {
        text.append(measure == null ? ",," : "," + measure.mean() + "," + measure.spread());
    }
}
