package io.eckart.task.label;

import io.eckart.data.Targets;
import io.eckart.model.label.Temperature;
import io.eckart.numerics.FloatMatrix;
import io.eckart.task.label.Calibration.Bin;
import io.eckart.task.label.Calibration.Quality;
import io.eckart.task.label.Calibration.Status;
import io.eckart.training.label.TemperatureFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Calibrates probabilities on the labels that cross-validation hid. */
final class Calibrator {
    private static final int TENTHS = 10;
    private static final int LEAST_OF_BIN = 10;
    private static final double LEAST_PROBABILITY = Float.MIN_NORMAL;
    /** Two standard deviations of 95 %, as in the interval of Agresti and Coull. */
    private static final double DEVIATIONS = 1.96;

    /** Rows with probabilities, and their classes. */
    @SuppressWarnings("ArrayRecordComponent") // private, never compared
    private record Part(FloatMatrix probabilities, int[] classes) {

        static Part of(Estimates.Classes estimates, int[] rows, int[] classes) {
            int[] with =
                    IntStream.range(0, rows.length).filter(estimates::isKnown).toArray();
            return new Part(
                    estimates.probabilities().selectRows(with),
                    IntStream.of(with).map(i -> classes[rows[i]]).toArray());
        }

        static Part join(List<Part> parts, int outputs) {
            int rows = parts.stream().mapToInt(part -> part.classes.length).sum();
            FloatMatrix all = FloatMatrix.zeros(rows, outputs);
            int at = 0;
            for (Part part : parts) {
                float[] values = part.probabilities.values();
                System.arraycopy(values, 0, all.values(), at, values.length);
                at += values.length;
            }
            return new Part(
                    all,
                    parts.stream()
                            .flatMapToInt(part -> IntStream.of(part.classes))
                            .toArray());
        }

        Part at(double temperature) {
            return new Part(Temperature.apply(probabilities, temperature), classes);
        }
    }

    private final LabelFolds folds;
    private final int outputs;
    private final List<Part> parts = new ArrayList<>();
    private final int rows;

    private Calibrator(CrossValidation found, Targets.Classes known) {
        this.folds = found.folds();
        this.outputs = known.names().size();
        for (int fold = 0; fold < folds.hidden().size(); fold++) {
            Estimates.Classes estimates = (Estimates.Classes) found.estimates().get(fold);
            parts.add(Part.of(estimates, folds.hidden().get(fold), known.of()));
        }
        this.rows = draw(0).map(fold -> parts.get(fold).classes.length).sum();
    }

    /** The calibration of a method by what it estimated; empty for values. */
    static Optional<Calibration> of(CrossValidation found) {
        return switch (found.known()) {
            case Targets.Values _ -> Optional.empty();
            case Targets.Classes classes -> Optional.of(new Calibrator(found, classes).calibration());
        };
    }

    /** The folds of a draw. */
    private IntStream draw(int number) {
        int count = folds.perDraw();
        return IntStream.range(number * count, (number + 1) * count);
    }

    private Calibration calibration() {
        if (rows < Calibration.LEAST_ROWS) {
            return Calibration.none(Status.TOO_FEW_LABELS, rows);
        }
        Part all = Part.join(parts, outputs);
        Quality before = quality(all);
        Quality after = quality(Part.join(crossFitted(), outputs));
        boolean helps = after.logLoss() < before.logLoss();
        return new Calibration(
                helps ? Status.CALIBRATED : Status.NOT_NEEDED,
                rows,
                helps ? TemperatureFit.of(all.probabilities, all.classes, rows) : 1,
                Optional.of(before),
                Optional.of(after));
    }

    /** Each fold at the temperature that the other folds of its draw give. */
    private List<Part> crossFitted() {
        List<Part> scaled = new ArrayList<>();
        for (int number = 0; number < folds.draws(); number++) {
            int[] draw = draw(number).toArray();
            for (int fold : draw) {
                List<Part> others = IntStream.of(draw)
                        .filter(other -> other != fold)
                        .mapToObj(parts::get)
                        .toList();
                Part rest = Part.join(others, outputs);
                double temperature = rest.classes.length == 0
                        ? 1
                        : TemperatureFit.of(rest.probabilities, rest.classes, rest.classes.length);
                scaled.add(parts.get(fold).at(temperature));
            }
        }
        return scaled;
    }

    private Quality quality(Part part) {
        int n = part.classes.length;
        FloatMatrix probabilities = part.probabilities;
        Tally[] tenths = new Tally[TENTHS];
        Arrays.setAll(tenths, i -> new Tally((double) i / TENTHS));
        double loss = 0;
        for (int i = 0; i < n; i++) {
            int best = probabilities.argmax(i);
            double probability = probabilities.get(i, best);
            int tenth = Math.clamp((int) Math.ceil(probability * TENTHS) - 1, 0, TENTHS - 1);
            tenths[tenth].add(probability, best == part.classes[i]);
            loss -= Math.log(Math.max(probabilities.get(i, part.classes[i]), LEAST_PROBABILITY)) / n;
        }
        List<Bin> bins = joined(tenths).stream().map(this::bin).toList();
        double error = bins.stream()
                .mapToDouble(bin -> Math.abs(bin.accuracy() - bin.probability()) * bin.estimates() / n)
                .sum();
        return new Quality(loss, error, bins);
    }

    /** Neighbours are joined until each has enough rows; what is left at the end belongs to the last. */
    private List<Tally> joined(Tally[] tenths) {
        List<Tally> joined = new ArrayList<>();
        for (Tally tenth : tenths) {
            if (tenth.count > 0 && (joined.isEmpty() || joined.getLast().count >= LEAST_OF_BIN * folds.draws())) {
                joined.add(tenth);
            } else if (tenth.count > 0) {
                joined.getLast().add(tenth);
            }
        }
        if (joined.size() > 1 && joined.getLast().count < LEAST_OF_BIN * folds.draws()) {
            Tally last = joined.removeLast();
            joined.getLast().add(last);
        }
        return joined;
    }

    /** A row counts once, however often its label was hidden: that makes no interval narrower. */
    private Bin bin(Tally tally) {
        double square = DEVIATIONS * DEVIATIONS;
        double trials = (double) tally.count / folds.draws() + square;
        double middle = ((double) tally.right / folds.draws() + square / 2) / trials;
        double halfWidth = DEVIATIONS * Math.sqrt(middle * (1 - middle) / trials);
        double accuracy = (double) tally.right / tally.count;
        return new Bin(tally.from, tally.to, tally.sum / tally.count, accuracy, halfWidth, tally.count);
    }

    /** Estimates whose probability is from a tenth of [0, 1] or some of them. */
    private static final class Tally {
        private final double from;
        private double to;
        private int count;
        private int right;
        private double sum;

        Tally(double from) {
            this.from = from;
            this.to = from + 1.0 / TENTHS;
        }

        void add(double probability, boolean isRight) {
            count++;
            right += isRight ? 1 : 0;
            sum += probability;
        }

        void add(Tally next) {
            to = next.to;
            count += next.count;
            right += next.right;
            sum += next.sum;
        }
    }
}
