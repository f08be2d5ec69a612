package io.eckart.data.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of the many ways in which programs and people write a table as text. */
record Dialect(
        String delimiter,
        char decimal,
        String group,
        Quotes quotes,
        boolean header,
        String missing,
        String lineEnd,
        Charset encoding,
        boolean mark,
        int members,
        boolean blanks,
        String before) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    enum Quotes {
        NEEDED,
        TEXTS,
        ALL
    }

    static Dialect random(SplittableRandom random) {
        String delimiter = pick(random, ",", ",", ";", ";", "\t", "|", "  ");
        boolean comma = delimiter.equals(";") && random.nextBoolean();
        String group = random.nextInt(3) > 0 ? "" : comma ? pick(random, ".", " ") : pick(random, ",", " ", "'");
        Charset encoding = List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, WINDOWS)
                .get(random.nextInt(4));
        String before =
                pick(random, "", "", "", "", "\n\n", "# made by a program\n", delimiter.equals(";") ? "sep=;\n" : "");
        return new Dialect(
                delimiter,
                comma ? ',' : '.',
                delimiter.equals("  ") ? "" : group,
                Quotes.values()[random.nextInt(3)],
                random.nextInt(4) > 0,
                pick(random, "", "", "NA", "?", "None", "null", "-", ".", "n/a", "unknown"),
                pick(random, "\n", "\n", "\r\n", "\r"),
                encoding,
                encoding.equals(StandardCharsets.UTF_16LE)
                        || (encoding.equals(StandardCharsets.UTF_8) && random.nextInt(3) == 0),
                random.nextInt(3) == 0 ? random.nextInt(1, 4) : 0,
                random.nextInt(4) == 0,
                before);
    }

    private static String pick(SplittableRandom random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** The file with these columns, each cell a number, a text or missing. */
    byte[] written(List<String> names, List<? extends List<?>> columns) {
        StringBuilder text = new StringBuilder(mark ? "\ufeff" : "").append(before.replace("\n", lineEnd));
        if (header) {
            text.append(names.stream().map(this::text).collect(Collectors.joining(delimiter)))
                    .append(lineEnd);
        }
        for (int i = 0; i < columns.getFirst().size(); i++) {
            int row = i;
            text.append(columns.stream()
                            .map(column -> padded(cell(column.get(row))))
                            .collect(Collectors.joining(delimiter)))
                    .append(lineEnd);
        }
        return packed(text.toString().getBytes(encoding));
    }

    private String padded(String cell) {
        return blanks && !delimiter.isBlank() ? " " + cell + " " : cell;
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null ->
                delimiter.isBlank() && missing.isEmpty() ? "NA" : quotes == Quotes.ALL ? text(missing) : missing;
            case Double number -> number(number);
            default -> text(value.toString());
        };
    }

    private String number(double value) {
        String plain = String.format(Locale.ROOT, "%.3f", Math.abs(value)).replaceFirst("0$", "");
        String whole = plain.substring(0, plain.indexOf('.'));
        String grouped = whole.replaceAll("(?<=[0-9])(?=([0-9]{3})+$)", group);
        String text = (value < 0 ? "-" : "") + grouped + decimal + plain.substring(plain.indexOf('.') + 1);
        boolean needed = quotes == Quotes.ALL || text.contains(delimiter);
        return needed ? '"' + text + '"' : text;
    }

    private String text(String value) {
        boolean needed =
                quotes != Quotes.NEEDED || value.contains(delimiter) || (delimiter.isBlank() && value.contains(" "));
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    private byte[] packed(byte[] bytes) {
        if (members == 0) {
            return bytes;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int i = 0; i < members; i++) {
            packed.writeBytes(SampleFiles.gzip(
                    Arrays.copyOfRange(bytes, bytes.length * i / members, bytes.length * (i + 1) / members)));
        }
        return packed.toByteArray();
    }
}
