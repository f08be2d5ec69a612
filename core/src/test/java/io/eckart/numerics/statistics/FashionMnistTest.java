package io.eckart.numerics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.eckart.numerics.DoubleMatrix;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.PlainMath;
import io.eckart.numerics.RowOperator;
import io.eckart.numerics.Workers;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.numerics.statistics.MomentsAccumulator.Precision;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The optimum of linear compression on real images, against numpy 2 in float64 (X'X, eigh, then the error row by row). */
class FashionMnistTest {
    private static final int N = 60_000;
    private static final int D = 784;
    private static final double OPTIMUM = 11.872886728010668;

    private static FloatMatrix images() throws IOException {
        Path file = Path.of(System.getProperty("eckart.root", ".."))
                .resolve("../shared/data/fashion_mnist/train-images-idx3-ubyte.gz");
        Assumptions.assumeTrue(Files.exists(file), () -> "no " + file);
        byte[] bytes;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            bytes = in.readAllBytes();
        }
        FloatMatrix images = FloatMatrix.zeros(N, D);
        for (int i = 0; i < images.values().length; i++) {
            images.values()[i] = (float) ((bytes[16 + i] & 0xff) / 255.0);
        }
        return images;
    }

    private static double rest(DoubleMatrix second, double[] leading) {
        double rest = 0;
        for (int i = 0; i < D; i++) {
            rest += second.get(i, i);
        }
        return rest - Arrays.stream(leading).sum();
    }

    @Test
    void restOfTheSpectrumIsTheReconstructionError() throws IOException {
        FloatMatrix images = images();
        try (Workers workers = Workers.of(2)) {
            for (Precision precision : Precision.values()) {
                DoubleMatrix second = Moments.of(RowOperator.of(images), precision, workers, LinearAlgebra.get())
                        .secondMoment();
                SymmetricEigen top = SymmetricEigen.top(second, 32);
                double bound = precision == Precision.FLOAT64 ? 1e-12 : 1e-6;
                assertThat(rest(second, top.values()) / OPTIMUM)
                        .as("%s", precision)
                        .isCloseTo(1, within(bound));
                assertThat(PlainMath.rowDefect(top.vectors())).isLessThan(1e-12);
            }
        }
    }

    @Test
    void rangeFinderExplainsTheSameEnergyInFivePasses() throws IOException {
        FloatMatrix images = images();
        try (Workers workers = Workers.of(2)) {
            TruncatedSvd svd = RangeFinder.DEFAULT.of(RowOperator.of(images), 32, new SplittableRandom(1), workers);
            double explained =
                    Arrays.stream(svd.singularValues()).map(s -> s * s).sum() / N;
            // Total energy 161.853152 (numpy). The spectrum falls slowly here: lambda_32 / lambda_42 = 1.5.
            assertThat(explained / (161.853152 - OPTIMUM)).isBetween(0.9995, 1 + 1e-9);
            assertThat(svd.passes()).isEqualTo(5);
        }
    }
}
