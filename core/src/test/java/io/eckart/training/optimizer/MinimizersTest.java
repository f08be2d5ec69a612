package io.eckart.training.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.PlainMath;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

class MinimizersTest {

    /** A function of n parameters; the scaling is the identity unless another is given. */
    @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it
    private record Plain(int size, ToDoubleBiFunction<double[], double[]> function, double[] inverse)
            implements Objective {

        Plain(int size, ToDoubleBiFunction<double[], double[]> function) {
            double[] ones = new double[size];
            java.util.Arrays.fill(ones, 1);
            this(size, function, ones);
        }

        @Override
        public double evaluate(double[] parameters, double[] gradient) {
            return function.applyAsDouble(parameters, gradient);
        }

        @Override
        public void precondition(double[] vector) {
            for (int i = 0; i < size; i++) {
                vector[i] *= inverse[i];
            }
        }
    }

    /** {@code 1/2 sum c_i (x_i - 1)^2} with c from 1 to 10^4. */
    private static double quadratic(double[] x, double[] gradient) {
        double value = 0;
        for (int i = 0; i < x.length; i++) {
            gradient[i] = curvature(i, x.length) * (x[i] - 1);
            value += 0.5 * gradient[i] * (x[i] - 1);
        }
        return value;
    }

    private static double curvature(int i, int n) {
        return Math.pow(10, 4.0 * i / (n - 1));
    }

    private static double rosenbrock(double[] x, double[] gradient) {
        double valley = x[1] - x[0] * x[0];
        gradient[0] = -400 * x[0] * valley - 2 * (1 - x[0]);
        gradient[1] = 200 * valley;
        return 100 * valley * valley + (1 - x[0]) * (1 - x[0]);
    }

    /** Iterates until there is no progress, at most so often; values never rise. */
    private static int run(Minimizer minimizer, int most) {
        double before = minimizer.value();
        for (int i = 1; i <= most; i++) {
            if (!minimizer.iterate()) {
                return i;
            }
            assertThat(minimizer.value()).as("iteration %d", i).isLessThanOrEqualTo(before + 1e-15);
            before = minimizer.value();
        }
        return most;
    }

    @Test
    void lbfgsReachesTheMinimumOfAQuadratic() {
        Lbfgs lbfgs = new Lbfgs(new Plain(12, MinimizersTest::quadratic), new double[12], 1);
        run(lbfgs, 100);
        assertThat(lbfgs.value()).isLessThan(1e-12);
        double[] ones = new double[12];
        java.util.Arrays.fill(ones, 1);
        assertThat(PlainMath.largestDifference(lbfgs.point(), ones)).isLessThan(1e-5);
    }

    @Test
    void theTrueInverseHessianAsScalingMakesItNewtonsMethod() {
        double[] inverse = new double[12];
        for (int i = 0; i < 12; i++) {
            inverse[i] = 1 / curvature(i, 12);
        }
        double[] start = new double[12];
        start[3] = -30;
        Lbfgs lbfgs = new Lbfgs(new Plain(12, MinimizersTest::quadratic, inverse), start, 1);
        run(lbfgs, 3);
        assertThat(lbfgs.value()).isLessThan(1e-20);
    }

    @Test
    void lbfgsFollowsRosenbrocksValleyToItsEnd() {
        Lbfgs lbfgs = new Lbfgs(new Plain(2, MinimizersTest::rosenbrock), new double[] {-1.2, 1}, 1);
        run(lbfgs, 60);
        assertThat(lbfgs.value()).isLessThan(1e-14);
        assertThat(PlainMath.largestDifference(lbfgs.point(), new double[] {1, 1}))
                .isLessThan(1e-6);
    }

    @Test
    void lbfgsStepsBackFromWhereTheFunctionIsNotDefined() {
        Plain barrier = new Plain(1, (x, gradient) -> {
            gradient[0] = x[0] > 0 ? 1 - 1 / x[0] : Double.NaN;
            return x[0] > 0 ? x[0] - Math.log(x[0]) : Double.POSITIVE_INFINITY;
        });
        Lbfgs lbfgs = new Lbfgs(barrier, new double[] {30}, 1);
        run(lbfgs, 50);
        assertThat(lbfgs.point()[0]).isCloseTo(1, within(1e-6));
        Lbfgs nowhere = new Lbfgs(barrier, new double[] {-1}, 1);
        assertThat(nowhere.iterate())
                .as("there is no progress from an infinite value")
                .isFalse();
    }

    @Test
    void lbfgsStopsAtTheMinimum() {
        Lbfgs lbfgs = new Lbfgs(new Plain(3, MinimizersTest::quadratic), new double[] {1, 1, 1}, 1);
        assertThat(lbfgs.iterate()).isFalse();
        assertThat(lbfgs.point()).containsExactly(1, 1, 1);
    }

    @Test
    void gradientDescentIsThePlainFormula() {
        GradientDescent descent =
                new GradientDescent(new Plain(2, MinimizersTest::rosenbrock), new double[] {-1.2, 1}, 1e-3);
        double[] x = {-1.2, 1};
        double[] gradient = new double[2];
        for (int i = 0; i < 5; i++) {
            rosenbrock(x, gradient);
            x[0] -= 1e-3 * gradient[0];
            x[1] -= 1e-3 * gradient[1];
            assertThat(descent.iterate()).isTrue();
            assertThat(descent.point()).containsExactly(x);
            assertThat(descent.value()).isEqualTo(rosenbrock(x, gradient));
        }
    }
}
