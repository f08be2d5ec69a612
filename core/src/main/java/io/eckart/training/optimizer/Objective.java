package io.eckart.training.optimizer;

/** A function of a flat array of parameters, with its gradient and a scaling of its steps. */
public interface Objective {

    /** Number of parameters. */
    int size();

    /**
     * The value at a point, and its gradient.
     *
     * @param gradient overwritten
     * @return positive infinity where the function is not defined; the gradient is then arbitrary
     */
    double evaluate(double[] parameters, double[] gradient);

    /**
     * Multiplies a vector by an approximation of the inverse Hessian at the point of the last {@link #evaluate}, symmetric and
     * positive semidefinite.
     */
    void precondition(double[] vector);
}
