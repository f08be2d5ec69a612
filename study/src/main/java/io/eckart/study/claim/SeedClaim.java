package io.eckart.study.claim;

import io.eckart.numerics.RandomStreams;
import io.eckart.study.Claim;
import io.eckart.study.StudySetting;
import java.util.Map;

/** A claim that is measured with its own models, seed by seed. */
abstract class SeedClaim implements ClaimTest {
    private final String id;
    private final String section;
    private final String sentence;
    private final String experiment;

    SeedClaim(String id, String section, String sentence, String experiment) {
        this.id = id;
        this.section = section;
        this.sentence = sentence;
        this.experiment = experiment;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Claim test(StudySetting setting) {
        return judge(SeedRuns.of(id, setting, seeds(setting), random -> measure(setting, random)));
    }

    final Claim judge(SeedRuns runs) {
        Evidence evidence = new Evidence();
        String figures = judge(runs, evidence);
        return evidence.claim(id, section, sentence, experiment, figures);
    }

    /** The number of seeds. */
    int seeds(StudySetting setting) {
        return setting.scale().seeds();
    }

    /** Measures everything with the streams of one seed; every seed measures the same names. */
    abstract Map<String, Double> measure(StudySetting setting, RandomStreams random);

    /** Adds the parts with their borders and returns the figures in a sentence. */
    abstract String judge(SeedRuns runs, Evidence evidence);
}
