package io.eckart.data.format;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cells that a spreadsheet takes for formulas: those whose first character is =, +, - or @, also as a wide character, a tab or
 * a line end (OWASP, "CSV Injection"). An apostrophe before them makes them texts. Numbers with a sign are not formulas.
 */
public final class SafeCells {
    private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";
    private static final String STARTS = FORMULA + "\t\r\n";
    private static final char QUOTE = '"';

    /** Digits with any separators, an exponent and a percent sign: no letter with which a name or a function could begin. */
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?[ \u00a0\u202f]?[.,]?\\d[\\d., '_\u00a0\u202f]*([eE][+-]?\\d+)?[ \u00a0]?%?");

    private SafeCells() {}

    /** The text of a cell, with an apostrophe if needed. */
    public static @Nullable String of(@Nullable String text) {
        return text != null && isFormula(text) ? "'" + text : text;
    }

    /** A cell as it is written in a file, perhaps in quotes, with an apostrophe within them if needed. */
    public static CharSequence ofWritten(CharSequence written) {
        String text = written.toString();
        String stripped = text.stripLeading();
        if (!stripped.startsWith(String.valueOf(QUOTE))) {
            return isFormula(text) ? "'" + text : text;
        }
        int first = text.indexOf(QUOTE) + 1;
        int last = Math.max(first, text.lastIndexOf(QUOTE));
        return isFormula(text.substring(first, last)) ? text.substring(0, first) + "'" + text.substring(first) : text;
    }

    /** Lines that are not records, with an apostrophe wherever a spreadsheet may take what follows for a formula. */
    public static String ofLines(String lines, char delimiter) {
        String start = "(?m)(^|" + Pattern.quote(String.valueOf(delimiter)) + ")([ \u00a0]*\"?[ \u00a0]*)(?=["
                + Pattern.quote(FORMULA) + "])";
        return Pattern.compile(start).matcher(lines).replaceAll("$1$2'");
    }

    private static boolean isFormula(String text) {
        int first = 0;
        while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\u00a0')) {
            first++;
        }
        return first < text.length()
                && STARTS.indexOf(text.charAt(first)) >= 0
                && !NUMBER.matcher(text.substring(first).stripTrailing()).matches();
    }
}
