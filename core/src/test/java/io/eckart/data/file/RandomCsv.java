package io.eckart.data.file;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A random CSV file of five columns (number, category, anything, number, label) with most of what such files hold: quotes at
 * good and bad places, line ends of all kinds, blanks, missing markers, and now and then an error.
 */
final class RandomCsv {
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};
    private static final String[] MISSING = {"", " ", "NA", "?", "nan", "-999", "\"\"", "\" \""};
    private static final String[] TEXTS = {
        "x", "two words", "\u00e4\u00f6\u20ac", "\ud83d\ude00", "5\" disk", "\"a\"\"b\"", "\"l1\nl2\"",
        "\"l1\r\nl2\"", "\"l1\rl2\"", "\"q , ; \t |\"", " \"blank first", "#", "1e", "0x1"
    };

    private final SplittableRandom random;
    private final char delimiter;
    private final boolean header;
    private final boolean packed;
    private final boolean plain;
    private final double errors;
    private final byte[] content;
    private String firstName = "c1";

    RandomCsv(SplittableRandom random) {
        this.random = random;
        this.delimiter = new char[] {',', ';', '\t', '|', '\u00a7', ','}[random.nextInt(6)];
        this.header = random.nextBoolean();
        this.packed = random.nextInt(8) == 0;
        this.plain = random.nextInt(3) == 0;
        this.errors = random.nextInt(3) == 0 ? 0.02 : 0;
        this.content = text().getBytes(StandardCharsets.UTF_8);
    }

    byte[] content() {
        return content.clone();
    }

    char delimiter() {
        return delimiter;
    }

    boolean header() {
        return header;
    }

    /** The name of the first column. */
    String firstName() {
        return firstName;
    }

    boolean packed() {
        return packed;
    }

    Set<String> missing() {
        return Set.of("-999", "none");
    }

    private String text() {
        StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "\ufeff" : "");
        String end = LINE_ENDS[random.nextInt(3)];
        boolean mixed = random.nextInt(4) == 0;
        if (header) {
            firstName = random.nextBoolean() ? "a" : "a\nA";
            String first = firstName.equals("a") ? "a" : "\"a\nA\"";
            text.append(String.join(String.valueOf(delimiter), first, "b", "c", "\"d\"", "e"));
            text.append(end);
        }
        int rows = random.nextInt(1, 120);
        for (int i = 0; i < rows; i++) {
            String here = mixed ? LINE_ENDS[random.nextInt(3)] : end;
            text.append(random.nextInt(15) == 0 ? here : "").append(row(i > 0));
            text.append(i < rows - 1 || random.nextBoolean() ? here : "");
        }
        return text.toString();
    }

    private String row(boolean mayFail) {
        String[] cells = {blanks(numberCell()), blanks(category()), any(), blanks(numberCell()), any()};
        if (mayFail && random.nextDouble() < errors) {
            return failing(cells);
        }
        return String.join(String.valueOf(delimiter), cells);
    }

    private String failing(String[] cells) {
        return switch (random.nextInt(7)) {
            case 0 -> String.join(String.valueOf(delimiter), cells) + delimiter;
            case 1 -> cells[0];
            case 2 -> " ";
            case 3 -> "\"open" + delimiter + String.join(String.valueOf(delimiter), cells);
            case 4 ->
                "1e999" + delimiter
                        + String.join(String.valueOf(delimiter), cells).substring(cells[0].length() + 1);
            case 5 -> "\"a\"b\"c\nd\"" + delimiter + "\"x\" ";
            default ->
                "cow" + delimiter
                        + String.join(String.valueOf(delimiter), cells).substring(cells[0].length() + 1);
        };
    }

    private String blanks(String cell) {
        boolean some = random.nextInt(12) == 0;
        return some && !cell.startsWith("\"")
                ? " ".repeat(random.nextInt(3)) + cell + " ".repeat(random.nextInt(3))
                : cell;
    }

    private String numberCell() {
        if (random.nextInt(8) == 0) {
            return MISSING[random.nextInt(plain ? 6 : MISSING.length)];
        }
        String number = number(random);
        return !plain && random.nextInt(10) == 0 ? "\"" + number + "\"" : number;
    }

    private String category() {
        String[] levels = {"1", "cat", "dog", "", "NA", "\"cat\"", "\"1\""};
        return levels[random.nextInt(plain ? 5 : levels.length)];
    }

    private String any() {
        return plain || random.nextInt(3) == 0 ? "t" + random.nextInt(60) : TEXTS[random.nextInt(TEXTS.length)];
    }

    /** A finite number in one of many spellings, with up to 24 digits. */
    static String number(SplittableRandom random) {
        StringBuilder text = new StringBuilder(
                switch (random.nextInt(4)) {
                    case 0 -> "-";
                    case 1 -> "+";
                    default -> "";
                });
        int digits = random.nextInt(4) == 0 ? random.nextInt(1, 25) : random.nextInt(1, 10);
        int point = random.nextInt(-1, digits + 1);
        for (int i = 0; i < digits; i++) {
            text.append(i == point ? "." : "").append(random.nextInt(10));
        }
        text.append(point == digits ? "." : "");
        if (random.nextInt(10) == 0) {
            text.append(random.nextBoolean() ? "e" : "E-").append(random.nextInt(280));
        }
        return text.toString();
    }
}
