package io.eckart.study.trial;

import io.eckart.data.Features;
import io.eckart.model.Autoencoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.Moments;
import io.eckart.numerics.statistics.ThinSvd;
import io.eckart.study.LeastErrors;
import io.eckart.study.Measures;
import io.eckart.study.StudyDesign;
import io.eckart.study.TrainingCorruption;
import io.eckart.task.fit.PrincipalAngles;
import io.eckart.task.fit.Response;
import java.util.Arrays;
import java.util.List;

/**
 * Measures a trained model on the held-out rows of its replicate: a linear one by exact expectations over the noise, a network on rows
 * with noise. Hidden cells are drawn for both.
 */
public record RunMeter(StudyDesign design, Replicate replicate, Workers workers) {

    /** A model that has learnt to read zeros in hidden cells is given zeros there, every other one sees which cells are hidden. */
    public Measures of(Autoencoder model, TrainingCorruption corruption) {
        boolean zeros = corruption == TrainingCorruption.ZEROS;
        FloatMatrix filled = model.reconstruct(zeros ? replicate.zeroed() : replicate.masked(), workers);
        double masked = HeldOutErrors.perCell(filled, replicate.test(), null);
        double holes = HeldOutErrors.perCell(filled, replicate.test(), replicate.masked());
        return model.architecture() instanceof LinearArchitecture linear
                ? linear(LinearMap.of(linear, model.parameters()), decoder(model), masked, holes)
                : network(model, masked, holes);
    }

    private Measures linear(LinearMap map, DoubleMatrix decoder, double masked, double holes) {
        List<Double> noisy = StudyDesign.TEST_NOISE.stream()
                .map(level -> map.error(replicate.second(), design.noise(level)))
                .toList();
        boolean narrow = decoder.columns() < decoder.rows();
        return new Measures(
                map.error(replicate.second(), 0),
                noisy,
                masked,
                holes,
                map.identityDistance(),
                map.noiseGain(),
                map.spuriousGain(replicate.axes(), design.intrinsicDimension()),
                map.largestGain(),
                contrast(decoder),
                exactDenoiser(decoder.columns()),
                narrow ? largestAngle(decoder, replicate.axes()) : Double.NaN,
                Arrays.stream(ThinSvd.of(decoder).singularValues()).boxed().toList(),
                least(decoder.columns()));
    }

    private Measures network(Autoencoder model, double masked, double holes) {
        double nan = Double.NaN;
        Response response = Response.of(model, Features.of(replicate.test()), replicate.random(), workers);
        List<Double> noisy =
                replicate.noisy().stream().map(rows -> error(rows, model)).toList();
        double clean = error(replicate.test(), model);
        double distance = response.identityDistance();
        double exact = exactDenoiser(model.codeSize());
        double gain = response.noiseGain();
        return new Measures(
                clean,
                noisy,
                masked,
                holes,
                distance,
                gain,
                nan,
                nan,
                nan,
                exact,
                nan,
                List.of(),
                least(model.codeSize()));
    }

    private double exactDenoiser(int codeSize) {
        double noise = design.noise(StudyDesign.NOISE);
        return LinearMap.denoiser(replicate.moments().secondMoment(), noise, codeSize)
                .error(replicate.second(), noise);
    }

    private LeastErrors least(int codeSize) {
        return Floors.of(Moments.of(replicate.test(), workers), design, codeSize);
    }

    private double contrast(DoubleMatrix decoder) {
        DoubleMatrix along = LinearMap.product(replicate.axes(), decoder);
        int signal = design.intrinsicDimension();
        return rootMeanSquare(along.copyRows(0, signal)) / rootMeanSquare(along.copyRows(signal, along.rows()));
    }

    private static double rootMeanSquare(DoubleMatrix rows) {
        return LinearMap.frobenius(rows) / Math.sqrt(rows.rows());
    }

    private double error(FloatMatrix input, Autoencoder model) {
        return HeldOutErrors.perCell(model.reconstruct(input, workers), replicate.test(), null);
    }

    private static DoubleMatrix decoder(Autoencoder model) {
        return model.parameters().matrix("decoder");
    }

    /** Between the columns of B (d x k) and the first k axes, in degrees. */
    public static double largestAngle(DoubleMatrix decoder, DoubleMatrix axes) {
        double[] angles =
                PrincipalAngles.between(ThinSvd.of(decoder).u().transpose(), axes.copyRows(0, decoder.columns()));
        return Math.toDegrees(angles[angles.length - 1]);
    }
}
