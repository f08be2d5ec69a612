package io.eckart.numerics.blas;

import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.netlib.util.intW;

/**
 * BLAS and LAPACK in pure Java ({@code dev.ludovic.netlib}), for where no native library loads. Its BLAS uses the Vector API
 * where the JVM is started with {@code --add-modules jdk.incubator.vector}; the last bits of a product may then differ from run
 * to run, because that API leaves the order of a sum over lanes open. Without the module they do not.
 *
 * <p>The library works by columns: a row-major matrix is handed over as its transpose.
 */
public final class Netlib implements LinearAlgebra {
    private final JavaBLAS blas;
    private final JavaLAPACK lapack;

    private Netlib(JavaBLAS blas, JavaLAPACK lapack) {
        this.blas = blas;
        this.lapack = lapack;
    }

    public static Netlib create() {
        return new Netlib(
                withoutInfo("dev.ludovic.netlib.blas.InstanceBuilder", JavaBLAS::getInstance),
                withoutInfo("dev.ludovic.netlib.lapack.InstanceBuilder", JavaLAPACK::getInstance));
    }

    /** The library announces a native implementation that it has found, but that is not the one in use here. */
    private static <T> T withoutInfo(String loggerName, Supplier<T> instance) {
        Logger logger = Logger.getLogger(loggerName);
        Level level = logger.getLevel();
        logger.setLevel(Level.WARNING);
        try {
            return instance.get();
        } finally {
            logger.setLevel(level);
        }
    }

    @Override
    public String description() {
        return "netlib " + MavenVersion.of("dev.ludovic.netlib", "blas") + " "
                + blas.getClass().getSimpleName();
    }

    private static String op(boolean transpose) {
        return transpose ? "T" : "N";
    }

    @Override
    public void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            Operand.OfFloats a,
            int aStride,
            Operand.OfFloats b,
            int bStride,
            float beta,
            Operand.OfFloats c,
            int cStride) {
        Operands.product(
                transposeA,
                transposeB,
                m,
                n,
                k,
                a.values().length,
                a.offset(),
                aStride,
                b.values().length,
                b.offset(),
                bStride,
                c.values().length,
                c.offset(),
                cStride);
        if (k == 0) {
            StridedBlock.scale(m, n, beta, c.values(), c.offset(), cStride);
        } else if (m > 0 && n > 0) {
            // C' = op(B)' op(A)'
            float[] left = StridedBlock.whole(a.values(), a.offset(), transposeA ? k : m, aStride);
            float[] right = StridedBlock.whole(b.values(), b.offset(), transposeB ? n : k, bStride);
            float[] result = StridedBlock.whole(c.values(), c.offset(), m, cStride);
            int leftOffset = StridedBlock.offset(left, a.values(), a.offset());
            int rightOffset = StridedBlock.offset(right, b.values(), b.offset());
            int resultOffset = StridedBlock.offset(result, c.values(), c.offset());
            blas.sgemm(
                    op(transposeB),
                    op(transposeA),
                    n,
                    m,
                    k,
                    alpha,
                    right,
                    rightOffset,
                    bStride,
                    left,
                    leftOffset,
                    aStride,
                    beta,
                    result,
                    resultOffset,
                    cStride);
            StridedBlock.copyBack(result, c.values(), c.offset(), m, n, cStride);
        }
    }

    @Override
    public void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            Operand.OfDoubles a,
            int aStride,
            Operand.OfDoubles b,
            int bStride,
            double beta,
            Operand.OfDoubles c,
            int cStride) {
        Operands.product(
                transposeA,
                transposeB,
                m,
                n,
                k,
                a.values().length,
                a.offset(),
                aStride,
                b.values().length,
                b.offset(),
                bStride,
                c.values().length,
                c.offset(),
                cStride);
        if (k == 0) {
            StridedBlock.scale(m, n, beta, c.values(), c.offset(), cStride);
        } else if (m > 0 && n > 0) {
            // C' = op(B)' op(A)'
            double[] left = StridedBlock.whole(a.values(), a.offset(), transposeA ? k : m, aStride);
            double[] right = StridedBlock.whole(b.values(), b.offset(), transposeB ? n : k, bStride);
            double[] result = StridedBlock.whole(c.values(), c.offset(), m, cStride);
            int leftOffset = StridedBlock.offset(left, a.values(), a.offset());
            int rightOffset = StridedBlock.offset(right, b.values(), b.offset());
            int resultOffset = StridedBlock.offset(result, c.values(), c.offset());
            blas.dgemm(
                    op(transposeB),
                    op(transposeA),
                    n,
                    m,
                    k,
                    alpha,
                    right,
                    rightOffset,
                    bStride,
                    left,
                    leftOffset,
                    aStride,
                    beta,
                    result,
                    resultOffset,
                    cStride);
            StridedBlock.copyBack(result, c.values(), c.offset(), m, n, cStride);
        }
    }

    @Override
    public float dot(int n, float[] a, int aOffset, float[] b, int bOffset) {
        Operands.block("a", a.length, 1, n, aOffset, Math.max(1, n));
        Operands.block("b", b.length, 1, n, bOffset, Math.max(1, n));
        return n == 0 ? 0 : blas.sdot(n, a, aOffset, 1, b, bOffset, 1);
    }

    @Override
    public void addRows(int m, int n, float[] a, int aOffset, float[] weights, float[] y, int yOffset) {
        Operands.weightedRows(m, n, a, aOffset, weights, y, yOffset);
        if (m > 0 && n > 0) {
            blas.sgemv("N", n, m, 1, a, aOffset, n, weights, 0, 1, 1, y, yOffset, 1);
        }
    }

    @Override
    public void gram(int n, int k, float alpha, float[] a, int aOffset, int aStride, float beta, float[] c) {
        Operands.block("A", a.length, k, n, aOffset, aStride);
        Operands.dense("C", c.length, n, n);
        if (k == 0) {
            StridedBlock.scaleUpper(n, beta, c);
        } else if (n > 0) {
            float[] rows = StridedBlock.whole(a, aOffset, k, aStride);
            blas.ssyrk("L", "N", n, k, alpha, rows, StridedBlock.offset(rows, a, aOffset), aStride, beta, c, 0, n);
        }
    }

    @Override
    public void gram(int n, int k, double alpha, double[] a, int aOffset, int aStride, double beta, double[] c) {
        Operands.block("A", a.length, k, n, aOffset, aStride);
        Operands.dense("C", c.length, n, n);
        if (k == 0) {
            StridedBlock.scaleUpper(n, beta, c);
        } else if (n > 0) {
            double[] rows = StridedBlock.whole(a, aOffset, k, aStride);
            blas.dsyrk("L", "N", n, k, alpha, rows, StridedBlock.offset(rows, a, aOffset), aStride, beta, c, 0, n);
        }
    }

    @Override
    public void symmetricEigen(int n, double[] a, double[] values) {
        Operands.eigen(n, a, values);
        if (n == 0) {
            return;
        }
        intW info = new intW(0);
        double[] work = new double[1];
        lapack.dsyev("V", "L", n, a, n, values, work, -1, info);
        work = new double[Math.max(3 * n, (int) work[0])];
        lapack.dsyev("V", "L", n, a, n, values, work, work.length, info);
        Operands.converged("dsyev", info.val);
    }

    @Override
    public void symmetricEigenTop(int n, int k, double[] a, double[] values, double[] vectors) {
        Operands.eigenTop(n, k, a, values, vectors);
        double[] all = new double[n];
        symmetricEigen(n, a, all);
        System.arraycopy(all, n - k, values, 0, k);
        System.arraycopy(a, (n - k) * n, vectors, 0, k * n);
    }

    @Override
    public void thinSvd(int m, int n, double[] a, double[] u, double[] s, double[] vt) {
        Operands.svd(m, n, a, u, s, vt);
        if (m == 0 || n == 0) {
            return;
        }
        int r = Math.min(m, n);
        intW info = new intW(0);
        double[] work = new double[1];
        lapack.dgesvd("S", "S", n, m, a, n, s, vt, n, u, r, work, -1, info);
        work = new double[Math.max(5 * (m + n), (int) work[0])];
        lapack.dgesvd("S", "S", n, m, a, n, s, vt, n, u, r, work, work.length, info);
        Operands.converged("dgesvd", info.val);
    }

    @Override
    public int cholesky(int n, double[] a) {
        Operands.finite("A", a, n, n);
        intW info = new intW(0);
        if (n > 0) {
            lapack.dpotrf("U", n, a, n, info);
        }
        return info.val;
    }

    @Override
    public void choleskySolve(int n, int columns, double[] l, double[] b) {
        Operands.dense("L", l.length, n, n);
        Operands.dense("B", b.length, n, columns);
        if (n > 0 && columns > 0) {
            // By columns: X' = B' U^-1 U^-T with U = L'.
            blas.dtrsm("R", "U", "N", "N", columns, n, 1, l, n, b, columns);
            blas.dtrsm("R", "U", "T", "N", columns, n, 1, l, n, b, columns);
        }
    }

    @Override
    public void qr(int m, int n, double[] a, double[] r) {
        Operands.qr(m, n, a, r);
        if (n == 0) {
            return;
        }
        intW info = new intW(0);
        double[] tau = new double[n];
        double[] work = new double[64 * n];
        lapack.dgelqf(n, m, a, n, tau, work, work.length, info);
        Operands.converged("dgelqf", info.val);
        System.arraycopy(a, 0, r, 0, n * n);
        Operands.clearBelowDiagonal(n, r);
        lapack.dorglq(n, m, n, a, n, tau, work, work.length, info);
        Operands.converged("dorglq", info.val);
    }
}
