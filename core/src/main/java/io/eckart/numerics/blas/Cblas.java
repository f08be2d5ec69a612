package io.eckart.numerics.blas;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * What Eckart needs of CBLAS, row-major, on heap arrays without a copy. Nothing is checked here.
 *
 * <p>The handles take the function's address as an argument, so that they are constants the JIT compiles into the
 * caller while the library is chosen at run time. They are critical calls: the collector waits for a call to end, so callers
 * keep each one to some milliseconds.
 */
@SuppressWarnings("restricted") // calling native code is what this class is for
final class Cblas {
    private static final int ROW_MAJOR = 101;
    private static final int NO_TRANSPOSE = 111;
    private static final int TRANSPOSE = 112;
    private static final int UPPER = 121;
    private static final int LOWER = 122;
    private static final int NON_UNIT = 131;
    private static final int LEFT = 141;

    private static final MethodHandle SGEMM = gemm(JAVA_FLOAT);
    private static final MethodHandle DGEMM = gemm(JAVA_DOUBLE);
    private static final MethodHandle SSYRK = syrk(JAVA_FLOAT);
    private static final MethodHandle DSYRK = syrk(JAVA_DOUBLE);
    private static final MethodHandle DTRSM = critical(
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_DOUBLE,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT);

    private static final MethodHandle SDOT = Linker.nativeLinker()
            .downcallHandle(
                    FunctionDescriptor.of(JAVA_FLOAT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT),
                    Linker.Option.critical(true));

    private static final MethodHandle SGEMV = critical(
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT);

    private final MemorySegment sgemm;
    private final MemorySegment sgemv;
    private final MemorySegment sdot;
    private final MemorySegment dgemm;
    private final MemorySegment ssyrk;
    private final MemorySegment dsyrk;
    private final MemorySegment dtrsm;

    Cblas(NativeSymbols symbols) {
        sgemm = symbols.function("cblas_sgemm");
        sgemv = symbols.function("cblas_sgemv");
        sdot = symbols.function("cblas_sdot");
        dgemm = symbols.function("cblas_dgemm");
        ssyrk = symbols.function("cblas_ssyrk");
        dsyrk = symbols.function("cblas_dsyrk");
        dtrsm = symbols.function("cblas_dtrsm");
    }

    private static MethodHandle gemm(MemoryLayout real) {
        return critical(
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, real, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT,
                real, ADDRESS, JAVA_INT);
    }

    private static MethodHandle syrk(MemoryLayout real) {
        return critical(
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, real, ADDRESS, JAVA_INT, real, ADDRESS, JAVA_INT);
    }

    private static MethodHandle critical(MemoryLayout... arguments) {
        return Linker.nativeLinker().downcallHandle(FunctionDescriptor.ofVoid(arguments), Linker.Option.critical(true));
    }

    private static int op(boolean transpose) {
        return transpose ? TRANSPOSE : NO_TRANSPOSE;
    }

    private static MemorySegment at(float[] values, int offset) {
        return MemorySegment.ofArray(values).asSlice((long) offset * Float.BYTES);
    }

    private static MemorySegment at(double[] values, int offset) {
        return MemorySegment.ofArray(values).asSlice((long) offset * Double.BYTES);
    }

    void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            float alpha,
            MemorySegment a,
            int aStride,
            MemorySegment b,
            int bStride,
            float beta,
            MemorySegment c,
            int cStride) {
        try {
            SGEMM.invokeExact(
                    sgemm,
                    ROW_MAJOR,
                    op(transposeA),
                    op(transposeB),
                    m,
                    n,
                    k,
                    alpha,
                    a,
                    aStride,
                    b,
                    bStride,
                    beta,
                    c,
                    cStride);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }

    void gemm(
            boolean transposeA,
            boolean transposeB,
            int m,
            int n,
            int k,
            double alpha,
            MemorySegment a,
            int aStride,
            MemorySegment b,
            int bStride,
            double beta,
            MemorySegment c,
            int cStride) {
        try {
            DGEMM.invokeExact(
                    dgemm,
                    ROW_MAJOR,
                    op(transposeA),
                    op(transposeB),
                    m,
                    n,
                    k,
                    alpha,
                    a,
                    aStride,
                    b,
                    bStride,
                    beta,
                    c,
                    cStride);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }

    float dot(int n, float[] a, int aOffset, float[] b, int bOffset) {
        try {
            return (float) SDOT.invokeExact(sdot, n, at(a, aOffset), 1, at(b, bOffset), 1);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }

    /** {@code y += A' w} for A of m x n. */
    void addRows(int m, int n, float[] a, int aOffset, float[] weights, float[] y, int yOffset) {
        try {
            SGEMV.invokeExact(
                    sgemv, ROW_MAJOR, TRANSPOSE, m, n, 1f, at(a, aOffset), n, at(weights, 0), 1, 1f, at(y, yOffset), 1);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }

    /** Upper triangle of {@code C = alpha A'A + beta C}. */
    void gram(int n, int k, float alpha, float[] a, int aOffset, int aStride, float beta, float[] c) {
        try {
            SSYRK.invokeExact(
                    ssyrk, ROW_MAJOR, UPPER, TRANSPOSE, n, k, alpha, at(a, aOffset), aStride, beta, at(c, 0), n);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }

    /** Upper triangle of {@code C = alpha A'A + beta C}. */
    void gram(int n, int k, double alpha, double[] a, int aOffset, int aStride, double beta, double[] c) {
        try {
            DSYRK.invokeExact(
                    dsyrk, ROW_MAJOR, UPPER, TRANSPOSE, n, k, alpha, at(a, aOffset), aStride, beta, at(c, 0), n);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }

    /** {@code B = op(L)^-1 B} for a lower triangular n x n matrix L and B of n x columns. */
    void solveLower(boolean transpose, int n, int columns, double[] l, double[] b) {
        try {
            DTRSM.invokeExact(
                    dtrsm,
                    ROW_MAJOR,
                    LEFT,
                    LOWER,
                    op(transpose),
                    NON_UNIT,
                    n,
                    columns,
                    1.0,
                    at(l, 0),
                    n,
                    at(b, 0),
                    columns);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }
}
