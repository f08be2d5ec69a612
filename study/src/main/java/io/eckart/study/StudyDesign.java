package io.eckart.study;

import io.eckart.numerics.FloatMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * The runs of a study: parameterizations by code sizes by corruptions by starts, and one more code size for linear forms from a large
 * start, on clean and on noisy rows.
 *
 * @param features d
 * @param intrinsicDimension d', from 1 to d - 2
 * @param unit the root mean square cell about the mean, above 0; noise is measured in it
 * @param seeds replicates
 * @param earlySteps of gradient descent, the early budget
 * @param lateSteps the late one
 * @param longSteps of the descents that are followed with k = 2 d on clean rows
 */
public record StudyDesign(
        int features, int intrinsicDimension, double unit, int seeds, int earlySteps, int lateSteps, int longSteps) {
    /** Noise in training and the middle level of noise in the test input, in units of the root mean square cell. */
    public static final double NOISE = 0.5;

    /** The probability with which a cell is hidden, in training and in the test input. */
    public static final double HIDDEN = 0.2;

    /** Noise in the test input, in units of the root mean square cell. */
    public static final List<Double> TEST_NOISE = List.of(0.25, NOISE, 1.0);

    /** Depths with which a trained B is used. */
    public static final List<Integer> USED_DEPTHS = List.of(1, 2, 3, 5, 10, 20, 30, 100, 300);

    /** The rate of gradient descent, over the largest eigenvalue of the second moment: as large as P3 bears from a random start. */
    public static final double RATE = 0.08;

    /** Of Adam, for networks. */
    public static final double NETWORK_RATE = 3e-3;

    /** Steps in an epoch, where batches are needed. */
    public static final int STEPS_PER_EPOCH = 20;

    private static final int EARLY_STEPS = 60;
    private static final int MOST_FOLLOWED = 10;

    /** @throws IllegalArgumentException if a size is out of its range */
    public StudyDesign {
        if (intrinsicDimension < 1 || intrinsicDimension > features - 2 || !(unit > 0)) {
            throw new IllegalArgumentException("the intrinsic dimension must be 1 to d - 2 and the unit above 0, got "
                    + intrinsicDimension + ", d = " + features + " and " + unit);
        }
    }

    /** The design for these rows. */
    public static StudyDesign of(StudyData data, StudyScale scale) {
        int late = scale.choose(1000, 5000);
        int all = scale.choose(7000, 31_623);
        double unit = unit(data.train());
        return new StudyDesign(data.features(), data.intrinsicDimension(), unit, scale.seeds(), EARLY_STEPS, late, all);
    }

    /** The root mean square of the cells about the mean of their columns: noise is measured in it. */
    public static double unit(FloatMatrix rows) {
        double sum = 0;
        for (int j = 0; j < rows.columns(); j++) {
            double mean = 0;
            for (int i = 0; i < rows.rows(); i++) {
                mean += rows.get(i, j) / (double) rows.rows();
            }
            for (int i = 0; i < rows.rows(); i++) {
                sum += (rows.get(i, j) - mean) * (rows.get(i, j) - mean);
            }
        }
        return Math.sqrt(sum / ((double) rows.rows() * rows.columns()));
    }

    /** Every run, seed by seed. */
    public List<StudyRun> runs() {
        List<StudyRun> runs = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            for (Parameterization form : Parameterization.values()) {
                for (CodeSize size : CodeSize.values()) {
                    for (TrainingCorruption corruption : TrainingCorruption.values()) {
                        add(runs, seed, form, size, corruption);
                    }
                }
            }
        }
        return List.copyOf(runs);
    }

    private static void add(
            List<StudyRun> runs, int seed, Parameterization form, CodeSize size, TrainingCorruption corruption) {
        for (Start start : form.starts()) {
            if (size.isCrossed() || isBetweenCrossed(form, corruption, start)) {
                runs.add(new StudyRun(seed, form, size, corruption, start));
            }
        }
    }

    private static boolean isBetweenCrossed(Parameterization form, TrainingCorruption corruption, Start start) {
        return form.isLinear()
                && start == Start.LARGE
                && (corruption == TrainingCorruption.NONE || corruption == TrainingCorruption.GAUSSIAN);
    }

    /** Whether second moments say all about such a run, so that no batches are drawn. */
    public static boolean isOnMoments(Parameterization form, TrainingCorruption corruption) {
        return form.isLinear() && corruption != TrainingCorruption.MASKS;
    }

    /** k. */
    public int codeSize(CodeSize size) {
        return size.of(intrinsicDimension, features);
    }

    /** The number of steps of a budget. */
    public int steps(Budget budget) {
        return switch (budget) {
            case EARLY -> earlySteps;
            case LATE -> lateSteps;
        };
    }

    /** The number of seeds that are followed over their whole descent. */
    public int followedSeeds() {
        return Math.min(MOST_FOLLOWED, seeds);
    }

    /** The standard deviation of noise of this level, in units of the features. */
    public double noise(double level) {
        return level * unit;
    }
}
