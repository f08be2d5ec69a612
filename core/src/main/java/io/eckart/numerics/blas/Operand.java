package io.eckart.numerics.blas;

import java.lang.foreign.MemorySegment;

/**
 * Where a matrix begins in an array, with the handle by which native code is given it: made once, so that products in a loop
 * allocate nothing.
 */
public sealed interface Operand {

    /** A matrix of float32 numbers from {@code offset} on. */
    @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it; the array is the point
    record OfFloats(float[] values, int offset, MemorySegment segment) implements Operand {
        public static OfFloats at(float[] values, int offset) {
            return new OfFloats(values, offset, MemorySegment.ofArray(values).asSlice((long) offset * Float.BYTES));
        }

        /** The handle of what begins {@code further} entries later. */
        MemorySegment at(int further) {
            return further == 0 ? segment : segment.asSlice((long) further * Float.BYTES);
        }
    }

    /** A matrix of float64 numbers from {@code offset} on. */
    @SuppressWarnings("ArrayRecordComponent") // identity is never asked of it; the array is the point
    record OfDoubles(double[] values, int offset, MemorySegment segment) implements Operand {
        public static OfDoubles at(double[] values, int offset) {
            return new OfDoubles(values, offset, MemorySegment.ofArray(values).asSlice((long) offset * Double.BYTES));
        }

        /** The handle of what begins {@code further} entries later. */
        MemorySegment at(int further) {
            return further == 0 ? segment : segment.asSlice((long) further * Double.BYTES);
        }
    }
}
