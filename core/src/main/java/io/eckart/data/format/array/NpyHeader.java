package io.eckart.data.format.array;

import io.eckart.data.format.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of an NPY file, versions 1 to 3 (NumPy enhancement proposal 1).
 *
 * @param shape the array's shape, one to four sizes
 * @param fortran whether the first index varies fastest
 * @param offset bytes before the first number
 */
record NpyHeader(NumberType type, ByteOrder order, List<Long> shape, boolean fortran, long offset) {
    private static final int LONGEST = 1 << 16;
    private static final int MOST_DIMENSIONS = 4;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([^']*)'");
    private static final Pattern FORTRAN = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");

    NpyHeader {
        shape = List.copyOf(shape);
    }

    /** @throws io.eckart.data.DataException if it is not an NPY header, or the array is of a kind that cannot be read */
    static NpyHeader of(InputFile file) {
        try (InputStream in = file.open()) {
            byte[] start = in.readNBytes(8);
            if (start.length < 8 || start[0] != (byte) 0x93 || !magicText(start).equals("NUMPY")) {
                throw file.error("not an NPY file: it does not start with \\x93NUMPY");
            }
            int wide = start[6] == 1 ? 2 : 4;
            if (start[6] < 1 || start[6] > 3) {
                throw file.error("NPY version " + start[6] + "." + start[7] + " cannot be read, only 1 to 3");
            }
            byte[] size = in.readNBytes(wide);
            long length = size.length < wide ? -1 : length(size);
            if (length < 0 || length > LONGEST) {
                throw file.error("the NPY header is damaged: its length is " + length + ", at most " + LONGEST);
            }
            byte[] text = in.readNBytes((int) length);
            if (text.length < length) {
                throw file.error("the NPY header is cut short");
            }
            return parse(file, new String(text, StandardCharsets.UTF_8), 8 + wide + length);
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    private static String magicText(byte[] start) {
        return new String(start, 1, 5, StandardCharsets.US_ASCII);
    }

    private static long length(byte[] size) {
        ByteBuffer buffer = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN);
        return size.length == 2 ? buffer.getShort() & 0xffff : buffer.getInt() & 0xffffffffL;
    }

    private static NpyHeader parse(InputFile file, String text, long offset) {
        if (text.contains("'descr': [")) {
            throw file.error("an array of records (structured dtype); save one plain array of numbers, or use CSV");
        }
        String descr = field(file, DESCR, text, "descr");
        boolean fortran = field(file, FORTRAN, text, "fortran_order").equals("True");
        List<Long> shape = shape(file, field(file, SHAPE, text, "shape"));
        return new NpyHeader(type(file, descr), order(descr), shape, fortran, offset);
    }

    private static String field(InputFile file, Pattern pattern, String text, String name) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw file.error("the NPY header is damaged: no valid '" + name + "'");
        }
        return matcher.group(1);
    }

    private static NumberType type(InputFile file, String descr) {
        String code = descr.isEmpty() ? "" : descr.substring(1);
        return NumberType.of(code)
                .orElseThrow(() -> file.error("an array of dtype '" + descr
                        + "' does not hold plain numbers; save it with astype('float32') or astype('float64')"));
    }

    private static ByteOrder order(String descr) {
        return switch (descr.charAt(0)) {
            case '>' -> ByteOrder.BIG_ENDIAN;
            case '=' -> ByteOrder.nativeOrder();
            default -> ByteOrder.LITTLE_ENDIAN;
        };
    }

    private static List<Long> shape(InputFile file, String text) {
        List<Long> shape = new ArrayList<>();
        for (String size : text.replace("L", "").split(",", -1)) {
            if (!size.isBlank()) {
                shape.add(size(file, size.strip()));
            }
        }
        if (shape.isEmpty() || shape.size() > MOST_DIMENSIONS) {
            throw file.error("an array with " + shape.size() + " dimensions, 1 to " + MOST_DIMENSIONS + " can be read");
        }
        return shape;
    }

    private static long size(InputFile file, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw file.error("the NPY header is damaged: '" + digits + "' is not a size");
        }
    }
}
