package io.eckart.task.score;

import io.eckart.data.FeatureSource;
import io.eckart.data.sampling.RowSample;
import io.eckart.model.Autoencoder;
import io.eckart.model.Encoder;
import io.eckart.model.Model;
import io.eckart.model.Pca;
import io.eckart.model.Reconstructor;
import io.eckart.model.fitted.CodeDistribution;
import io.eckart.model.fitted.FittedModel;
import io.eckart.model.fitted.RowScore;
import io.eckart.model.fitted.ScoreReference;
import io.eckart.model.fitted.ScoreReference.CubeRoot;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Mahalanobis;
import io.eckart.task.RowScores;
import io.eckart.task.Scores;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Scores rows by how odd they are to a model. A row can lie outside what the model can express, which shows in its
 * reconstruction error, or far out within it, which shows in the Mahalanobis distance of its code. Immutable and thread-safe.
 *
 * <p>The sum puts both on one scale: with z of a score the {@linkplain CubeRoot standardised cube root} over the fitted rows,
 * {@code sum = (z(error per cell) + z(mahalanobis)) / sqrt(2)}, about standard normal for rows like the fitted ones (Stouffer's
 * sum of normal scores, 1949, of sums of squares made normal after Wilson and Hilferty 1931). The likelihood of probabilistic
 * PCA (Tipping and Bishop 1999) would add {@code error / v + mahalanobis} with v the mean discarded variance; where discarded
 * variances differ much, its first term drowns the second. Where the reconstruction is exact (k = d) the sum is z(mahalanobis).
 */
public final class RowScorer {
    /** The most fitted rows, and the most cells of them, that a reference is taken over. */
    private static final int MOST_ROWS = 10_000;

    private static final int MOST_CELLS = 1 << 24;
    /** Errors below this part of the energy of a cell are rounding. */
    private static final double ROUNDING = 1e-9;

    /** Deviations below this part of the mean are rounding of float32. */
    private static final double CONSTANT = 1e-6;

    private final Reconstructor model;
    private final Optional<Mahalanobis> distance;
    private final Optional<ScoreReference> reference;

    private RowScorer(Reconstructor model, Optional<CodeDistribution> codes, Optional<ScoreReference> reference) {
        this.model = model;
        this.distance = codes.map(distribution -> Mahalanobis.of(distribution.mean(), distribution.covariance()));
        this.reference = reference;
    }

    /**
     * The scorer of a fitted model.
     *
     * @throws UnsupportedOperationException if this kind of model does not reconstruct
     */
    public static RowScorer of(FittedModel<?> fitted) {
        if (!(fitted.model() instanceof Reconstructor reconstructor)) {
            throw new UnsupportedOperationException("a " + fitted.model().kind() + " model does not reconstruct");
        }
        Optional<CodeDistribution> codes = fitted.model() instanceof Pca pca
                ? Optional.of(CodeDistribution.of(pca))
                : fitted.scores().flatMap(ScoreReference::codes);
        return new RowScorer(reconstructor, codes, fitted.scores());
    }

    /** A scorer of a model that has just been fitted on these rows. */
    public static RowScorer of(Pca model, FeatureSource fitted, RandomStreams random, Workers workers) {
        ScoreReference reference = reference(fitted, model, random, workers);
        return new RowScorer(model, Optional.of(CodeDistribution.of(model)), Optional.of(reference));
    }

    /** The scores this model gives: without a reference neither sum nor norm, without a code covariance no distance. */
    public Set<RowScore> available() {
        Set<RowScore> available = EnumSet.of(RowScore.ERROR);
        if (distance.isPresent()) {
            available.add(RowScore.MAHALANOBIS);
        }
        if (reference.isPresent()) {
            available.add(RowScore.NORM);
            if (distance.isPresent()) {
                available.add(RowScore.SUM);
            }
        }
        return available;
    }

    /**
     * Scores rows; a single row scores as it does in a batch.
     *
     * @param rows n x d, NaN for missing cells
     * @param workers share the rows; results do not depend on their number
     */
    public RowScores score(FloatMatrix rows, Workers workers) {
        Scores errors = Scores.of(rows, model, workers);
        double[] distances = unknown(rows.rows());
        distance.ifPresent(to -> distances(rows, errors, to, workers, distances));
        double[] sums = unknown(rows.rows());
        double[] norms = unknown(rows.rows());
        reference.ifPresent(scale -> {
            Arrays.setAll(sums, i -> sum(scale, errors.errorsPerCell()[i], distances[i]));
            norms(rows, scale.deviations(), norms);
        });
        return new RowScores(errors, distances, sums, norms);
    }

    private static double[] unknown(int rows) {
        double[] unknown = new double[rows];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    private void distances(FloatMatrix rows, Scores errors, Mahalanobis to, Workers workers, double[] distances) {
        FloatMatrix codes = ((Encoder) model).encode(rows, workers);
        workers.forEach(rows.rows(), i -> {
            boolean any = !Double.isNaN(errors.errorsPerCell()[i]);
            distances[i] = any ? to.squared(codes.values(), i * codes.columns()) : Double.NaN;
        });
    }

    /** Whether a row is odd because it leaves the subspace rather than because it is far out within it. */
    public boolean breaks(RowScores scores, int row) {
        return reference
                .map(scale -> scale.error().standardised(scores.errors().errorsPerCell()[row])
                        >= scale.mahalanobis().standardised(scores.mahalanobis()[row]))
                .orElse(true);
    }

    private static double sum(ScoreReference scale, double errorPerCell, double distance) {
        double error = scale.error().standardised(errorPerCell);
        double within = scale.mahalanobis().standardised(distance);
        boolean both = scale.error().deviation() > 0 && scale.mahalanobis().deviation() > 0;
        return (error + within) / (both ? Math.sqrt(2) : 1);
    }

    private void norms(FloatMatrix rows, double[] deviations, double[] norms) {
        float[] means = model.featureMeans();
        for (int i = 0; i < rows.rows(); i++) {
            boolean any = false;
            double sum = 0;
            for (int j = 0; j < rows.columns(); j++) {
                float cell = rows.get(i, j);
                any |= !Float.isNaN(cell);
                if (!Float.isNaN(cell) && deviations[j] > 0) {
                    double z = ((double) cell - means[j]) / deviations[j];
                    sum += z * z;
                }
            }
            norms[i] = any ? sum : Double.NaN;
        }
    }

    /**
     * The scores of the fitted rows: of all of them, or of an even random sample of at most {@value #MOST_ROWS}.
     *
     * @param source the fitted rows, with at least one observed cell
     */
    public static <M extends Model & Reconstructor> ScoreReference reference(
            FeatureSource source, M model, RandomStreams random, Workers workers) {
        int most = Math.clamp(MOST_CELLS / source.width(), 1, MOST_ROWS);
        FloatMatrix rows = RowSample.of(source, most, random.stream("score reference"));
        Optional<CodeDistribution> own = ownDistribution(model, rows, workers);
        Optional<CodeDistribution> codes = model instanceof Pca pca ? Optional.of(CodeDistribution.of(pca)) : own;
        double[] deviations = deviations(rows, model.featureMeans());
        ScoreReference bare = new ScoreReference(own, deviations, CubeRoot.NONE, CubeRoot.NONE, Map.of());
        RowScores parts = new RowScorer(model, codes, Optional.of(bare)).score(rows, workers);
        CubeRoot error = errorScale(parts.errors().errorsPerCell(), rows, model.featureMeans());
        CubeRoot within = codes.isPresent() ? CubeRoot.of(parts.mahalanobis()) : CubeRoot.NONE;
        ScoreReference scaled = new ScoreReference(own, deviations, error, within, Map.of());
        RowScorer scorer = new RowScorer(model, codes, Optional.of(scaled));
        return new ScoreReference(own, deviations, error, within, quantiles(scorer, rows, workers));
    }

    private static Map<RowScore, double[]> quantiles(RowScorer scorer, FloatMatrix rows, Workers workers) {
        Map<RowScore, double[]> quantiles = new EnumMap<>(RowScore.class);
        RowScores scores = scorer.score(rows, workers);
        scorer.available().forEach(score -> {
            if (Arrays.stream(scores.of(score)).anyMatch(value -> !Double.isNaN(value))) {
                quantiles.put(score, ScoreReference.quantilesOf(scores.of(score)));
            }
        });
        return quantiles;
    }

    /** Only autoencoders need the distribution of their codes: that of PCA follows from its energies, and k-means has none. */
    private static Optional<CodeDistribution> ownDistribution(Model model, FloatMatrix rows, Workers workers) {
        return model instanceof Autoencoder autoencoder
                ? Optional.of(CodeDistribution.of(autoencoder.encode(rows, workers)))
                : Optional.empty();
    }

    private static CubeRoot errorScale(double[] errorsPerCell, FloatMatrix rows, float[] means) {
        double energy = 0;
        for (int i = 0; i < rows.values().length; i++) {
            double difference = (double) rows.values()[i] - means[i % means.length];
            energy += Double.isNaN(difference) ? 0 : difference * difference;
        }
        double error = Arrays.stream(errorsPerCell)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
        return error * rows.values().length <= ROUNDING * energy ? CubeRoot.NONE : CubeRoot.of(errorsPerCell);
    }

    private static double[] deviations(FloatMatrix rows, float[] means) {
        double[] deviations = new double[means.length];
        for (int j = 0; j < means.length; j++) {
            double squares = 0;
            int observed = 0;
            for (int i = 0; i < rows.rows(); i++) {
                double difference = (double) rows.get(i, j) - means[j];
                if (!Double.isNaN(difference)) {
                    squares += difference * difference;
                    observed++;
                }
            }
            double deviation = observed == 0 ? 0 : Math.sqrt(squares / observed);
            deviations[j] = deviation <= CONSTANT * Math.abs(means[j]) ? 0 : deviation;
        }
        return deviations;
    }
}
