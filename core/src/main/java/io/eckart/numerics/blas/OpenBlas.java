package io.eckart.numerics.blas;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OpenBLAS, or another native library with CBLAS and LAPACK in it (MKL, Accelerate), called through the Foreign Function
 * and Memory API.
 *
 * <p>Thread-safe: the library is set to one thread, its state is not changed after that, and every call works on the memory of
 * its own arguments.
 */
public final class OpenBlas implements LinearAlgebra {
    /** Multiply-adds in one critical call, about 20 to 100 ms of work; a larger product is cut into several calls. */
    private static final long LONGEST = 1L << 31;

    private static final Pattern VERSION = Pattern.compile("OpenBLAS\\s+(\\d+(\\.\\d+)+)");

    private final Cblas cblas;
    private final Lapack lapack;
    private final String description;

    private OpenBlas(NativeSymbols symbols) {
        cblas = new Cblas(symbols);
        lapack = new Lapack(symbols);
        symbols.setIfPresent("openblas_set_num_threads", 1);
        symbols.setIfPresent("MKL_Set_Num_Threads", 1);
        description = describe(symbols);
    }

    /**
     * The OpenBLAS that comes with the program.
     *
     * @throws IllegalStateException if there is none for this platform or it does not load
     */
    public static OpenBlas bundled() {
        BundledLibrary bundled = BundledLibrary.openBlas();
        return loaded(() -> new NativeSymbols(bundled.name(), bundled.open()));
    }

    /**
     * The library at this path.
     *
     * @throws IllegalStateException if it does not load or lacks a function
     */
    static OpenBlas at(Path library) {
        return loaded(() -> NativeSymbols.open(library));
    }

    private static OpenBlas loaded(Supplier<NativeSymbols> symbols) {
        try {
            return new OpenBlas(symbols.get());
        } catch (LinkageError | IllegalCallerException | UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "native libraries cannot be called here (does the Java process allow native access?): "
                            + e.getMessage(),
                    e);
        }
    }

    private static String describe(NativeSymbols symbols) {
        Optional<String> configuration = symbols.text("openblas_get_config");
        if (configuration.isEmpty()) {
            return symbols.library();
        }
        Matcher version = VERSION.matcher(configuration.get());
        String name = version.find() ? "OpenBLAS " + version.group(1) : "OpenBLAS";
        return name
                + symbols.text("openblas_get_corename").map(core -> " " + core).orElse("");
    }

    @Override
    public String description() {
        return description;
    }

    private static int slice(int length, long workPerUnit) {
        return Math.clamp(LONGEST / Math.max(1, workPerUnit), 64, Math.max(64, length));
    }

    @Override
    public void gemm(double alpha, Operand a, Operand b, double beta, Operand c) {
        c.requireProduct(a, b);
        int m = c.rows();
        int step = slice(m, (long) c.columns() * a.columns());
        for (int i = 0; i < m; i += step) {
            cblas.gemm(alpha, a, b, beta, c, i, Math.min(step, m - i));
        }
    }

    @Override
    public float dot(int n, float[] a, int aOffset, float[] b, int bOffset) {
        Operand.check(a.length, aOffset, 1, n, n);
        Operand.check(b.length, bOffset, 1, n, n);
        return cblas.dot(n, a, aOffset, b, bOffset);
    }

    @Override
    public void addRows(Operand a, Operand weights, Operand y) {
        Operands.weightedRows(a, weights, y);
        if (a.rows() > 0 && a.columns() > 0) {
            cblas.addRows(a, weights, y);
        }
    }

    @Override
    public void gram(double alpha, Operand a, double beta, Operand c) {
        c.requireGram(a);
        int k = a.rows();
        int step = slice(k, (long) c.columns() * c.columns() / 2);
        cblas.gram(alpha, a, beta, c, 0, Math.min(step, k));
        for (int i = step; i < k; i += step) {
            cblas.gram(alpha, a, 1, c, i, Math.min(step, k - i));
        }
    }

    @Override
    public void symmetricEigen(int n, double[] a, double[] values) {
        Operands.eigen(n, a, values);
        if (n > 0) {
            // The upper triangle by rows is the lower one by columns, and the columns of vectors are rows.
            Operands.converged("dsyevd", lapack.dsyevd(n, a, values));
        }
    }

    @Override
    public void symmetricEigenTop(int n, int k, double[] a, double[] values, double[] vectors) {
        Operands.eigenTop(n, k, a, values, vectors);
        if (k > 0) {
            int info = lapack.dsyevr(n, k, a, values, vectors);
            if (info > 0) {
                // Inverse iteration has failed for some vector; divide and conquer has no such step.
                Operands.topOfAll(this, n, k, a, values, vectors);
            } else {
                Operands.converged("dsyevr", info);
            }
        }
    }

    @Override
    public void thinSvd(int m, int n, double[] a, double[] u, double[] s, double[] vt) {
        Operands.svd(m, n, a, u, s, vt);
        if (m > 0 && n > 0) {
            // By columns the array is A' = V diag(s) U', so the roles of U and V' are swapped.
            Operands.converged("dgesdd", lapack.dgesdd(n, m, a, s, vt, u));
        }
    }

    @Override
    public int cholesky(int n, double[] a) {
        Operands.finite("A", a, n, n);
        return n == 0 ? 0 : lapack.dpotrf(n, a);
    }

    @Override
    public void choleskySolve(int n, int columns, double[] l, double[] b) {
        Operands.dense("L", l.length, n, n);
        Operands.dense("B", b.length, n, columns);
        if (n > 0 && columns > 0) {
            cblas.solveLower(false, n, columns, l, b);
            cblas.solveLower(true, n, columns, l, b);
        }
    }

    @Override
    public void qr(int m, int n, double[] a, double[] r) {
        Operands.qr(m, n, a, r);
        if (n > 0) {
            // By columns the array is A' = R' Q': an LQ factorisation, whose Q' by columns is Q by rows.
            Operands.converged("dgelqf", lapack.lq(n, m, a, r));
            Operands.clearBelowDiagonal(n, r);
        }
    }
}
