package io.eckart.study.trial;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.CorruptionTasks;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.study.Budget;
import io.eckart.study.CentringEffect;
import io.eckart.study.CodeSize;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.Parameterization;
import io.eckart.study.Start;
import io.eckart.study.StudyDesign;
import io.eckart.study.StudySetting;
import io.eckart.study.TrainingCorruption;
import io.eckart.training.moments.DescentPath;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The control of centring: the same descents on rows that have a mean, with zero and with the mean as the origin. The mean is the rows'
 * own, or what standardising had taken out; rows without either are moved by a random vector as long as the deviation in their first
 * direction.
 */
public record Centring(StudySetting setting, StudyDesign design) {
    /** A mean with a smaller part of the energy is none. */
    private static final double LITTLE = 1e-2;

    private record Place(Parameterization form, CodeSize size, Start start, TrainingCorruption corruption) {}

    /** Energy of the mean, error with the mean kept, error with it removed. */
    private record Outcome(double meanEnergy, double kept, double removed) {}

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (Parameterization form : List.of(Parameterization.FREE, Parameterization.UNROLLED_10)) {
            for (CodeSize size : CurveExperiment.followedSizes()) {
                for (Start start : Start.values()) {
                    places.add(new Place(form, size, start, TrainingCorruption.NONE));
                    places.add(new Place(form, size, start, TrainingCorruption.GAUSSIAN));
                }
            }
        }
        return places;
    }

    /** One for each place; none if the setting says stop. */
    public List<CentringEffect> effects() {
        List<Place> places = places();
        int seeds = design.followedSeeds();
        Outcome[][] outcomes = new Outcome[places.size()][seeds];
        setting.workers().forEach(places.size() * seeds, i -> {
            if (!setting.stop().getAsBoolean()) {
                outcomes[i / seeds][i % seeds] = outcome(places.get(i / seeds), i % seeds);
            }
        });
        if (setting.stop().getAsBoolean()) {
            return List.of();
        }
        List<CentringEffect> effects = new ArrayList<>();
        for (int p = 0; p < outcomes.length; p++) {
            effects.add(effect(places.get(p), List.of(outcomes[p])));
        }
        return List.copyOf(effects);
    }

    private static CentringEffect effect(Place place, List<Outcome> outcomes) {
        return new CentringEffect(
                place.form.label(),
                place.size.label(),
                place.start.label(),
                place.corruption.label(),
                number("energy of the mean", outcomes, Outcome::meanEnergy),
                number("error on noisy input, mean kept", outcomes, Outcome::kept),
                number("error on noisy input, mean removed", outcomes, Outcome::removed));
    }

    private static MeasuredNumber number(String name, List<Outcome> outcomes, ToDoubleFunction<Outcome> value) {
        return MeasuredNumber.of(name, outcomes.stream().mapToDouble(value).toArray());
    }

    private Outcome outcome(Place place, int seed) {
        Replicate replicate = Replicate.of(setting.data(), design, setting.random(), seed);
        double[] moved = shift(replicate);
        try (Workers one = Workers.of(1)) {
            Moments train = Moments.of(shifted(replicate.train(), moved), one);
            Moments test = Moments.of(shifted(replicate.test(), moved), one);
            double[] mean = train.mean();
            double about = train.covariance().trace();
            double meanEnergy = (train.secondMoment().trace() - about) / about;
            double floor = Floors.perCell(
                    Moments.of(replicate.test(), one),
                    Corruption.gaussian(design.noise(StudyDesign.NOISE)),
                    design.codeSize(place.size));
            double kept = error(place, replicate.random(), train, test, new double[mean.length]);
            return new Outcome(meanEnergy, kept / floor, error(place, replicate.random(), train, test, mean) / floor);
        }
    }

    private double[] shift(Replicate replicate) {
        int d = design.features();
        double[] own = replicate.moments().mean();
        double energy = replicate.moments().covariance().trace();
        double[] removed = setting.data().removedMean().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (squares(own) > LITTLE * energy) {
            return new double[d];
        }
        if (squares(removed) > LITTLE * energy) {
            return removed;
        }
        double first = SymmetricEigen.top(replicate.moments().covariance(), 1).values()[0];
        SplittableRandom random = replicate.random().stream("mean");
        double[] direction = new double[d];
        for (int j = 0; j < d; j++) {
            direction[j] = random.nextGaussian();
        }
        double length = Math.sqrt(first / squares(direction));
        for (int j = 0; j < d; j++) {
            direction[j] *= length;
        }
        return direction;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }

    private static FloatMatrix shifted(FloatMatrix rows, double[] by) {
        FloatMatrix shifted = rows.copyRows(0, rows.rows());
        for (int i = 0; i < shifted.values().length; i++) {
            shifted.values()[i] += (float) by[i % by.length];
        }
        return shifted;
    }

    private double error(Place place, RandomStreams random, Moments train, Moments test, double[] origin) {
        int d = design.features();
        int k = design.codeSize(place.size);
        LinearArchitecture architecture = (LinearArchitecture) place.form.architecture(d, k);
        double noise = design.noise(StudyDesign.NOISE);
        DescentPath path = new DescentPath(
                architecture,
                k,
                train,
                origin,
                CorruptionTasks.of(place.corruption.corruption(noise, StudyDesign.HIDDEN)),
                StudyDesign.RATE,
                LinearStart.of(architecture, new Dimensions(d, k, false, false), place.start, random.stream("start")));
        path.advance(design.steps(Budget.LATE));
        DoubleMatrix second = test.about(origin);
        return LinearMap.of(path.encoder(), path.decoder()).error(second, noise);
    }
}
