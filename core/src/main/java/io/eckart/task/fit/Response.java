package io.eckart.task.fit;

import io.eckart.data.FeatureCursor;
import io.eckart.data.FeatureSource;
import io.eckart.model.Autoencoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.pass.Composition;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import java.util.SplittableRandom;

/**
 * The response of a model to small changes of its input: exact for linear models, measured by random steps for others.
 *
 * @param identityDistance {@code ||BA - I||_F / sqrt(d)}
 * @param noiseGain {@code ||BA||_F^2}
 */
public record Response(double identityDistance, double noiseGain) {
    private static final int MOST_ROWS = 1000;
    /** The step, in units of the root mean square cell: small compared with the data, large compared with rounding of float32. */
    private static final double STEP = 1e-2;

    /**
     * The response of a model.
     *
     * @param rows where the derivative of a model that is not linear is taken
     */
    public static Response of(Autoencoder model, FeatureSource rows, RandomStreams random, Workers workers) {
        return switch (model.architecture()) {
            case LinearArchitecture linear -> of(Diagnostics.composition(linear, model));
            default -> measured(model, rows, random, workers);
        };
    }

    /** {@code ||BA||_F^2 = tr(G AA')} and {@code ||BA - I||_F^2 = ||BA||_F^2 - 2 tr(BA) + d}. */
    static Response of(Composition composition) {
        DoubleMatrix a = composition.encoder().toDouble();
        DoubleMatrix b = composition.decoder().toDouble();
        int d = b.rows();
        double gain = 0;
        double trace = 0;
        for (int i = 0; i < a.rows(); i++) {
            for (int j = 0; j < a.rows(); j++) {
                double gram = 0;
                double code = 0;
                for (int c = 0; c < d; c++) {
                    gram += b.get(c, i) * b.get(c, j);
                    code += a.get(i, c) * a.get(j, c);
                }
                gain += gram * code;
            }
            for (int c = 0; c < d; c++) {
                trace += b.get(c, i) * a.get(i, c);
            }
        }
        return new Response(Math.sqrt(Math.max(0, gain - 2 * trace + d) / d), gain);
    }

    static Response measured(Autoencoder model, FeatureSource source, RandomStreams random, Workers workers) {
        FloatMatrix rows = firstRows(source);
        SplittableRandom draws = random.stream("response");
        double step = STEP * model.parameters().scale();
        FloatMatrix moved = rows.copyRows(0, rows.rows());
        double[] noise = new double[moved.values().length];
        for (int i = 0; i < noise.length; i++) {
            float before = moved.values()[i];
            moved.values()[i] = (float) (before + step * draws.nextGaussian());
            noise[i] = (double) moved.values()[i] - before;
        }
        float[] there = model.reconstruct(moved, workers).values();
        float[] here = model.reconstruct(rows, workers).values();
        double gain = 0;
        double distance = 0;
        double energy = 0;
        for (int i = 0; i < noise.length; i++) {
            if (!Double.isNaN(noise[i])) {
                double answer = (double) there[i] - here[i];
                gain += answer * answer;
                distance += (answer - noise[i]) * (answer - noise[i]);
                energy += noise[i] * noise[i];
            }
        }
        double scale = energy == 0 ? 1 : energy;
        return new Response(Math.sqrt(distance / scale), gain / scale * model.features());
    }

    private static FloatMatrix firstRows(FeatureSource source) {
        try (FeatureCursor cursor = source.open()) {
            FloatMatrix chunk = cursor.next();
            while (chunk != null && chunk.rows() == 0) {
                chunk = cursor.next();
            }
            return chunk == null
                    ? FloatMatrix.zeros(0, source.width())
                    : chunk.copyRows(0, Math.min(MOST_ROWS, chunk.rows()));
        }
    }
}
