package io.eckart.numerics.blas;

import static io.eckart.numerics.blas.FortranRoutine.asked;
import static io.eckart.numerics.blas.FortranRoutine.copyBack;
import static io.eckart.numerics.blas.FortranRoutine.integer;

import io.eckart.numerics.blas.FortranRoutine.Arguments;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The LAPACK drivers (Anderson et al., LAPACK Users' Guide, 1999) that are used, with column-major matrices and the info codes
 * of LAPACK. The Fortran entry points are called, because every LAPACK library has those.
 *
 * <p>These are ordinary calls on copies outside the heap. A critical call would save the copy but keep the garbage collector,
 * and with it every other thread, waiting until the driver ends, which may take minutes; the copy is O(n^2) compared
 * with O(n^3) work.
 */
final class Lapack {
    private final FortranRoutine dsyevd;
    private final FortranRoutine dsyevr;
    private final FortranRoutine dgesdd;
    private final FortranRoutine dgelqf;
    private final FortranRoutine dorglq;
    private final FortranRoutine dpotrf;

    Lapack(NativeSymbols symbols) {
        dsyevd = new FortranRoutine(symbols.function("dsyevd_"), 11, 2);
        dsyevr = new FortranRoutine(symbols.function("dsyevr_"), 21, 3);
        dgesdd = new FortranRoutine(symbols.function("dgesdd_"), 14, 1);
        dgelqf = new FortranRoutine(symbols.function("dgelqf_"), 8, 0);
        dorglq = new FortranRoutine(symbols.function("dorglq_"), 9, 0);
        dpotrf = new FortranRoutine(symbols.function("dpotrf_"), 5, 1);
    }

    /** All eigenvalues, ascending, to w; the eigenvectors as columns over a. Reads the lower triangle. */
    int dsyevd(int n, double[] a, double[] w) {
        try (Arena arena = Arena.ofConfined()) {
            Arguments in = new Arguments(arena);
            MemorySegment[] arguments =
                    in.pointers('V', 'L', n, in.copy(a, n * n), n, in.reals(n), in.reals(1), -1, in.integers(1), -1, 0);
            dsyevd.call(arguments);
            workspace(in, arguments, 6);
            dsyevd.call(arguments);
            copyBack(arguments[3], a, n * n);
            copyBack(arguments[5], w, n);
            return integer(arguments[10]);
        }
    }

    /** Replaces the workspaces of a size query by real and integer workspaces of the sizes it returned. */
    private static void workspace(Arguments in, MemorySegment[] arguments, int at) {
        int reals = asked(arguments[at]);
        int integers = integer(arguments[at + 2]);
        arguments[at] = in.reals(reals);
        arguments[at + 1] = in.integer(reals);
        arguments[at + 2] = in.integers(integers);
        arguments[at + 3] = in.integer(integers);
    }

    /** The k largest eigenvalues, ascending, to w; their eigenvectors as columns of z (n x k). Reads the lower triangle. */
    int dsyevr(int n, int k, double[] a, double[] w, double[] z) {
        try (Arena arena = Arena.ofConfined()) {
            Arguments in = new Arguments(arena);
            MemorySegment values = in.reals(n);
            MemorySegment vectors = in.reals((long) n * k);
            MemorySegment matrix = in.copy(a, n * n);
            MemorySegment support = in.integers(2L * k);
            // Bounds, which are not read, a tolerance of 0, and a place for the number of values and for the size of
            // the workspace.
            MemorySegment zero = in.reals(1);
            MemorySegment count = in.integers(1);
            MemorySegment size = in.reals(1);
            MemorySegment sizes = in.integers(1);
            MemorySegment[] arguments = in.pointers(
                    'V', 'I', 'L', n, matrix, n, zero, zero, n - k + 1, n, zero, count, values, vectors, n, support,
                    size, -1, sizes, -1, 0);
            dsyevr.call(arguments);
            workspace(in, arguments, 16);
            dsyevr.call(arguments);
            copyBack(values, w, k);
            copyBack(vectors, z, n * k);
            return integer(arguments[20]);
        }
    }

    /** Thin singular value decomposition of the m x n matrix a, which is not changed: u is m x r, vt is r x n. */
    int dgesdd(int m, int n, double[] a, double[] s, double[] u, double[] vt) {
        int r = Math.min(m, n);
        try (Arena arena = Arena.ofConfined()) {
            Arguments in = new Arguments(arena);
            MemorySegment values = in.reals(r);
            MemorySegment left = in.reals((long) m * r);
            MemorySegment right = in.reals((long) r * n);
            MemorySegment matrix = in.copy(a, m * n);
            MemorySegment size = in.reals(1);
            MemorySegment integers = in.integers(8L * r);
            MemorySegment[] arguments =
                    in.pointers('S', m, n, matrix, m, values, left, m, right, r, size, -1, integers, 0);
            dgesdd.call(arguments);
            int length = asked(arguments[10]);
            arguments[10] = in.reals(length);
            arguments[11] = in.integer(length);
            dgesdd.call(arguments);
            copyBack(values, s, r);
            copyBack(left, u, m * r);
            copyBack(right, vt, r * n);
            return integer(arguments[13]);
        }
    }

    /** LQ of the m x n matrix a, m at most n: L to the lower triangle of l (m x m, other entries any), Q over a. */
    int lq(int m, int n, double[] a, double[] l) {
        try (Arena arena = Arena.ofConfined()) {
            Arguments in = new Arguments(arena);
            MemorySegment matrix = in.copy(a, m * n);
            MemorySegment tau = in.reals(m);
            MemorySegment work = in.reals(64L * m);
            MemorySegment info = in.integer(0);
            dgelqf.call(in.pointers(m, n, matrix, m, tau, work, 64 * m, info));
            if (integer(info) != 0) {
                return integer(info);
            }
            copyBack(matrix, l, m * m);
            dorglq.call(in.pointers(m, n, m, matrix, m, tau, work, 64 * m, info));
            copyBack(matrix, a, m * n);
            return integer(info);
        }
    }

    /** Cholesky factor U of a = U'U in the upper triangle. */
    int dpotrf(int n, double[] a) {
        try (Arena arena = Arena.ofConfined()) {
            Arguments in = new Arguments(arena);
            MemorySegment matrix = in.copy(a, n * n);
            MemorySegment info = in.integer(0);
            dpotrf.call(in.pointers('U', n, matrix, n, info));
            copyBack(matrix, a, n * n);
            return integer(info);
        }
    }
}
