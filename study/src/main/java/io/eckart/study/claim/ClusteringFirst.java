package io.eckart.study.claim;

import static io.eckart.study.judgement.PlannedClaim.levels;

import io.eckart.data.Targets;
import io.eckart.data.synthetic.GaussianClusters;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Border;
import io.eckart.study.StudyScale;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.training.KMeansConfig;
import io.eckart.training.TrainingListener;
import io.eckart.training.kmeans.KMeansTrainer;
import io.eckart.training.label.ClusterLabels;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Labels inferred from clusters help a rule that has fewer labels than features, where classes are clusters; elsewhere they must not. */
final class ClusteringFirst {
    private static final String ID = "clustering-first-helps-few-labels";
    private static final int FEATURES = 40;
    private static final int CLUSTERS = 8;
    private static final int CLASSES = 4;
    private static final double SEPARATION = 3.5;
    private static final int HELD_OUT = 1000;

    private static final String CLUSTERED = "labels inferred from clusters";
    private static final String LABELLED = "the labels alone";
    private static final String USELESS = " where rows have no clusters";

    private ClusteringFirst() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        LabelledSample first = sample(study, study.random().child(ID, 0));
        LabelledSample useless = unclustered(study.scale(), study.random().child(ID, 0));
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.1.1",
                        "With fewer labels than features, clustering all rows first and giving each cluster its labels helps.",
                        first.measuredOn())
                .experiment(
                        "k-means on all rows with two clusters for each class, softmax regression on the rows whose label is"
                                + " inferred, against softmax regression on the labelled rows")
                .measure(
                        "accuracy on held-out rows gained with fewer labels than features, mean over their numbers; a point counts")
                .control(
                        "any way to spread labels may help: on rows without clusters it must not, and with at least 4 d labels less");
        LabelGains gains = new LabelGains(first);
        gains.add(claim, CLUSTERED, LABELLED);
        gains.note(claim, LABELLED);
        claim.on(useless.measuredOn());
        for (int count : useless.counts()) {
            if (count < useless.features()) {
                claim.control(
                        count + " labels" + USELESS,
                        levels(),
                        Border.above(LabelGains.POINT),
                        runs -> LabelGains.gain(runs, CLUSTERED + USELESS, LABELLED + USELESS, count));
            }
        }
        return claim.from(setting -> SeedRuns.of(ID, setting, random -> measure(setting, random)));
    }

    private static LabelledSample sample(StudySetting setting, RandomStreams random) {
        return LabelledSample.of(setting.data(), random).orElseGet(() -> clustered(setting.scale(), random));
    }

    private static int rows(StudyScale scale) {
        return HELD_OUT + scale.choose(1000, 4000);
    }

    private static LabelledSample clustered(StudyScale scale, RandomStreams random) {
        long seed = random.stream("clusters").nextLong();
        GaussianClusters.Sample sample =
                new GaussianClusters(rows(scale), FEATURES, FEATURES, CLUSTERS, SEPARATION, 0, seed).generate();
        return LabelledSample.split(
                "eight normal clusters in 40 features, two for each of four classes",
                sample.values().toFloat(),
                Arrays.stream(sample.clusters()).map(g -> g % CLASSES).toArray(),
                HELD_OUT);
    }

    /** What is known of such rows without labels says nothing of the plane that cuts them. */
    private static LabelledSample unclustered(StudyScale scale, RandomStreams random) {
        long seed = random.stream("rows without clusters").nextLong();
        GaussianClusters.Sample sample =
                new GaussianClusters(rows(scale), FEATURES, FEATURES, 1, 0, 0, seed).generate();
        FloatMatrix rows = sample.values().toFloat();
        // Directions are random already, so that any plane is as good as another.
        int[] side = IntStream.range(0, rows.rows())
                .map(i -> rows.get(i, 0) > 0 ? 1 : 0)
                .toArray();
        return LabelledSample.split("normal rows without clusters", rows, side, HELD_OUT);
    }

    private static Map<String, Double> measure(StudySetting setting, RandomStreams random) {
        Map<String, Double> measured = measure(setting, sample(setting, random), random, "");
        measured.putAll(measure(setting, unclustered(setting.scale(), random), random, USELESS));
        return measured;
    }

    private static Map<String, Double> measure(
            StudySetting setting, LabelledSample sample, RandomStreams random, String suffix) {
        Map<String, Double> measured = new LinkedHashMap<>();
        int[] clusters = new KMeansTrainer(
                        KMeansConfig.clusters(2 * sample.classes()), random, setting.workers(), TrainingListener.SILENT)
                .fit(sample.train())
                .labels();
        int draws = setting.scale().choose(5, 10);
        for (int count : sample.counts()) {
            measured.put(
                    LabelGains.at(LABELLED + suffix, count),
                    sample.accuracy(count, draws, random, (known, streams) -> accuracy(setting, sample, known)));
            double clustered = sample.accuracy(
                    count,
                    draws,
                    random,
                    (known, streams) ->
                            accuracy(setting, sample, (Targets.Classes) ClusterLabels.infer(clusters, known)));
            measured.put(LabelGains.at(CLUSTERED + suffix, count), clustered);
        }
        return measured;
    }

    private static double accuracy(StudySetting setting, LabelledSample sample, Targets.Classes known) {
        return sample.softmaxAccuracy(sample.train(), sample.test(), known, setting.workers());
    }
}
