package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.data.synthetic.LowRank;
import io.eckart.model.Pca;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.MeasuredOn;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Without removing the mean, the first direction of PCA tends to the mean as the mean grows; the others then tend to those about it. */
final class FirstDirectionIsMean {
    private static final String ID = "first-direction-is-mean";
    private static final int FEATURES = 20;
    private static final List<Double> EIGENVALUES = List.of(8.0, 5.0, 3.5, 2.2, 1.3);
    private static final double NOISE = 0.25;
    /** The squared length of the mean over the largest variance of a direction. */
    private static final List<Double> ENERGIES = List.of(0.25, 1.0, 4.0, 16.0, 64.0);

    private static final double NONE = 0;
    /** The cosine of 8 degrees. */
    private static final double ALIGNED = 0.99;

    private static final String OWN = "the rows with their means";

    private FirstDirectionIsMean() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.2",
                        "Where no mean is removed, the first direction of PCA tends to that of the mean.",
                        MeasuredOn.generated(
                                "generated rows: five planted directions and noise in 20 features, and a mean"))
                .experiment(
                        "PCA without removal of means; the mean of generated rows has a random direction and so many times the"
                                + " energy of the largest variance; a table is taken with the means that standardising had removed")
                .measure("cosine of the mean and the first direction; aligned: above 0.99")
                .control(
                        "the direction may be that of the largest variance: without a mean it must not be aligned with the place"
                                + " where the mean would be");
        for (double energy : ENERGIES) {
            claim.setting(
                    "mean energy " + energy + " times the largest variance",
                    levels("mean energy", String.valueOf(energy)),
                    Border.above(ALIGNED),
                    runs -> runs.values(at(energy)));
            claim.note(
                    "part of the other directions within the first four about the mean, mean energy " + energy,
                    runs -> runs.values(others(energy)));
        }
        claim.control("no mean", levels(), Border.above(ALIGNED), runs -> runs.values(at(NONE)));
        if (!study.data().generated()) {
            claim.on(MeasuredOn.of(study.data()))
                    .setting(OWN, levels("mean energy", "own"), Border.above(ALIGNED), runs -> runs.values(OWN));
        }
        return claim.note("energy of the mean over the largest variance, " + OWN, runs -> runs.values(OWN + " energy"))
                .from(setting -> SeedRuns.of(ID, setting, random -> measure(setting, random)));
    }

    private static String at(double energy) {
        return "mean " + energy;
    }

    private static String others(double energy) {
        return "others " + energy;
    }

    private static Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        int rows = setting.scale().choose(2000, 20_000);
        long seed = random.stream("rows").nextLong();
        LowRank.Sample sample = new LowRank(rows, FEATURES, EIGENVALUES, NOISE, seed).generate();
        FloatMatrix centred = sample.values().toFloat();
        double[] direction = unit(FEATURES, random.stream("direction"));
        Map<String, Double> measured = new LinkedHashMap<>();
        measure(setting, random, centred, direction, NONE, measured);
        for (double energy : ENERGIES) {
            measure(setting, random, centred, direction, energy, measured);
        }
        measureOwn(setting, random, measured);
        return measured;
    }

    private static void measure(
            StudySetting setting,
            RandomStreams random,
            FloatMatrix centred,
            double[] direction,
            double energy,
            Map<String, Double> measured) {
        double length = Math.sqrt(energy * EIGENVALUES.getFirst());
        double[] mean = Arrays.stream(direction).map(value -> length * value).toArray();
        FloatMatrix moved = moved(centred, mean);
        int k = EIGENVALUES.size();
        Pca plain = new StudyFits(setting).pca(k, false, moved, random);
        Pca about = new StudyFits(setting).pca(k - 1, true, moved, random);
        measured.put(at(energy), cosine(plain, direction));
        measured.put(others(energy), shared(plain, about));
    }

    private static void measureOwn(StudySetting setting, RandomStreams random, Map<String, Double> measured) {
        double[] removed = setting.data().removedMean().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        FloatMatrix rows = moved(setting.data().train(), removed);
        Pca plain = new StudyFits(setting).pca(1, false, rows, random);
        Pca about = new StudyFits(setting).pca(1, true, rows, random);
        double[] mean = about.parameters().means();
        double energy = Arrays.stream(mean).map(value -> value * value).sum();
        measured.put(OWN, cosine(plain, mean));
        measured.put(OWN + " energy", energy / about.parameters().energy(0));
    }

    private static double[] unit(int length, SplittableRandom random) {
        double[] unit = new double[length];
        double squares = 0;
        for (int j = 0; j < length; j++) {
            unit[j] = random.nextGaussian();
            squares += unit[j] * unit[j];
        }
        double norm = Math.sqrt(squares);
        return Arrays.stream(unit).map(value -> value / norm).toArray();
    }

    private static FloatMatrix moved(FloatMatrix rows, double[] by) {
        FloatMatrix moved = rows.copyRows(0, rows.rows());
        for (int i = 0; i < moved.values().length; i++) {
            moved.values()[i] += (float) by[i % by.length];
        }
        return moved;
    }

    /** Of the first direction and a vector, without sign; 0 for a vector of length 0. */
    private static double cosine(Pca pca, double[] vector) {
        DoubleMatrix components = pca.components();
        double dot = 0;
        double squares = 0;
        for (int j = 0; j < vector.length; j++) {
            dot += components.get(0, j) * vector[j];
            squares += vector[j] * vector[j];
        }
        return squares == 0 ? 0 : Math.abs(dot) / Math.sqrt(squares);
    }

    /** The mean squared length of the directions after the first when projected on those about the mean. */
    private static double shared(Pca plain, Pca about) {
        DoubleMatrix first = plain.components();
        DoubleMatrix second = about.components();
        double sum = 0;
        for (int a = 1; a < plain.codeSize(); a++) {
            for (int b = 0; b < about.codeSize(); b++) {
                double dot = 0;
                for (int j = 0; j < plain.features(); j++) {
                    dot += first.get(a, j) * second.get(b, j);
                }
                sum += dot * dot;
            }
        }
        return sum / (plain.codeSize() - 1);
    }
}
