package io.eckart.study.claim;

import io.eckart.model.Encoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.StudySetting;
import io.eckart.study.judgement.PlannedClaim;
import io.eckart.study.judgement.SeedRuns;
import io.eckart.training.AutoencoderConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reducing the features by what all rows say helps a linear rule that has fewer labels than features. */
final class ReducingFirst {
    private static final String ID = "reducing-first-helps-few-labels";
    private static final String RAW = "all features";
    private static final String PCA = "PCA to d'";
    private static final String SMALL = "PCA to d'/2";
    private static final String NETWORK = "autoencoder to d'";

    private ReducingFirst() {}

    static PlannedClaim<SeedRuns> test(StudySetting study) {
        LabelledSample first = NoisyClasses.sample(study, study.random().child(ID, 0));
        PlannedClaim.Builder<SeedRuns> claim = new PlannedClaim.Builder<SeedRuns>(
                        ID,
                        "15.1.1",
                        "With fewer labels than features, reducing the features by what all rows say helps a linear rule.",
                        first.measuredOn())
                .experiment(
                        "PCA or a network autoencoder fitted to all rows, then softmax regression of the codes on the labelled"
                                + " ones, against softmax regression of all features; d' the intrinsic dimension")
                .measure(
                        "accuracy on held-out rows gained with fewer labels than features, mean over their numbers; a point counts")
                .control("better features would help with any number of labels: with at least 4 d they must help less");
        LabelGains gains = new LabelGains(first);
        for (String way : List.of(PCA, SMALL, NETWORK)) {
            gains.add(claim, way, RAW);
        }
        gains.note(claim, RAW);
        return claim.from(setting -> SeedRuns.of(
                ID,
                setting,
                random -> new Run(setting, NoisyClasses.sample(setting, random), random, new LinkedHashMap<>())
                        .measure()));
    }

    /** One seed. */
    private record Run(
            StudySetting setting, LabelledSample sample, RandomStreams random, Map<String, Double> measured) {
        Map<String, Double> measure() {
            StudyFits fits = new StudyFits(setting);
            int k = NoisyClasses.codeSize(setting);
            AutoencoderConfig network = StudyFits.network(k, 50, setting.scale().choose(15, 60));
            measure(RAW, sample.train(), sample.test());
            measure(PCA, fits.pca(k, true, sample.train(), random));
            measure(SMALL, fits.pca(Math.max(1, k / 2), true, sample.train(), random));
            measure(NETWORK, fits.autoencoder(network, sample.train(), random).model());
            return measured;
        }

        private void measure(String way, Encoder encoder) {
            measure(
                    way,
                    encoder.encode(sample.train(), setting.workers()),
                    encoder.encode(sample.test(), setting.workers()));
        }

        private void measure(String way, FloatMatrix train, FloatMatrix test) {
            int draws = setting.scale().choose(10, 20);
            for (int count : sample.counts()) {
                measured.put(
                        LabelGains.at(way, count),
                        sample.accuracy(
                                count,
                                draws,
                                random,
                                (known, streams) -> sample.softmaxAccuracy(train, test, known, setting.workers())));
            }
        }
    }
}
