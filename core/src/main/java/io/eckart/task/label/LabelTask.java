package io.eckart.task.label;

/** What labels are. */
public enum LabelTask {
    /** Classes. */
    CLASSIFICATION,
    /** Values. */
    REGRESSION
}
