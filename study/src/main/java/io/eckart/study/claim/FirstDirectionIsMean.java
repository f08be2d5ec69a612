package io.eckart.study.claim;

import io.eckart.data.synthetic.LowRank;
import io.eckart.model.Pca;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.MeasuredNumber;
import io.eckart.study.StudySetting;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** Without removing the mean, the first direction of PCA tends to the mean as the mean grows; the others then tend to those about it. */
final class FirstDirectionIsMean extends SeedClaim {
    private static final int FEATURES = 20;
    private static final List<Double> EIGENVALUES = List.of(8.0, 5.0, 3.5, 2.2, 1.3);
    private static final double NOISE = 0.25;
    /** The squared length of the mean over the largest variance of a direction. */
    private static final List<Double> ENERGIES = List.of(0.0, 0.25, 1.0, 4.0, 16.0, 64.0);
    /** The cosine of 8 degrees. */
    private static final double ALIGNED = 0.99;

    private static final String OWN = "of the study's rows";

    FirstDirectionIsMean() {
        super(
                "first-direction-is-mean",
                "15.2",
                "Where no mean is removed, the first direction of PCA tends to that of the mean.",
                "five planted directions and noise in 20 features, a mean in a random direction whose energy is so many times the"
                        + " largest variance; the cosine between the mean and the first direction, 0.99 being aligned");
    }

    @Override
    String judge(SeedRuns runs, Evidence evidence) {
        for (double energy : ENERGIES) {
            MeasuredNumber cosine = cosine(runs, at(energy));
            if (energy == 0) {
                evidence.controlBelow(at(energy), cosine, ALIGNED);
            } else {
                evidence.above("a mean of " + at(energy), cosine, ALIGNED);
            }
        }
        for (double energy : ENERGIES) {
            String name = "part of the other directions within the first four about the mean, " + at(energy);
            evidence.note(runs.mean(name, others(energy)));
        }
        evidence.note(cosine(runs, OWN))
                .note(runs.mean("energy of the mean over the largest variance " + OWN, OWN + " energy"));
        String figures = ENERGIES.stream()
                .map(energy -> String.format(
                        Locale.ROOT, "%.3f at %s", cosine(runs, at(energy)).mean(), Evidence.text(energy)))
                .collect(Collectors.joining(", "));
        return "cosine of the first direction and the mean over the energy of the mean: " + figures;
    }

    private static MeasuredNumber cosine(SeedRuns runs, String where) {
        return runs.mean("cosine of the first direction and the mean, " + where, where);
    }

    private static String at(double energy) {
        return Evidence.text(energy) + " times the largest variance";
    }

    private static String others(double energy) {
        return "others " + energy;
    }

    @Override
    Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        int rows = setting.scale().choose(2000, 20_000);
        long seed = random.stream("rows").nextLong();
        LowRank.Sample sample = new LowRank(rows, FEATURES, EIGENVALUES, NOISE, seed).generate();
        FloatMatrix centred = sample.values().toFloat();
        double[] direction = unit(FEATURES, random.stream("direction"));
        Map<String, Double> measured = new LinkedHashMap<>();
        for (double energy : ENERGIES) {
            double length = Math.sqrt(energy * EIGENVALUES.getFirst());
            FloatMatrix moved = moved(centred, direction, length);
            int k = EIGENVALUES.size();
            Pca plain = new StudyFits(setting).pca(k, false, moved, random);
            Pca about = new StudyFits(setting).pca(k - 1, true, moved, random);
            measured.put(at(energy), cosine(plain, direction));
            measured.put(others(energy), shared(plain, about));
        }
        measureOwn(setting, random, measured);
        return measured;
    }

    private static void measureOwn(StudySetting setting, RandomStreams random, Map<String, Double> measured) {
        FloatMatrix rows = setting.data().train();
        Pca plain = new StudyFits(setting).pca(1, false, rows, random);
        Pca about = new StudyFits(setting).pca(1, true, rows, random);
        double[] mean = about.parameters().means();
        double energy = 0;
        for (double value : mean) {
            energy += value * value;
        }
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

    private static FloatMatrix moved(FloatMatrix rows, double[] direction, double length) {
        FloatMatrix moved = rows.copyRows(0, rows.rows());
        for (int i = 0; i < moved.values().length; i++) {
            moved.values()[i] += (float) (length * direction[i % direction.length]);
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
