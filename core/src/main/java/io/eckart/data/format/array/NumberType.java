package io.eckart.data.format.array;

import java.nio.ByteBuffer;
import java.util.Optional;

/** How the numbers of an array file are stored. */
enum NumberType {
    BOOL("b1", 1),
    UINT8("u1", 1),
    INT8("i1", 1),
    UINT16("u2", 2),
    INT16("i2", 2),
    UINT32("u4", 4),
    INT32("i4", 4),
    UINT64("u8", 8),
    INT64("i8", 8),
    FLOAT16("f2", 2),
    FLOAT32("f4", 4),
    FLOAT64("f8", 8);

    private static final double TWO_TO_63 = 0x1p63;

    private final String code;
    private final int bytes;

    NumberType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The type with this NumPy code, without the byte order. */
    static Optional<NumberType> of(String code) {
        for (NumberType type : values()) {
            if (type.code.equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    int bytes() {
        return bytes;
    }

    /** Whether there are numbers of this type that float64 rounds. */
    boolean isLong() {
        return this == INT64 || this == UINT64;
    }

    /**
     * Reads {@code count} numbers from the start of the buffer, in its byte order, to {@code out[at]}, {@code out[at +
     * stride]}, and so on. Integers beyond 2^53 are rounded to float64.
     */
    void decode(ByteBuffer in, int count, double[] out, int at, int stride) {
        // The loops of the common types are separate methods, small enough to be compiled early.
        switch (this) {
            case UINT8 -> bytes(in, count, out, at, stride);
            case FLOAT32 -> floats(in, count, out, at, stride);
            case FLOAT64 -> doubles(in, count, out, at, stride);
            case BOOL, INT8, UINT16, INT16, UINT32, INT32, UINT64, INT64, FLOAT16 -> {
                for (int i = 0, o = at; i < count; i++, o += stride) {
                    out[o] = number(in, i);
                }
            }
        }
    }

    private static void bytes(ByteBuffer in, int count, double[] out, int at, int stride) {
        for (int i = 0, o = at; i < count; i++, o += stride) {
            out[o] = in.get(i) & 0xff;
        }
    }

    private static void floats(ByteBuffer in, int count, double[] out, int at, int stride) {
        for (int i = 0, o = at; i < count; i++, o += stride) {
            out[o] = in.getFloat(4 * i);
        }
    }

    private static void doubles(ByteBuffer in, int count, double[] out, int at, int stride) {
        for (int i = 0, o = at; i < count; i++, o += stride) {
            out[o] = in.getDouble(8 * i);
        }
    }

    private double number(ByteBuffer in, int i) {
        return switch (this) {
            case BOOL -> in.get(i) == 0 ? 0 : 1;
            case UINT8 -> in.get(i) & 0xff;
            case INT8 -> in.get(i);
            case UINT16 -> in.getShort(2 * i) & 0xffff;
            case INT16 -> in.getShort(2 * i);
            case UINT32 -> in.getInt(4 * i) & 0xffffffffL;
            case INT32 -> in.getInt(4 * i);
            case UINT64 -> unsigned(in.getLong(8 * i));
            case INT64 -> in.getLong(8 * i);
            case FLOAT16 -> Float.float16ToFloat(in.getShort(2 * i));
            case FLOAT32 -> in.getFloat(4 * i);
            case FLOAT64 -> in.getDouble(8 * i);
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value & Long.MAX_VALUE) + TWO_TO_63;
    }
}
