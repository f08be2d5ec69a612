package io.eckart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.eckart.network.Dimensions;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.numerics.Activation;
import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.RandomStreams;
import io.eckart.numerics.Workers;
import io.eckart.numerics.product.Reals64;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowEncoderTest {
    private static final long SEED = 12;

    private static Autoencoder network(int d, int hidden, int k, boolean indicator, SplittableRandom random) {
        NetworkEncoder network = NetworkEncoder.mirrored(List.of(hidden), Activation.GELU, false);
        Dimensions dimensions = new Dimensions(d, k, indicator, false);
        Reals64 values =
                new Reals64(new double[Networks.of(network).layout(dimensions).length()]);
        Networks.of(network).start(dimensions, values, random);
        double[] origin = random.doubles(d, -1, 1).toArray();
        return new Autoencoder(new AutoencoderParameters(network, dimensions, values.values(), origin, 1.7, origin, 1));
    }

    private static FloatMatrix rows(int n, int d, SplittableRandom random) {
        FloatMatrix rows = FloatMatrix.zeros(n, d);
        for (int i = 0; i < n * d; i++) {
            rows.values()[i] = i / d % 2 == 1 && random.nextInt(5) == 0 ? Float.NaN : (float) random.nextDouble(-1, 1);
        }
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"7,3,2", "64,32,8", "96,64,16", "97,64,16", "300,40,150"})
    void everySizeOfNetworkAgreesWithTheBatch(int d, int hidden, int k) {
        SplittableRandom random = new RandomStreams(SEED).stream("networks");
        for (boolean indicator : new boolean[] {false, true}) {
            Autoencoder model = network(d, hidden, k, indicator, random);
            FloatMatrix rows = rows(191, d, random);
            RowEncoder encoder = model.rowEncoder();
            float[] code = new float[k];
            try (Workers workers = Workers.of(2)) {
                FloatMatrix codes = model.encode(rows, workers);
                for (int i = 0; i < rows.rows(); i += 5) {
                    FloatMatrix row = rows.copyRows(i, i + 1);
                    encoder.encode(row.values(), code);
                    FloatMatrix served = new FloatMatrix(1, k, code);
                    String what = "row " + i + ", indicator " + indicator + ", seed " + SEED;
                    RowAgreement.assertAgree(served, codes.copyRows(i, i + 1), row, what);
                    RowAgreement.assertAgree(served, model.encode(row, workers), row, what);
                }
            }
        }
    }

    @Test
    void servingCompleteRowsAllocatesNothing() {
        SplittableRandom random = new RandomStreams(SEED).stream("allocation");
        RowEncoder encoder = network(64, 32, 8, true, random).rowEncoder();
        float[] row = rows(1, 64, random).values();
        float[] code = new float[8];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated = Long.MAX_VALUE;
        // Calls of the library allocate until the JIT has compiled them; asking takes some bytes of its own.
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (allocated >= 1000 && System.nanoTime() < deadline) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 1000; i++) {
                encoder.encode(row, code);
            }
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        assertThat(allocated).isLessThan(1000);
    }

    @Test
    void anEncoderWithNothingOfItsOwnCodesMatricesOfOneRow() {
        Encoder doubling = new Encoder() {
            @Override
            public FloatMatrix encode(FloatMatrix rows, Workers workers) {
                float[] codes = new float[2 * rows.rows()];
                for (int i = 0; i < codes.length; i++) {
                    codes[i] = 2 * rows.values()[i];
                }
                return new FloatMatrix(rows.rows(), 2, codes);
            }

            @Override
            public List<String> codeNames() {
                return List.of("a", "b");
            }
        };
        float[] code = new float[2];
        doubling.rowEncoder().encode(new float[] {3, 4}, code);
        assertThat(code).containsExactly(6, 8);
        assertThatThrownBy(() -> doubling.rowEncoder().encode(new float[] {3, 4}, new float[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 entries");
    }
}
