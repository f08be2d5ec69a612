package io.eckart.data.format.csv.column;

import io.eckart.data.format.ColumnNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds texts that may be the same: they differ by case, by blanks or by one letter. */
public final class Spellings {
    /** In shorter words one letter makes another word. */
    private static final int SHORTEST = 5;

    private static final int MOST = 500;
    private static final int SHOWN = 3;

    private Spellings() {}

    /** Such as {@code 'Setosa' and 'setosa', 'virginca' and 'virginica'}; empty if there are none. */
    public static String alike(List<String> texts) {
        List<String> pairs = new ArrayList<>();
        int compared = Math.min(texts.size(), MOST);
        for (int i = 0; i < compared; i++) {
            for (int j = i + 1; j < compared; j++) {
                if (areAlike(texts.get(i), texts.get(j))) {
                    pairs.add("'" + texts.get(i) + "' and '" + texts.get(j) + "'");
                }
            }
        }
        String shown = String.join(", ", pairs.subList(0, Math.min(SHOWN, pairs.size())));
        return pairs.size() > SHOWN ? shown + " and " + (pairs.size() - SHOWN) + " more" : shown;
    }

    private static boolean areAlike(String a, String b) {
        if (plain(a).equals(plain(b))) {
            return true;
        }
        return a.length() >= SHORTEST
                && b.length() >= SHORTEST
                && digits(a).equals(digits(b))
                && ColumnNames.distance(a, b) == 1;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }
}
