package io.eckart.study;

/**
 * What was measured in one setting of a claim, or in a control.
 *
 * @param mean over the seeds; of a ratio the geometric mean
 * @param low the lower end of its interval, corrected for the number of comparisons of the claim
 * @param high the upper end
 * @param seeds the number of seeds
 * @param confidence of the interval, as in 0.99
 * @param answer what the interval says of the claim; of a control, whether it shows the effect
 */
public record Evidence(
        ClaimSetting setting, double mean, double low, double high, int seeds, double confidence, Answer answer) {

    /** What one setting says of a claim. */
    public enum Answer {
        /** The whole interval is on the claim's side of the border. */
        FOR,
        /** It is on the other side, or a control that covers the setting shows the same effect. */
        AGAINST,
        /** The border lies within it. */
        UNDECIDED
    }

    /** The same with another answer. */
    public Evidence with(Answer other) {
        return new Evidence(setting, mean, low, high, seeds, confidence, other);
    }
}
