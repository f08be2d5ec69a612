package io.eckart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Changes good content as chance and bad intent would: bits, cuts, repeats, and words that readers stumble over. */
public final class Mutations {
    private static final List<byte[]> WORDS = words();

    private Mutations() {}

    private static List<byte[]> words() {
        List<byte[]> words = new ArrayList<>();
        for (String text : List.of(
                "0",
                "-1",
                "1",
                "NaN",
                "Infinity",
                "1e999",
                "-1e-999",
                "2147483647",
                "-2147483648",
                "9223372036854775807",
                "99999999999999999999",
                "1,5",
                "\"",
                "\"\"",
                "'",
                ",",
                ";",
                "\t",
                "|",
                "\n",
                "\r\n",
                "\r",
                " ",
                "\0",
                "\uFEFF",
                "#",
                "=1+1",
                "{",
                "}",
                "[",
                "]",
                "{}",
                "[[[[",
                "null",
                "true",
                ":",
                "(",
                ")",
                "NA",
                "\u00e9",
                "\uD83D\uDE00",
                "depth",
                "shape",
                "a".repeat(3000),
                "9".repeat(400))) {
            words.add(text.getBytes(StandardCharsets.UTF_8));
        }
        for (int value : new int[] {0, 1, -1, 255, 256, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 24}) {
            words.add(ByteBuffer.allocate(4).putInt(value).array());
            words.add(ByteBuffer.allocate(4).putInt(Integer.reverseBytes(value)).array());
            words.add(ByteBuffer.allocate(8).putLong(Long.reverseBytes(value)).array());
        }
        return List.copyOf(words);
    }

    /** The content with one to four changes. */
    public static byte[] of(byte[] content, SplittableRandom random) {
        byte[] changed = content;
        for (int count = random.nextInt(1, 5); count > 0; count--) {
            changed = once(changed, random);
        }
        return changed;
    }

    /** A text with one to four changes. */
    public static String of(String text, SplittableRandom random) {
        return new String(of(text.getBytes(StandardCharsets.UTF_8), random), StandardCharsets.UTF_8);
    }

    private static byte[] once(byte[] content, SplittableRandom random) {
        int from = random.nextInt(content.length + 1);
        int to = Math.min(content.length, from + random.nextInt(1, 1 + Math.max(1, content.length / 4)));
        byte[] word = WORDS.get(random.nextInt(WORDS.size()));
        return switch (random.nextInt(8)) {
            case 0, 1 -> flipped(content, random);
            case 2 -> joined(content, from, word, from);
            case 3 -> joined(content, from, word, Math.min(content.length, from + word.length));
            case 4 -> joined(content, from, new byte[0], to);
            case 5 -> joined(content, to, Arrays.copyOfRange(content, from, to), to);
            case 6 -> Arrays.copyOf(content, from);
            default -> joined(content, from, noise(random), Math.min(content.length, from + 4));
        };
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] noise = new byte[random.nextInt(1, 9)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] flipped(byte[] content, SplittableRandom random) {
        byte[] flipped = content.clone();
        if (flipped.length > 0) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /** What is before {@code from}, the inserted bytes, and what is from {@code to} on. */
    private static byte[] joined(byte[] content, int from, byte[] inserted, int to) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.write(content, 0, from);
        joined.writeBytes(inserted);
        joined.write(content, to, content.length - to);
        return joined.toByteArray();
    }
}
