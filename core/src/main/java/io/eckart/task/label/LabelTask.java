package io.eckart.task.label;

import io.eckart.data.Targets;

/** What labels are. */
public enum LabelTask {
    /** Classes. */
    CLASSIFICATION,
    /** Values. */
    REGRESSION;

    static LabelTask of(Targets targets) {
        return switch (targets) {
            case Targets.Classes _ -> CLASSIFICATION;
            case Targets.Values _ -> REGRESSION;
        };
    }
}
