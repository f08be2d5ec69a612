package io.eckart.data.format.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eckart.data.file.SampleFiles;
import io.eckart.data.format.InputFile;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that is decoded ahead of its reader is the text of the file, whatever its length and where it is cut. */
class TextReaderTest {
    private static final int BLOCK = 1 << 16;
    private static final String EMOJI = "\ud83d\ude00";

    @TempDir
    Path folder;

    private TextEncoding encoding(byte[] content) throws IOException {
        return TextEncoding.of(InputFile.of(Files.write(folder.resolve("t.txt"), content)), Optional.empty());
    }

    /** Reads all of it in pieces of odd sizes. */
    private static String text(TextEncoding encoding) throws IOException {
        StringWriter text = new StringWriter();
        char[] buffer = new char[999];
        SplittableRandom random = new SplittableRandom(3);
        try (Reader reader = encoding.reader()) {
            for (int count = 0; count >= 0; ) {
                count = reader.read(buffer, 0, random.nextInt(1, buffer.length));
                text.write(buffer, 0, Math.max(0, count));
            }
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, BLOCK - 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK - 1, 2 * BLOCK, 10 * BLOCK + 7})
    void everyLengthAndPairsOfCharactersOverTheEndOfABlock(int length) throws IOException {
        String expected = "x".repeat(length) + EMOJI + "\u00e4end" + "y".repeat(length);
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE}) {
            String marked = (charset.equals(StandardCharsets.UTF_8) ? "" : "\ufeff") + expected;
            assertThat(text(encoding(marked.getBytes(charset))).equals(expected))
                    .as("%d characters in %s", length, charset)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, BLOCK, 5 * BLOCK + 3})
    void bytesThatAreNotUtf8AfterAsciiAreWindows(int before) throws IOException {
        String expected = "x".repeat(before) + "caf\u00e9 \u20ac\u00fc" + "y".repeat(before);
        TextEncoding encoding = encoding(expected.getBytes(TextEncoding.WINDOWS));
        assertThat(text(encoding).equals(expected)).isTrue();
        assertThat(encoding.charset()).isEqualTo(TextEncoding.WINDOWS);
        assertThat(encoding.note()).isPresent();
    }

    @Test
    void bytesThatAreNotUtf8AfterOthersThatAreFail() throws IOException {
        byte[] content = ("\u00e4" + "x".repeat(5 * BLOCK) + "z").getBytes(StandardCharsets.UTF_8);
        content[content.length - 1] = (byte) 0xe4;
        TextEncoding encoding = encoding(content);
        assertThatThrownBy(() -> text(encoding)).isInstanceOf(CharacterCodingException.class);
        assertThat(encoding.note()).isEmpty();
    }

    @Test
    void whatTheThreadAheadCannotReadIsToldWhereItIsReached() throws IOException {
        byte[] packed = SampleFiles.gzip("abc,def\n".repeat(200_000).getBytes(StandardCharsets.US_ASCII));
        TextEncoding encoding = encoding(Arrays.copyOf(packed, packed.length - 20));
        assertThatThrownBy(() -> text(encoding)).isInstanceOf(IOException.class);
    }

    @Test
    void closingEndsTheThreadAhead() throws IOException {
        TextEncoding encoding = encoding("x".repeat(50 * BLOCK).getBytes(StandardCharsets.US_ASCII));
        char[] buffer = new char[BLOCK];
        try (Reader reader = encoding.reader()) {
            for (int i = 0; i < 3; i++) {
                assertThat(reader.read(buffer, 0, BLOCK)).isPositive();
            }
            assertThat(threadsAhead()).isPositive();
        }
        assertThat(threadsAhead()).isZero();
    }

    private static long threadsAhead() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("eckart-text"))
                .count();
    }
}
