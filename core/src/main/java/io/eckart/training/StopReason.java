package io.eckart.training;

/** Why a run ended. */
public enum StopReason {
    /** No progress was left to make. */
    CONVERGED,
    /** All epochs were done. */
    BUDGET,
    /** The held-out error had not improved for as many epochs as the patience. */
    PATIENCE,
    /** There was nothing to learn. */
    NOTHING_TO_LEARN,
    /** The user stopped it; the best parameters so far were kept. */
    INTERRUPTED,
    /** The error grew without bound; the last good parameters were kept. */
    DIVERGED
}
