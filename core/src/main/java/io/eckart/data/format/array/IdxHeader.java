package io.eckart.data.format.array;

import io.eckart.data.format.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The header of an IDX file (the format of the MNIST files): two zero bytes, a type code, the number of sizes, the sizes;
 * all big-endian.
 *
 * @param sizes number of samples, then the sizes of a sample
 * @param offset bytes before the first number
 */
public record IdxHeader(NumberType type, List<Long> sizes, long offset) {
    private static final int MOST_DIMENSIONS = 8;

    public IdxHeader {
        sizes = List.copyOf(sizes);
    }

    public static boolean isTypeCode(byte code) {
        return code >= 8 && code <= 14 && code != 10;
    }

    /**
     * The header of a file.
     *
     * @throws io.eckart.data.DataException if it is not an IDX header
     */
    public static IdxHeader of(InputFile file) {
        try (InputStream in = file.open()) {
            byte[] magic = in.readNBytes(4);
            if (magic.length < 4 || magic[0] != 0 || magic[1] != 0 || !isTypeCode(magic[2])) {
                throw file.error("not an IDX file: it must start with two zero bytes and a type code from 08 to 0E");
            }
            int dimensions = magic[3] & 0xff;
            if (dimensions < 1 || dimensions > MOST_DIMENSIONS) {
                throw file.error("not an IDX file that can be read: " + dimensions + " dimensions, 1 to "
                        + MOST_DIMENSIONS + " are possible");
            }
            byte[] sizes = in.readNBytes(4 * dimensions);
            if (sizes.length < 4 * dimensions) {
                throw file.error("the IDX header is cut short");
            }
            return new IdxHeader(type(magic[2]), sizes(sizes), 4L + 4L * dimensions);
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    private static List<Long> sizes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        List<Long> sizes = new ArrayList<>();
        while (buffer.hasRemaining()) {
            sizes.add(buffer.getInt() & 0xffffffffL);
        }
        return sizes;
    }

    private static NumberType type(byte code) {
        return switch (code) {
            case 8 -> NumberType.UINT8;
            case 9 -> NumberType.INT8;
            case 11 -> NumberType.INT16;
            case 12 -> NumberType.INT32;
            case 13 -> NumberType.FLOAT32;
            case 14 -> NumberType.FLOAT64;
            default -> throw new IllegalArgumentException(code + " is not an IDX type code");
        };
    }
}
