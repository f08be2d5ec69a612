package io.eckart.network.pass;

/** A set that the parameters in one array must stay in, with its workspace; not thread-safe. */
@FunctionalInterface
public interface Constraint {
    /** No constraint. */
    Constraint NONE = () -> {};

    /** Moves parameters that a training step has moved out of the set back to its boundary. */
    void enforce();
}
