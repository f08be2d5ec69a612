package io.eckart.training.filling;

import io.eckart.data.DataException;
import io.eckart.data.FeatureSource;
import io.eckart.data.Remedy;
import io.eckart.model.Gaussian;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.ConditionalNormal;
import io.eckart.training.GaussianConfig;
import io.eckart.training.GaussianFit;
import io.eckart.training.RowsInMemory;
import io.eckart.training.TrainingEvent;
import io.eckart.training.TrainingListener;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/**
 * Fits a normal distribution with full covariance to rows with missing cells by expectation-maximisation (Dempster, Laird and
 * Rubin 1977; Little and Rubin, section 11.2). It starts from means and variances of the observed cells. In each iteration
 * missing cells are set to their conditional means given the observed cells of their row, and the covariance is
 *
 * <pre>
 *   Sigma = (1/n) sum_i [ (x_i - mu)(x_i - mu)' + C_i ],   C_i = Cov[x_m | x_o] in the missing cells of row i, else 0
 * </pre>
 *
 * Without C_i the covariance would shrink with every iteration. Rows with the same cells missing share their factorisation; complete rows
 * are summed once. The same bits come out for any number of workers.
 *
 * @param config what to fit, and how
 * @param workers the threads that share the work
 * @param listener gets the events of a fit
 * @param stop asked in every iteration; once true, the fit ends with the distribution so far
 */
public record GaussianTrainer(GaussianConfig config, Workers workers, TrainingListener listener, BooleanSupplier stop) {
    /** Above this many features the covariance takes more than 128 MiB and its decomposition minutes. */
    static final int MOST_FEATURES = 4096;

    /** A trainer that is not asked to stop. */
    public GaussianTrainer(GaussianConfig config, Workers workers, TrainingListener listener) {
        this(config, workers, listener, () -> false);
    }

    /**
     * Fits the distribution.
     *
     * @throws DataException if there are no rows, or more than {@value #MOST_FEATURES} features, or the rows do not fit into
     *     memory
     */
    public GaussianFit fit(FeatureSource source) {
        if (source.width() > MOST_FEATURES) {
            throw new DataException(
                    "a full covariance of " + source.width() + " features is too large; at most " + MOST_FEATURES
                            + " are possible",
                    Remedy.choose(Remedy.Setting.LEFT_OUT, ""),
                    Remedy.choose(Remedy.Setting.FILL_METHOD, "pca"));
        }
        FloatMatrix rows = RowsInMemory.of(source);
        if (rows.rows() == 0) {
            throw new DataException("there are no rows to fit on");
        }
        return fit(rows);
    }

    private GaussianFit fit(FloatMatrix rows) {
        ObservedMoments observed = ObservedMoments.of(rows);
        MaskOrder order = MaskOrder.of(rows);
        double[] mean = observed.means();
        DoubleMatrix covariance = observed.covariance();
        GaussianStatistics statistics = new GaussianStatistics(rows, order, mean, observed.units(), workers);
        if (order.complete() == rows.rows()) {
            statistics.expect(new ConditionalNormal(mean, covariance));
            Gaussian model = new Gaussian(statistics.mean(), statistics.covariance(), rows.rows());
            return new GaussianFit(model, 0, true, Double.NaN);
        }
        listener.on(new TrainingEvent.RunStarted(1, 1, config.maxIterations()));
        double before = Double.NEGATIVE_INFINITY;
        for (int iteration = 1; ; iteration++) {
            statistics.expect(new ConditionalNormal(mean, covariance));
            mean = statistics.mean();
            covariance = statistics.covariance();
            double likelihood = statistics.logLikelihood();
            listener.on(new TrainingEvent.IterationEnded(iteration, -likelihood));
            boolean converged = (likelihood - before) * rows.rows() < config.tolerance() * observed.cells();
            if (converged || iteration == config.maxIterations() || stop.getAsBoolean()) {
                return new GaussianFit(new Gaussian(mean, covariance, rows.rows()), iteration, converged, likelihood);
            }
            before = likelihood;
        }
    }

    /** Means and variances of the observed cells of each feature. */
    @SuppressWarnings("ArrayRecordComponent") // private to one fit
    private record ObservedMoments(double[] means, double[] variances, long cells) {
        static ObservedMoments of(FloatMatrix rows) {
            int d = rows.columns();
            double[] means = new double[d];
            double[] squares = new double[d];
            long[] counts = new long[d];
            long cells = 0;
            for (int at = 0; at < rows.values().length; at++) {
                double cell = rows.values()[at];
                int j = at % d;
                if (!Double.isNaN(cell)) {
                    double delta = cell - means[j];
                    means[j] += delta / ++counts[j];
                    squares[j] += delta * (cell - means[j]);
                    cells++;
                }
            }
            double[] variances = new double[d];
            Arrays.setAll(variances, j -> counts[j] == 0 ? 0 : squares[j] / counts[j]);
            return new ObservedMoments(means, variances, cells);
        }

        DoubleMatrix covariance() {
            DoubleMatrix covariance = DoubleMatrix.zeros(means.length, means.length);
            for (int j = 0; j < means.length; j++) {
                covariance.values()[j * means.length + j] = variances[j];
            }
            return covariance;
        }

        double[] units() {
            return Arrays.stream(variances).map(v -> v > 0 ? Math.sqrt(v) : 1).toArray();
        }
    }
}
