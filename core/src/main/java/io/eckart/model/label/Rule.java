package io.eckart.model.label;

/** Computes labels from features: the second part of a {@link Pipeline}. */
public sealed interface Rule permits ClassificationRule, RegressionRule {
    /** The number of features k it takes. */
    int features();
}
