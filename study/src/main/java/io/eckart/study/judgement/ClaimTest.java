package io.eckart.study.judgement;

import io.eckart.study.ClaimPlan;
import io.eckart.study.StudySetting;

/** An experiment that tests one claim. */
public interface ClaimTest {

    /** What is fixed before the run. */
    ClaimPlan plan();

    /**
     * Runs the experiment.
     *
     * @return one value of each seed for every setting and control of the plan; of those measured so far if the setting says stop
     */
    Measurements measure(StudySetting setting);
}
