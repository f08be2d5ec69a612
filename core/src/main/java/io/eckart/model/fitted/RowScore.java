package io.eckart.model.fitted;

import java.util.Locale;

/** Measures of how unusual a row is. */
public enum RowScore {
    /** Squared reconstruction error over the observed cells: the distance to the rows that the model can express. */
    ERROR,
    /** Squared Mahalanobis distance of the code to the codes of the fitted rows: the distance among the rows it can express. */
    MAHALANOBIS,
    /** The sum of both on one scale. */
    SUM,
    /** Squared norm of the standardised row, for comparison: a model whose score ranks rows as this one has learnt only the mean. */
    NORM;

    /** The name in lower case, as in files and results. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
