package io.eckart.model.fitted;

import io.eckart.model.file.Tensor;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How the scores of the fitted rows are stored in a model file; files written before scores existed have none. */
final class ScoreReferenceFile {
    private static final String CODE_MEAN = "scores.code_mean";
    private static final String CODE_COVARIANCE = "scores.code_covariance";
    private static final String DEVIATIONS = "scores.deviations";
    private static final String CUBE_ROOTS = "scores.cube_roots";
    private static final String QUANTILES = "scores.quantiles.";

    private ScoreReferenceFile() {}

    static Map<String, Tensor> tensors(ScoreReference reference) {
        Map<String, Tensor> tensors = new TreeMap<>();
        reference.codes().ifPresent(codes -> {
            tensors.put(CODE_MEAN, Tensor.vector(codes.mean()));
            tensors.put(CODE_COVARIANCE, Tensor.matrix(codes.covariance()));
        });
        tensors.put(DEVIATIONS, Tensor.vector(reference.deviations()));
        double[] roots = {
            reference.error().mean(), reference.error().deviation(),
            reference.mahalanobis().mean(), reference.mahalanobis().deviation()
        };
        tensors.put(CUBE_ROOTS, Tensor.vector(roots));
        reference.quantiles().forEach((score, values) -> tensors.put(QUANTILES + score.label(), Tensor.vector(values)));
        return tensors;
    }

    /** @throws IllegalArgumentException if a part is missing or parts are inconsistent */
    static Optional<ScoreReference> read(ModelFile.Parts parts) {
        if (!parts.has(DEVIATIONS)) {
            return Optional.empty();
        }
        double[] roots = parts.vector(CUBE_ROOTS);
        if (roots.length != 4) {
            throw new IllegalArgumentException("tensor '" + CUBE_ROOTS + "' must hold four values");
        }
        Map<RowScore, double[]> quantiles = new EnumMap<>(RowScore.class);
        for (RowScore score : RowScore.values()) {
            if (parts.has(QUANTILES + score.label())) {
                quantiles.put(score, parts.vector(QUANTILES + score.label()));
            }
        }
        Optional<CodeDistribution> codes = parts.has(CODE_MEAN)
                ? Optional.of(new CodeDistribution(parts.vector(CODE_MEAN), parts.matrix(CODE_COVARIANCE)))
                : Optional.empty();
        ScoreReference.CubeRoot error = new ScoreReference.CubeRoot(roots[0], roots[1]);
        ScoreReference.CubeRoot mahalanobis = new ScoreReference.CubeRoot(roots[2], roots[3]);
        return Optional.of(new ScoreReference(codes, parts.vector(DEVIATIONS), error, mahalanobis, quantiles));
    }
}
