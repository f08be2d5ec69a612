package io.eckart.data.format.csv;

import io.eckart.data.DataException;
import io.eckart.data.Note;
import io.eckart.data.Remedy;
import io.eckart.data.format.InputFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of a text file: the one that was given, UTF-16 where the file begins with its mark, else UTF-8. Bytes that are not
 * UTF-8, in a file that was plain ASCII up to there, show that it is Windows-1252; that is found out by reading.
 */
final class TextEncoding {
    static final Charset WINDOWS = Charset.forName("windows-1252");

    private final InputFile file;
    private final boolean given;
    private final byte[] mark;
    private volatile Charset charset;
    private volatile boolean settled;

    private TextEncoding(InputFile file, Charset charset, boolean given, byte[] mark) {
        this.file = file;
        this.charset = charset;
        this.given = given;
        this.mark = mark;
        this.settled = given || !charset.equals(StandardCharsets.UTF_8);
    }

    static TextEncoding of(InputFile file, Optional<Charset> given) {
        byte[] head = file.head(3);
        if (startsWith(head, 0xef, 0xbb, 0xbf)) {
            return new TextEncoding(file, given.orElse(StandardCharsets.UTF_8), given.isPresent(), head);
        }
        if (startsWith(head, 0xff, 0xfe) || startsWith(head, 0xfe, 0xff)) {
            Charset marked = head[0] == (byte) 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return new TextEncoding(file, marked, given.isPresent(), new byte[] {head[0], head[1]});
        }
        return new TextEncoding(file, given.orElse(StandardCharsets.UTF_8), given.isPresent(), new byte[0]);
    }

    private static boolean startsWith(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (head.length <= i || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** A reader of the text behind the mark; it fails with a {@link CharacterCodingException} where bytes cannot be decoded. */
    Reader reader() {
        try {
            InputStream in = file.open();
            try {
                in.skipNBytes(mark.length);
                return new TextReader(new TextDecoder(in, this));
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw file.failure(e);
        }
    }

    /** The encoding as far as it is known. */
    Charset charset() {
        return charset;
    }

    /** The bytes with which the file begins to say how it is encoded; none for most files. */
    byte[] mark() {
        return mark.clone();
    }

    /** Whether the text may turn out to be Windows-1252. */
    boolean mayChange() {
        return !settled;
    }

    void becomesWindows() {
        charset = WINDOWS;
        settled = true;
    }

    /** To be called when the whole text was decoded. */
    void isKnown() {
        settled = true;
    }

    /** Reads the whole file if that is needed to know its encoding. */
    void settle() {
        if (settled) {
            return;
        }
        char[] buffer = new char[1 << 16];
        try (Reader reader = reader()) {
            while (reader.read(buffer, 0, buffer.length) >= 0) {
                // only the decoding matters
            }
        } catch (IOException e) {
            throw e instanceof CharacterCodingException ? failure() : file.failure(e);
        }
    }

    Optional<Note> note() {
        if (given || charset.equals(StandardCharsets.UTF_8)) {
            return Optional.empty();
        }
        Note note = Note.of(
                Note.Kind.LAYOUT,
                "the text is read as " + charset + (charset.equals(WINDOWS) ? ", because it is not UTF-8" : ""),
                0,
                Remedy.choose(Remedy.Setting.ENCODING, "iso-8859-1"));
        return Optional.of(charset.equals(WINDOWS) ? note : note.minor());
    }

    /** The error of a file with other bytes, naming the first line that has them: found by a pass over the lines. */
    DataException failure() {
        try (InputStream in = new BufferedInputStream(file.open())) {
            long row = firstBadLine(in);
            String other = charset.equals(WINDOWS) || given ? "iso-8859-1" : WINDOWS.name();
            return file.rowError(
                    row,
                    "not " + charset + " text",
                    Remedy.choose(Remedy.Setting.ENCODING, other),
                    Remedy.byHand("convert the file to UTF-8"));
        } catch (IOException e) {
            return file.failure(e);
        }
    }

    private long firstBadLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long row = 1;
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n') {
                if (!isText(line.toByteArray())) {
                    return row;
                }
                row++;
                line.reset();
            }
        }
        return row;
    }

    private boolean isText(byte[] bytes) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
