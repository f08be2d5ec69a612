package io.eckart.cli.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The short table a person sees: one line for each fact, or more where it does not fit a terminal. */
public final class Summary {
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d+\\.\\d{5,}");

    private record Line(String what, String value) {}

    private final List<Line> lines = new ArrayList<>();

    /** One more fact; none where there is no value. */
    Summary add(String what, @Nullable Object value) {
        if (value != null) {
            String text = value.toString();
            lines.add(new Line(what, value instanceof Path ? text.replace(' ', Lines.UNBROKEN) : text));
        }
        return this;
    }

    Summary add(String what, long value) {
        return add(what, String.format(Locale.ROOT, "%,d", value));
    }

    Summary add(String what, double value) {
        return add(what, number(value));
    }

    Summary addPercent(String what, double part) {
        return add(what, String.format(Locale.ROOT, "%.2f %%", 100 * part));
    }

    /** The word for a constant: its name in lower case. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The first names of a list, and how many there are where it is longer. */
    static String first(List<String> names, int most) {
        String shown = String.join(", ", names.subList(0, Math.min(most, names.size())));
        return names.size() > most ? shown + ", … " + names.size() + " in all" : shown;
    }

    /** Six significant digits, without an exponent where it reads well without one. */
    public static String number(double value) {
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-4 || size >= 1e9)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int whole = size < 1 ? 1 : (int) Math.log10(size) + 1;
        return String.format(Locale.ROOT, "%." + Math.max(0, 6 - whole) + "f", value);
    }

    /** A cell for a sentence: four significant digits, the text of a level, or a word for none. */
    static String brief(@Nullable Object cell) {
        if (!(cell instanceof Double value)) {
            return cell == null ? "missing" : cell.toString();
        }
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= 1e-4 && size < 1e9);
        BigDecimal rounded = new BigDecimal(value, new MathContext(4)).stripTrailingZeros();
        return plain ? rounded.toPlainString() : String.format(Locale.ROOT, "%.3e", value);
    }

    /** A setting in which no number has more than four significant digits. */
    static String rounded(String setting) {
        return LONG_NUMBER.matcher(setting).replaceAll(number -> brief(Double.valueOf(number.group())));
    }

    String text() {
        int width = lines.stream().mapToInt(l -> l.what().length()).max().orElse(0);
        Lines text = new Lines();
        for (Line line : lines) {
            text.wrap(String.format(Locale.ROOT, "%-" + width + "s  ", line.what()), line.value());
        }
        return text.toString();
    }
}
