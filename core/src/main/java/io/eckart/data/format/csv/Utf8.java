package io.eckart.data.format.csv;

import io.eckart.data.DataException;
import io.eckart.data.Remedy;
import io.eckart.data.format.InputFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text files in UTF-8, with or without a byte order mark; any other encoding is an error, never a guess. */
final class Utf8 {
    private Utf8() {}

    /** A reader that fails with a {@link CharacterCodingException} where the bytes are not UTF-8. */
    static Reader reader(InputFile file) throws IOException {
        InputStream in = file.open();
        try {
            return new InputStreamReader(withoutMark(in), StandardCharsets.UTF_8.newDecoder());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    static boolean hasMark(InputFile file) {
        return isMark(file.head(3));
    }

    private static boolean isMark(byte[] first) {
        return first.length == 3 && first[0] == (byte) 0xef && first[1] == (byte) 0xbb && first[2] == (byte) 0xbf;
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] first = start.readNBytes(3);
        if (!isMark(first)) {
            start.unread(first);
        }
        return start;
    }

    /** The error of a file with other bytes, naming the first line that has them: found by a pass over the lines. */
    static DataException failure(InputFile file) {
        try (InputStream in = new BufferedInputStream(file.open())) {
            long row = firstBadLine(in);
            return file.rowError(
                    row,
                    "not UTF-8 text",
                    Remedy.byHand("convert the file, for example with iconv -f latin1 -t utf-8"));
        } catch (IOException e) {
            return file.failure(e);
        }
    }

    private static long firstBadLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long row = 1;
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                if (!isUtf8(line.toByteArray())) {
                    return row;
                }
                row++;
                line.reset();
            }
        }
        return row;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
