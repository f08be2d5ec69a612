package io.eckart.study.claim;

import io.eckart.data.synthetic.GaussianClusters;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;

/** Classes that differ in few directions of many, all of them noisy: what rows without labels can say is which directions these are. */
final class NoisyClasses {
    private static final int FEATURES = 40;
    private static final int RANK = 5;
    private static final int CLASSES = 4;
    private static final double SEPARATION = 3;
    private static final double NOISE = 0.8;
    private static final int HELD_OUT = 1000;

    private NoisyClasses() {}

    /** The study's rows where they have labels, else generated rows, other ones for each seed. */
    static LabelledSample sample(StudySetting setting, RandomStreams random) {
        return LabelledSample.of(setting.data(), random).orElseGet(() -> generated(setting.scale(), random));
    }

    private static LabelledSample generated(StudyScale scale, RandomStreams random) {
        int rows = HELD_OUT + scale.choose(2600, 5200);
        long seed = random.stream("rows").nextLong();
        GaussianClusters.Sample sample =
                new GaussianClusters(rows, FEATURES, RANK, CLASSES, SEPARATION, NOISE, seed).generate();
        return LabelledSample.split(
                "four normal classes in 5 of 40 directions, noise of deviation 0.8 in all",
                sample.values().toFloat(),
                sample.clusters(),
                HELD_OUT);
    }

    /** d', of the study's rows where these are taken. */
    static int codeSize(StudySetting setting) {
        return LabelledSample.of(setting.data()).isPresent() ? setting.data().intrinsicDimension() : RANK;
    }
}
