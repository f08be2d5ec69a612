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
 * The CBLAS functions that are used, row-major, on heap arrays without a copy. Arguments are not checked here.
 *
 * <p>The handles take the function's address as an argument, so that they are constants which the JIT compiles into the
 * caller although the library is chosen at run time. They are critical calls: the garbage collector waits for a call to end, so
 * callers cut long ones into several.
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
    private static final MethodHandle DTRSM = trsm(JAVA_DOUBLE);

    private static final MethodHandle SDOT = Linker.nativeLinker()
            .downcallHandle(
                    FunctionDescriptor.of(JAVA_FLOAT, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT),
                    Linker.Option.critical(true));

    private static final MethodHandle SGEMV = gemv(JAVA_FLOAT);

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

    private static MethodHandle trsm(MemoryLayout real) {
        return critical(
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, real, ADDRESS, JAVA_INT, ADDRESS,
                JAVA_INT);
    }

    private static MethodHandle gemv(MemoryLayout real) {
        return critical(
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, real, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, real, ADDRESS,
                JAVA_INT);
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

    /** Rows {@code from} on, {@code rows} of them, of {@code C = alpha A B + beta C}. */
    void gemm(double alpha, Operand a, Operand b, double beta, Operand c, int from, int rows) {
        int opA = op(a.isTransposed());
        int opB = op(b.isTransposed());
        int n = c.columns();
        int k = a.columns();
        MemorySegment left = a.fromRow(from);
        MemorySegment right = b.fromRow(0);
        MemorySegment to = c.fromRow(from);
        int lda = a.stride();
        int ldb = b.stride();
        int ldc = c.stride();
        try {
            if (c.isWide()) {
                DGEMM.invokeExact(dgemm, ROW_MAJOR, opA, opB, rows, n, k, alpha, left, lda, right, ldb, beta, to, ldc);
            } else {
                float by = (float) alpha;
                float keep = (float) beta;
                SGEMM.invokeExact(sgemm, ROW_MAJOR, opA, opB, rows, n, k, by, left, lda, right, ldb, keep, to, ldc);
            }
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

    /** {@code y += w A} in float32. */
    void addRows(Operand a, Operand weights, Operand y) {
        int m = a.rows();
        int n = a.columns();
        MemorySegment rows = a.fromRow(0);
        MemorySegment factors = weights.fromRow(0);
        MemorySegment to = y.fromRow(0);
        int lda = a.stride();
        try {
            SGEMV.invokeExact(sgemv, ROW_MAJOR, TRANSPOSE, m, n, 1f, rows, lda, factors, 1, 1f, to, 1);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }

    /** Upper triangle of {@code C = alpha A'A + beta C}, with rows {@code from} on, {@code rows} of them, of A. */
    void gram(double alpha, Operand a, double beta, Operand c, int from, int rows) {
        int n = c.columns();
        MemorySegment left = a.fromRow(from);
        MemorySegment to = c.fromRow(0);
        int lda = a.stride();
        int ldc = c.stride();
        try {
            if (c.isWide()) {
                DSYRK.invokeExact(dsyrk, ROW_MAJOR, UPPER, TRANSPOSE, n, rows, alpha, left, lda, beta, to, ldc);
            } else {
                float by = (float) alpha;
                float keep = (float) beta;
                SSYRK.invokeExact(ssyrk, ROW_MAJOR, UPPER, TRANSPOSE, n, rows, by, left, lda, keep, to, ldc);
            }
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }

    /** {@code B = op(L)^-1 B} for a lower triangular n x n matrix L and B of n x columns. */
    void solveLower(boolean transpose, int n, int columns, double[] l, double[] b) {
        int op = op(transpose);
        MemorySegment lower = MemorySegment.ofArray(l);
        MemorySegment to = MemorySegment.ofArray(b);
        try {
            DTRSM.invokeExact(dtrsm, ROW_MAJOR, LEFT, LOWER, op, NON_UNIT, n, columns, 1.0, lower, n, to, columns);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }
}
