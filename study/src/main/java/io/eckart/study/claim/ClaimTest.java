package io.eckart.study.claim;

import io.eckart.study.Claim;
import io.eckart.study.StudySetting;

/** An experiment that tests one claim. */
public interface ClaimTest {
    /** The claim's short name, as in {@link Claim#id()}. */
    String id();

    /**
     * Runs the experiment.
     *
     * @return the claim with its numbers; of what was measured so far if the setting says stop
     */
    Claim test(StudySetting setting);
}
