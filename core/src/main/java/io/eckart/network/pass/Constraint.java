package io.eckart.network.pass;

/** A set that parameters must stay in, of one array of them and with a workspace of its own; for one thread. */
@FunctionalInterface
public interface Constraint {
    /** Of parameters that may take every value. */
    Constraint NONE = () -> {};

    /** Brings parameters that a step has moved out of the set back to its border. Called in every step, so it allocates nothing as a rule. */
    void enforce();
}
