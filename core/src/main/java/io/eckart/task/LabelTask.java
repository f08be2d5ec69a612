package io.eckart.task;

/** What labels are. */
public enum LabelTask {
    /** Classes. */
    CLASSIFICATION,
    /** Values. */
    REGRESSION
}
