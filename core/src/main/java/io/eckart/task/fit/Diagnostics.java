package io.eckart.task.fit;

import io.eckart.data.FeatureSource;
import io.eckart.model.Autoencoder;
import io.eckart.network.Architecture;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.pass.Composition;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.ThinSvd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Properties of the map that an autoencoder has learnt.
 *
 * @param identityDistance {@code ||BA - I||_F / sqrt(d)}: 0 for the identity, 1 for the zero map. For a model that is not linear,
 *     the root mean square of the same for its derivative at the data, by small random steps
 * @param noiseGain {@code ||BA||_F^2}: noise of variance s^2 in each of d cells leaves with energy s^2 times this; k for a
 *     projection, d for the identity. For a model that is not linear likewise by its derivative
 * @param effectiveRank {@code exp(entropy)} of the normalised singular values of B (Roy and Vetterli 2007); NaN for networks
 * @param gramCondition the condition number of {@code G = B'B} (of {@code BB'} for k above d); NaN for networks
 * @param decoderSingularValues singular values of B, descending; empty for general networks
 * @param filterFactors for each of them, the part of its direction that the code keeps, in [0, 1]: 1 for pinv, {@code 1 - (1 -
 *     eta s^2)^T} for unrolled; empty for others
 * @param filtering how the filter factors grow step by step; empty if the encoder has no steps
 * @param anglesToPca principal angles between the columns of B and the PCA subspace, smallest first, in radians; empty for
 *     networks and for k at least d, where both are everything
 */
@SuppressWarnings("ArrayRecordComponent") // a result of the caller, which the library does not keep
public record Diagnostics(
        double identityDistance,
        double noiseGain,
        double effectiveRank,
        double gramCondition,
        double[] decoderSingularValues,
        double[] filterFactors,
        List<FilterFactor> filtering,
        double[] anglesToPca) {
    private static final int[] DEPTHS = {1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 300, 500, 1000};
    private static final int SHOWN_DIRECTIONS = 8;

    /**
     * The part of a direction of B that the code keeps after a number of encoder steps.
     *
     * @param steps from 1 to the encoder's depth
     * @param direction counted from 1, the largest singular value first
     */
    public record FilterFactor(int steps, int direction, double singularValue, double factor) {}

    /**
     * Computes the diagnostics of a model.
     *
     * @param rows at which the derivative of a model that is not linear is taken
     */
    public static Diagnostics of(
            Autoencoder model, Controls controls, FeatureSource rows, RandomStreams random, Workers workers) {
        Response response = Response.of(model, rows, random, workers);
        double[] none = {};
        if (model.architecture() instanceof NetworkEncoder) {
            return new Diagnostics(
                    response.identityDistance(),
                    response.noiseGain(),
                    Double.NaN,
                    Double.NaN,
                    none,
                    none,
                    List.of(),
                    none);
        }
        Dimensions dimensions = model.dimensions();
        DoubleMatrix decoder = model.parameters().matrix("decoder");
        ThinSvd svd = ThinSvd.of(decoder);
        double[] values = svd.singularValues();
        double largest = values[0];
        double least = values[values.length - 1];
        return new Diagnostics(
                response.identityDistance(),
                response.noiseGain(),
                effectiveRank(values),
                largest * largest / (least * least),
                values,
                filter(model.architecture(), values),
                filtering(model.architecture(), values),
                dimensions.isBottleneck()
                        ? PrincipalAngles.between(
                                svd.u().transpose(), controls.pca().components())
                        : none);
    }

    static Composition composition(LinearArchitecture architecture, Autoencoder model) {
        double[] parameters = model.parameters().values();
        Composition composition = Networks.of(architecture)
                .composition(model.dimensions(), new Reals64(parameters), new Reals64(new double[parameters.length]));
        composition.compose();
        return composition;
    }

    private static double[] filter(Architecture architecture, double[] values) {
        return switch (architecture) {
            case UnrolledEncoder unrolled ->
                Arrays.stream(values)
                        .map(s -> factor(unrolled, s, unrolled.depth()))
                        .toArray();
            case PinvEncoder _ -> Arrays.stream(values).map(s -> 1).toArray();
            default -> new double[0];
        };
    }

    private static double factor(UnrolledEncoder unrolled, double singularValue, int steps) {
        return 1 - Math.pow(1 - unrolled.step() * singularValue * singularValue, steps);
    }

    /** For at most eight directions, at equal distances from the largest to the smallest. */
    private static List<FilterFactor> filtering(Architecture architecture, double[] values) {
        List<FilterFactor> factors = new ArrayList<>();
        if (architecture instanceof UnrolledEncoder unrolled) {
            int[] depths = IntStream.concat(Arrays.stream(DEPTHS), IntStream.of(unrolled.depth()))
                    .filter(depth -> depth <= unrolled.depth())
                    .distinct()
                    .sorted()
                    .toArray();
            int count = Math.min(values.length, SHOWN_DIRECTIONS);
            for (int i = 0; i < count; i++) {
                int direction = count == 1 ? 0 : (int) ((long) i * (values.length - 1) / (count - 1));
                double value = values[direction];
                for (int depth : depths) {
                    factors.add(new FilterFactor(depth, direction + 1, value, factor(unrolled, value, depth)));
                }
            }
        }
        return factors;
    }

    private static double effectiveRank(double[] values) {
        double sum = Arrays.stream(values).sum();
        double entropy = 0;
        for (double value : values) {
            double part = value / sum;
            entropy -= part > 0 ? part * Math.log(part) : 0;
        }
        return Math.exp(entropy);
    }
}
