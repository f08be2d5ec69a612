package io.eckart.training.label;

import io.eckart.model.label.SoftmaxRule;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals.Precision;
import io.eckart.training.optimizer.Lbfgs;
import io.eckart.training.optimizer.Minimizer;
import java.util.Arrays;
import java.util.List;

/**
 * Fits softmax regression by L-BFGS: the minimum of {@code sum_i -log p_i(class of i) + r/2 ||W||^2}, without a penalty on b, unique for r
 * above 0 (scikit-learn's C is 1/r). Rows are centred, which b compensates.
 *
 * <p>Products are in float64 for up to four million cells and in float32, summed over blocks in float64, beyond.
 *
 * @param ridge r, above 0 and finite: without it separable classes have no minimum
 * @param standardize whether the ridge applies to the weights of the features divided by their standard deviations, which suits
 *     features without a unit, such as the codes of an autoencoder; W and b are for the original features in any case
 * @param workers the threads that share the work
 */
public record SoftmaxRegression(double ridge, boolean standardize, Workers workers) {
    /** The usual ridge. */
    public static final double RIDGE = 1;

    private static final long MOST_DOUBLES = 1 << 22;
    private static final int MOST_ITERATIONS = 500;
    private static final int PATIENCE = 3;

    /** @throws IllegalArgumentException if the ridge is out of range */
    public SoftmaxRegression {
        if (!(ridge > 0 && ridge < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the ridge must be above 0 and finite, got " + ridge);
        }
    }

    /**
     * Fits W and b.
     *
     * @param rows n x d, all finite, n at least 1
     * @param classes n entries, 0 to c - 1
     * @param names of the c classes, at least 2
     * @throws IllegalArgumentException if the sizes do not agree
     */
    public SoftmaxRule fit(FloatMatrix rows, int[] classes, List<String> names) {
        if (rows.rows() < 1 || classes.length != rows.rows()) {
            throw new IllegalArgumentException(classes.length + " classes for " + rows.rows() + " rows");
        }
        Standardization scales = Standardization.of(rows, standardize);
        boolean small = rows.values().length <= MOST_DOUBLES;
        Precision precision = small ? Precision.FLOAT64 : Precision.FLOAT32;
        FloatMatrix scaled = scales.apply(rows);
        SoftmaxObjective objective = new SoftmaxObjective(scaled, classes, names.size(), ridge, precision, workers);
        double[] start = new double[objective.size()];
        Lbfgs minimizer = new Lbfgs(objective, start, Math.log(names.size()));
        minimize(minimizer, small ? 1e-9 : 1e-6);
        return rule(minimizer.point(), scales, names);
    }

    /** Ends after {@value #PATIENCE} successive iterations that each gained less than this part of the value. */
    private static void minimize(Minimizer minimizer, double tolerance) {
        int idle = 0;
        double before = minimizer.value();
        for (int i = 0; i < MOST_ITERATIONS && idle < PATIENCE && minimizer.iterate(); i++) {
            idle = before - minimizer.value() <= tolerance * before ? idle + 1 : 0;
            before = minimizer.value();
        }
    }

    private static SoftmaxRule rule(double[] parameters, Standardization scales, List<String> names) {
        int c = names.size();
        int d = scales.mean().length;
        DoubleMatrix weights = new DoubleMatrix(c, d, Arrays.copyOf(parameters, c * d));
        double[] bias = Arrays.copyOfRange(parameters, c * d, c * d + c);
        for (int i = 0; i < c; i++) {
            bias[i] = scales.undo(weights.values(), i * d, bias[i]);
        }
        return new SoftmaxRule(names, weights, bias);
    }
}
