package io.eckart.study.trial;

import io.eckart.data.Features;
import io.eckart.model.Autoencoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import io.eckart.numerics.statistics.ThinSvd;
import io.eckart.study.Measures;
import io.eckart.study.TrainingCorruption;
import io.eckart.task.fit.PrincipalAngles;
import io.eckart.task.fit.Response;
import java.util.Arrays;
import java.util.List;

/** Measures a trained model on the held-out rows of its replicate. */
public record RunMeter(Replicate replicate, Workers workers) {

    /** A model that has learnt to read zeros in hidden cells is given zeros there, every other one sees which cells are hidden. */
    public Measures of(Autoencoder model, TrainingCorruption corruption) {
        boolean zeros = corruption == TrainingCorruption.ZEROS;
        FloatMatrix filled = model.reconstruct(zeros ? replicate.zeroed() : replicate.masked(), workers);
        Response response = Response.of(model, Features.of(replicate.test()), replicate.random(), workers);
        double clean = error(replicate.test(), model);
        List<Double> noisy =
                replicate.noisy().stream().map(rows -> error(rows, model)).toList();
        double masked = HeldOutErrors.perCell(filled, replicate.test(), null);
        double holes = HeldOutErrors.perCell(filled, replicate.test(), replicate.masked());
        double distance = response.identityDistance();
        double gain = response.noiseGain();
        return new Measures(clean, noisy, masked, holes, distance, gain, largestAngle(model), spectrum(model));
    }

    private double error(FloatMatrix input, Autoencoder model) {
        return HeldOutErrors.perCell(model.reconstruct(input, workers), replicate.test(), null);
    }

    private static DoubleMatrix decoder(Autoencoder model) {
        return model.parameters().matrix("decoder");
    }

    private static List<Double> spectrum(Autoencoder model) {
        return model.architecture() instanceof LinearArchitecture
                ? Arrays.stream(ThinSvd.of(decoder(model)).singularValues())
                        .boxed()
                        .toList()
                : List.of();
    }

    private double largestAngle(Autoencoder model) {
        int k = model.codeSize();
        return model.architecture() instanceof LinearArchitecture && k < model.features()
                ? largestAngle(decoder(model), replicate.axes())
                : Double.NaN;
    }

    /** Between the columns of B (d x k) and the first k axes, in degrees. */
    public static double largestAngle(DoubleMatrix decoder, DoubleMatrix axes) {
        double[] angles =
                PrincipalAngles.between(ThinSvd.of(decoder).u().transpose(), axes.copyRows(0, decoder.columns()));
        return Math.toDegrees(angles[angles.length - 1]);
    }
}
