package io.eckart.data.format.csv.column;

import io.eckart.data.ColumnType;
import io.eckart.data.Remedy;

/**
 * The cells of a column that are not plain numbers, in messages about them.
 *
 * @param format how the numbers of the column are written
 */
record OddTexts(ColumnProfile profile, CellFormat format) {

    /** Those that are numbers in no format, or if there are none, those in another one. */
    private TextCounts counts() {
        return profile.texts.total() > 0 ? profile.texts : profile.formatted;
    }

    private boolean isOdd(String text) {
        return Double.isNaN(format.parse(text.toCharArray(), 0, text.length()));
    }

    /** The most frequent ones. */
    String shown() {
        String shown = counts().shown(this::isOdd);
        return shown.isEmpty() ? "those with another decimal mark" : shown;
    }

    /** What the cells that are read as numbers have, apart from what the words of the format say. */
    String signs() {
        boolean parentheses = profile.formatted.counts().keySet().stream().anyMatch(text -> text.endsWith(")"));
        boolean others = format.words().equals("numbers");
        return parentheses ? ", negative in parentheses" : others ? ", such as " + profile.formatted.shown() : "";
    }

    String first() {
        return counts().first();
    }

    long firstRow() {
        return counts().firstRow();
    }

    Remedy[] remedies() {
        Remedy missing = counts().first(this::isOdd)
                .map(text -> Remedy.declareMissing(profile.name, text))
                .orElseGet(() -> Remedy.choose(Remedy.Setting.DECIMAL, isComma() ? "." : ","));
        return new Remedy[] {
            missing, new Remedy.GiveType(profile.name, ColumnType.CATEGORY), Remedy.leaveOut(profile.name)
        };
    }

    private boolean isComma() {
        return format instanceof NumberStyle style && style.decimal() == ',';
    }
}
