package io.eckart.numerics.blas;

import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.lapack.JavaLAPACK;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.netlib.util.intW;

/**
 * BLAS and LAPACK in pure Java ({@code dev.ludovic.netlib}), used where no native library loads. Its BLAS uses the Vector API
 * where the JVM is started with {@code --add-modules jdk.incubator.vector}; the last bits of a product may then differ from run
 * to run, because that API does not fix the order of a sum over lanes. Without the module they do not.
 *
 * <p>The library works by columns: a row-major matrix is passed as its transpose.
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

    /** Without the message of the library about a native implementation that is not used here. */
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

    private static String op(Operand operand) {
        return operand.isTransposed() ? "T" : "N";
    }

    @Override
    public void gemm(double alpha, Operand a, Operand b, double beta, Operand c) {
        c.requireProduct(a, b);
        if (a.columns() == 0) {
            scale(beta, c, false);
        } else if (c.rows() > 0 && c.columns() > 0) {
            // The library asks for a whole stride after the last row too, which a block at the right end of a matrix
            // lacks.
            Operand result = c.padded();
            // C' = B' A'
            multiply(alpha, b.padded(), a.padded(), beta, result);
            copyBack(result, c);
        }
    }

    private void multiply(double alpha, Operand b, Operand a, double beta, Operand c) {
        String opB = op(b);
        String opA = op(a);
        int m = c.rows();
        int n = c.columns();
        int k = a.columns();
        int fromB = b.offset();
        int fromA = a.offset();
        int to = c.offset();
        int ldb = b.stride();
        int lda = a.stride();
        int ldc = c.stride();
        if (c.isWide()) {
            double[] right = b.doubles();
            double[] left = a.doubles();
            double[] sum = c.doubles();
            blas.dgemm(opB, opA, n, m, k, alpha, right, fromB, ldb, left, fromA, lda, beta, sum, to, ldc);
        } else {
            float by = (float) alpha;
            float keep = (float) beta;
            float[] right = b.floats();
            float[] left = a.floats();
            float[] sum = c.floats();
            blas.sgemm(opB, opA, n, m, k, by, right, fromB, ldb, left, fromA, lda, keep, sum, to, ldc);
        }
    }

    /** Copies the entries, and nothing next to them, from the padded copy. */
    private static void copyBack(Operand copy, Operand block) {
        for (int i = 0; i < block.rows() && copy != block; i++) {
            int to = block.offset() + i * block.stride();
            System.arraycopy(copy.array(), i * copy.stride(), block.array(), to, block.columns());
        }
    }

    /** {@code C = beta C}, or its upper triangle: the library refuses products over no terms. */
    private static void scale(double beta, Operand c, boolean upper) {
        for (int i = 0; i < c.rows(); i++) {
            for (int j = upper ? i : 0; j < c.columns(); j++) {
                int at = c.offset() + i * c.stride() + j;
                if (c.isWide()) {
                    c.doubles()[at] = beta == 0 ? 0 : beta * c.doubles()[at];
                } else {
                    c.floats()[at] = beta == 0 ? 0 : (float) beta * c.floats()[at];
                }
            }
        }
    }

    @Override
    public float dot(int n, float[] a, int aOffset, float[] b, int bOffset) {
        Operand.check(a.length, aOffset, 1, n, n);
        Operand.check(b.length, bOffset, 1, n, n);
        return n == 0 ? 0 : blas.sdot(n, a, aOffset, 1, b, bOffset, 1);
    }

    @Override
    public void addRows(Operand a, Operand weights, Operand y) {
        Operands.weightedRows(a, weights, y);
        if (a.rows() > 0 && a.columns() > 0) {
            Operand rows = a.padded();
            float[] matrix = rows.floats();
            float[] factors = weights.floats();
            float[] to = y.floats();
            int n = a.columns();
            int m = a.rows();
            int lda = a.stride();
            int fromA = rows.offset();
            int fromW = weights.offset();
            blas.sgemv("N", n, m, 1, matrix, fromA, lda, factors, fromW, 1, 1, to, y.offset(), 1);
        }
    }

    @Override
    public void gram(double alpha, Operand a, double beta, Operand c) {
        c.requireGram(a);
        int n = c.columns();
        int k = a.rows();
        if (k == 0) {
            scale(beta, c, true);
        } else if (n > 0) {
            Operand rows = a.padded();
            Operand result = c.padded();
            int from = rows.offset();
            int to = result.offset();
            if (c.isWide()) {
                double[] left = rows.doubles();
                blas.dsyrk("L", "N", n, k, alpha, left, from, a.stride(), beta, result.doubles(), to, c.stride());
            } else {
                float[] left = rows.floats();
                float[] sum = result.floats();
                blas.ssyrk("L", "N", n, k, (float) alpha, left, from, a.stride(), (float) beta, sum, to, c.stride());
            }
            copyBack(result, c);
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
        Operands.topOfAll(this, n, k, a, values, vectors);
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
