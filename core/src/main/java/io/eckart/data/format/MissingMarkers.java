package io.eckart.data.format;

import java.util.Set;

/** The texts that mean a missing cell: the empty one, the common markers (those of pandas, and "?") and the user's. */
final class MissingMarkers {
    private static final Set<String> COMMON = Set.of(
            "",
            "#N/A",
            "#N/A N/A",
            "#NA",
            "-1.#IND",
            "-1.#QNAN",
            "-NaN",
            "-nan",
            "1.#IND",
            "1.#QNAN",
            "<NA>",
            "?",
            "N/A",
            "NA",
            "NULL",
            "NaN",
            "None",
            "n/a",
            "nan",
            "null");

    private final TextSet markers = TextSet.of(COMMON);
    private final boolean[] starts = new boolean[128];
    private int longest;

    MissingMarkers(Set<String> own) {
        for (String marker : own) {
            String trimmed = marker.strip();
            markers.add(trimmed.toCharArray(), 0, trimmed.length());
        }
        for (String marker : markers.texts()) {
            longest = Math.max(longest, marker.length());
            if (!marker.isEmpty() && marker.charAt(0) < starts.length) {
                starts[marker.charAt(0)] = true;
            }
        }
    }

    boolean matches(char[] buffer, int from, int to) {
        if (from == to) {
            return true;
        }
        boolean possible = to - from <= longest && (buffer[from] >= starts.length || starts[buffer[from]]);
        return possible && markers.indexOf(buffer, from, to) >= 0;
    }

    boolean matches(String text) {
        return matches(text.toCharArray(), 0, text.length());
    }
}
