package io.eckart.study.trial;

import io.eckart.data.corruption.Corruption;
import io.eckart.data.corruption.Corruptor;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.SymmetricEigen;
import io.eckart.study.StudyData;
import io.eckart.study.StudyDesign;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What all runs of one seed share, so that they differ in their factors only: a random part of the rows held out, as many as in the study,
 * and four fifths of the others to learn from; the same starts; the same noise and holes in the held-out rows.
 *
 * @param random streams of the seed
 * @param train rows to learn from
 * @param moments of these
 * @param axes d x d, principal axes about the origin as rows, the largest first
 * @param test rows held out
 * @param noisy these with noise, for each level of {@link StudyDesign#TEST_NOISE}
 * @param masked these with hidden cells, which are NaN
 * @param zeroed the same hidden cells at zero
 * @param second d x d, the second moment of the rows held out
 */
public record Replicate(
        RandomStreams random,
        FloatMatrix train,
        Moments moments,
        DoubleMatrix axes,
        FloatMatrix test,
        List<FloatMatrix> noisy,
        FloatMatrix masked,
        FloatMatrix zeroed,
        DoubleMatrix second) {
    private static final double PART = 0.8;

    public static Replicate of(StudyData all, StudyDesign design, RandomStreams study, int seed) {
        RandomStreams random = study.child("replicate", seed);
        StudyData data = all.resplit(random.stream("held out"));
        FloatMatrix train = some(data.train(), random.stream("rows"));
        try (Workers workers = Workers.of(1)) {
            Moments moments = Moments.of(train, workers);
            FloatMatrix masked = new Corruptor(Corruption.mask(StudyDesign.HIDDEN), random).next(data.test());
            FloatMatrix test = data.test();
            List<FloatMatrix> noisy = StudyDesign.TEST_NOISE.stream()
                    .map(level -> new Corruptor(Corruption.gaussian(design.noise(level)), random).next(test))
                    .toList();
            DoubleMatrix axes = SymmetricEigen.of(moments.secondMoment()).vectors();
            FloatMatrix zeroed = masked.filled(new float[test.columns()]);
            DoubleMatrix second = Moments.of(test, workers).secondMoment();
            return new Replicate(random, train, moments, axes, test, noisy, masked, zeroed, second);
        }
    }

    /** The same with all of these rows to learn from. */
    public Replicate learningFrom(FloatMatrix rows) {
        try (Workers workers = Workers.of(1)) {
            Moments others = Moments.of(rows, workers);
            DoubleMatrix directions = SymmetricEigen.of(others.secondMoment()).vectors();
            return new Replicate(random, rows, others, directions, test, noisy, masked, zeroed, second);
        }
    }

    /** A random part of the rows, in their order; a multiple of the batches in an epoch where there are enough. */
    private static FloatMatrix some(FloatMatrix rows, SplittableRandom random) {
        int size = Math.max(1, (int) (PART * rows.rows()));
        int count = size < StudyDesign.STEPS_PER_EPOCH ? size : size - size % StudyDesign.STEPS_PER_EPOCH;
        int d = rows.columns();
        FloatMatrix chosen = FloatMatrix.zeros(count, d);
        int taken = 0;
        for (int i = 0; i < rows.rows() && taken < count; i++) {
            if (random.nextInt(rows.rows() - i) < count - taken) {
                System.arraycopy(rows.values(), i * d, chosen.values(), taken++ * d, d);
            }
        }
        return chosen;
    }
}
