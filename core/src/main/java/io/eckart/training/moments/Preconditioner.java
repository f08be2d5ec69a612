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

    /** The scaling of an architecture; none for k at least d, and where no scaling is known that always helps. */
    static Preconditioner of(
            LinearArchitecture architecture,
            Dimensions dimensions,
            LinearProblem problem,
            Composition composition,
            MatrixView codeMoment,
            Reals64 parameters,
            Lockstep team) {
        if (!dimensions.isBottleneck()) {
            return none();
        }
        Layout layout = Networks.of(architecture).layout(dimensions);
        return switch (architecture) {
            case FreeEncoder _ -> new FreeScaling(layout, problem, composition, codeMoment, team);
            case PinvEncoder _ -> new DecoderScaling(layout, codeMoment);
            case SharedEncoder _ -> new SharedElimination(layout, codeMoment, parameters, problem);
            case UnrolledEncoder unrolled
            when problem.inputShare() == 1 ->
                new UnrolledElimination(unrolled, layout, codeMoment, parameters, problem);
            case UnrolledEncoder _ -> new ProjectedScaling(layout, composition, codeMoment);
            case UntiedEncoder _ -> none();
        };
    }
}
