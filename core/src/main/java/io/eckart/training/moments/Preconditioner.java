package io.eckart.training.moments;

import io.eckart.network.Dimensions;
import io.eckart.network.FreeEncoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Composition;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.Lockstep;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;

/**
 * Scales the steps of an optimizer on moments by the curvature of the parameterization, so that all converge at the same rate (scaled
 * gradient descent, Tong, Ma and Chi 2021). All matrices are those of the objective's last evaluation.
 */
interface Preconditioner {

    /** Multiplies by an approximation of the inverse Hessian, in place. */
    void apply(double[] vector);

    /** Sets parameters that have a closed form given the others to it, before the objective is evaluated. */
    default void eliminate(double[] point) {}

    /** Clears the gradient of parameters that are eliminated. */
    default void finishGradient(Reals64 gradient) {}

    /** Changes nothing. */
    static Preconditioner none() {
        return vector -> {};
    }

    /** The scaling of an architecture; none where no scaling is known that always helps. */
    static Preconditioner of(
            LinearArchitecture architecture,
            Dimensions dimensions,
            LinearProblem problem,
            Composition composition,
            MatrixView codeMoment,
            Reals64 parameters,
            Lockstep team) {
        Layout layout = Networks.of(architecture).layout(dimensions);
        return switch (architecture) {
            case FreeEncoder _ -> new EncoderScaling(layout, problem, composition, team);
            case PinvEncoder _ -> dimensions.isBottleneck() ? new DecoderScaling(layout, codeMoment) : none();
            case SharedEncoder _ -> new SharedElimination(layout, codeMoment, parameters, problem);
            case UnrolledEncoder unrolled -> new UnrolledElimination(unrolled, layout, codeMoment, parameters, problem);
            case UntiedEncoder _ -> new DecoderElimination(layout, problem, composition, team);
        };
    }
}
