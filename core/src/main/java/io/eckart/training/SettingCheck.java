package io.eckart.training;

/** Checks the values of configurations. */
final class SettingCheck {
    private SettingCheck() {}

    /** @throws IllegalArgumentException with the rule and the value if the rule does not hold */
    static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", got " + value);
        }
    }

    static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    /** Whether a value is in [0, 1). */
    static boolean isPart(double value) {
        return value >= 0 && value < 1;
    }
}
