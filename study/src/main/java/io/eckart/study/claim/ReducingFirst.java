package io.eckart.study.claim;

import io.eckart.model.Encoder;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.study.Claim;
import io.eckart.study.StudySetting;
import io.eckart.training.AutoencoderConfig;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reducing the features by what all rows say helps a linear rule that has fewer labels than features. */
record ReducingFirst() implements ClaimTest {
    private static final String RAW = "all features";
    private static final String PCA = "PCA to d'";
    private static final String SMALL = "PCA to d'/2";
    private static final String NETWORK = "autoencoder to d'";

    @Override
    public String id() {
        return "reducing-first-helps-few-labels";
    }

    @Override
    public Claim test(StudySetting setting) {
        LabelledSample first = NoisyClasses.sample(setting, setting.random().child(id(), 0));
        SeedRuns runs = SeedRuns.of(
                id(),
                setting,
                random -> new Run(setting, NoisyClasses.sample(setting, random), random, new LinkedHashMap<>())
                        .measure());
        return judge(new LabelGains(runs, first), first.name());
    }

    Claim judge(LabelGains gains, String rows) {
        Evidence evidence = new Evidence();
        gains.judge(evidence, PCA, RAW);
        gains.judge(evidence, SMALL, RAW);
        gains.judge(evidence, NETWORK, RAW);
        gains.note(evidence, RAW);
        return evidence.claim(
                id(),
                "15.1",
                "With fewer labels than features, reducing the features by what all rows say helps; with many more labels it no"
                        + " longer does.",
                rows
                        + "; PCA or a network autoencoder fitted to all rows, then softmax regression of the codes on the labelled"
                        + " ones, against softmax regression of all features; d' the intrinsic dimension; accuracy on held-out"
                        + " rows",
                gains.text(PCA, RAW) + "; " + gains.text(SMALL, RAW) + "; " + gains.text(NETWORK, RAW));
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
