package io.eckart.model.fitted;

import java.util.Locale;

/** The ways in which a row can be odd. */
public enum RowScore {
    /** Squared reconstruction error over the observed cells: the distance to what the model can express. */
    ERROR,
    /** Squared Mahalanobis distance of the code to the codes of the fitted rows: the distance within what it can express. */
    MAHALANOBIS,
    /** Both together on one scale. */
    SUM,
    /** Squared norm of the standardised row: a score of a model that ranks rows as this one does has learnt only the mean. */
    NORM;

    /** In lower case, as in files and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
