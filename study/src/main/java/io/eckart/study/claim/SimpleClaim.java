package io.eckart.study.claim;

import io.eckart.study.Claim;
import io.eckart.study.StudySetting;
import java.util.function.Consumer;

/**
 * A claim that its parts alone decide.
 *
 * @param section where the lecture notes say it
 * @param sentence the claim
 * @param experiment what was run
 * @param measurement adds the parts with their borders
 */
record SimpleClaim(String id, String section, String sentence, String experiment, Consumer<Evidence> measurement)
        implements ClaimTest {

    @Override
    public Claim test(StudySetting setting) {
        Evidence evidence = new Evidence();
        measurement.accept(evidence);
        return evidence.claim(id, section, sentence, experiment);
    }
}
