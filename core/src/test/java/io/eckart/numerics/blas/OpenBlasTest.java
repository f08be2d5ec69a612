package io.eckart.numerics.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.eckart.numerics.PlainMath;
import io.eckart.numerics.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenBlasTest {
    private static final Path DEBIAN = Path.of("/usr/lib/x86_64-linux-gnu/openblas-pthread/libopenblas.so.0");

    @Test
    void describesNameVersionAndCore() {
        assertThat(OpenBlas.bundled().description()).matches("OpenBLAS 0\\.3\\.31 \\w+");
    }

    @Test
    void anotherLibraryServesByItsPath() {
        Assumptions.assumeTrue(Files.exists(DEBIAN), () -> "no " + DEBIAN);
        LinearAlgebra other = OpenBlas.at(DEBIAN);
        assertThat(other.description())
                .startsWith("OpenBLAS ")
                .isNotEqualTo(OpenBlas.bundled().description());
        double[] c = new double[1];
        other.gram(1, Operand.of(new double[] {3, 4}, 2, 1), 0, Operand.of(c, 1, 1));
        assertThat(c).containsExactly(25);
        double[] values = new double[2];
        other.symmetricEigen(2, new double[] {2, 1, 1, 2}, values);
        assertThat(values[0]).isCloseTo(1, org.assertj.core.api.Assertions.within(1e-15));
    }

    @Test
    void fileThatIsNoLibraryIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("no-library.so"), "text");
        assertThatIllegalStateException()
                .isThrownBy(() -> OpenBlas.at(file))
                .withMessageContaining("no-library.so does not load");
    }

    @Test
    void callsFromSeveralThreadsAtOnceGiveTheBitsOfOne() {
        LinearAlgebra algebra = OpenBlas.bundled();
        int n = 200;
        double[] a =
                PlainMath.gaussian(n, n, new SplittableRandom(PlainMath.SEED)).values();
        double[] alone = product(algebra, n, a);
        double[][] together = new double[64][];
        try (Workers workers = Workers.of(4)) {
            workers.forEach(together.length, i -> together[i] = product(algebra, n, a));
        }
        assertThat(java.util.List.of(together)).allSatisfy(c -> assertThat(c).isEqualTo(alone));
    }

    private static double[] product(LinearAlgebra algebra, int n, double[] a) {
        double[] c = new double[n * n];
        Operand all = Operand.of(a, n, n);
        algebra.gemm(1, all, all.t(), 0, Operand.of(c, n, n));
        return c;
    }

    @Test
    void productCutIntoCallsIsThePlainSum() {
        int n = 2048;
        double[] a = new double[n * n];
        double[] c = new double[n * n];
        SplittableRandom random = new SplittableRandom(PlainMath.SEED);
        java.util.Arrays.setAll(a, i -> random.nextInt(-9, 10));
        Operand all = Operand.of(a, n, n);
        OpenBlas.bundled().gemm(1, all.t(), all, 0, Operand.of(c, n, n));
        // Small integers: every sum is exact whatever its order.
        for (int probe = 0; probe < 2_000; probe++) {
            int i = random.nextInt(n);
            int j = random.nextInt(n);
            double sum = 0;
            for (int p = 0; p < n; p++) {
                sum += a[p * n + i] * a[p * n + j];
            }
            assertThat(c[i * n + j]).as("entry %d, %d", i, j).isEqualTo(sum);
        }
        double[] gram = new double[n * n];
        OpenBlas.bundled().gram(1, all, 0, Operand.of(gram, n, n));
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                assertThat(gram[i * n + j]).isEqualTo(c[i * n + j]);
            }
        }
    }
}
