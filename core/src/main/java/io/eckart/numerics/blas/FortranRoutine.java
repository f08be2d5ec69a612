package io.eckart.numerics.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;

/**
 * A subroutine with Fortran's calling convention: every argument is a pointer, and the lengths of the string arguments (one
 * letter each here) follow at the end.
 */
final class FortranRoutine {
    private final MethodHandle call;

    @SuppressWarnings("restricted") // calling native code is what this class is for
    FortranRoutine(MemorySegment function, int pointers, int strings) {
        MemoryLayout[] arguments = new MemoryLayout[pointers + strings];
        Arrays.fill(arguments, 0, pointers, ValueLayout.ADDRESS);
        Arrays.fill(arguments, pointers, pointers + strings, ValueLayout.JAVA_LONG);
        Object[] lengths = new Object[strings];
        Arrays.fill(lengths, 1L);
        MethodHandle plain = Linker.nativeLinker().downcallHandle(function, FunctionDescriptor.ofVoid(arguments));
        call = MethodHandles.insertArguments(plain, pointers, lengths).asSpreader(MemorySegment[].class, pointers);
    }

    void call(MemorySegment[] pointers) {
        try {
            call.invokeExact(pointers);
        } catch (Throwable e) {
            throw NativeSymbols.failure(e);
        }
    }

    /** The arguments of one call, outside the heap for as long as the arena is open. */
    record Arguments(Arena arena) {
        /** Pointers to the arguments in their order: integers, letters and what is already in memory. */
        MemorySegment[] pointers(Object... arguments) {
            return Arrays.stream(arguments).map(this::pointer).toArray(MemorySegment[]::new);
        }

        private MemorySegment pointer(Object argument) {
            return switch (argument) {
                case MemorySegment segment -> segment;
                case Character letter -> arena.allocateFrom(ValueLayout.JAVA_BYTE, (byte) letter.charValue());
                default -> integer((Integer) argument);
            };
        }

        MemorySegment integer(int value) {
            return arena.allocateFrom(ValueLayout.JAVA_INT, value);
        }

        MemorySegment reals(long length) {
            return arena.allocate(ValueLayout.JAVA_DOUBLE, Math.max(1, length));
        }

        MemorySegment integers(long length) {
            return arena.allocate(ValueLayout.JAVA_INT, Math.max(1, length));
        }

        MemorySegment copy(double[] values, int length) {
            MemorySegment copy = reals(length);
            MemorySegment.copy(values, 0, copy, ValueLayout.JAVA_DOUBLE, 0, length);
            return copy;
        }
    }

    static void copyBack(MemorySegment from, double[] to, int length) {
        MemorySegment.copy(from, ValueLayout.JAVA_DOUBLE, 0, to, 0, length);
    }

    static int integer(MemorySegment integers) {
        return integers.get(ValueLayout.JAVA_INT, 0);
    }

    /** The length of the workspace, which a size query writes to the first entry. */
    static int asked(MemorySegment work) {
        return (int) work.get(ValueLayout.JAVA_DOUBLE, 0);
    }
}
