package io.eckart.network;

import java.util.Locale;

/** Thrown if the step of an unrolled encoder is so large that gradient descent diverges. */
public final class UnstableStepException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    public UnstableStepException(double step, double largest) {
        super(String.format(
                Locale.ROOT,
                "gradient descent on the code diverges: step eta = %.6g is not below 2 / s_max^2 = %.6g, where s_max^2 ="
                        + " %.6g is the largest squared singular value of B; take a smaller step, a smaller"
                        + " learning rate, or the automatic step",
                step,
                2 / largest,
                largest));
    }
}
