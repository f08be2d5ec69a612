package io.eckart.data.format.csv.column;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** How often texts occur: the first different ones are counted singly, the others together, so that memory stays small. */
public final class TextCounts {
    private static final int DIFFERENT = 24;
    private static final int SHOWN = 3;
    private static final int SHOWN_LENGTH = 40;

    private final Map<String, Long> counts = new LinkedHashMap<>();
    private long total;
    private long firstRow;
    private long lastRow;
    private String last = "";

    /** Takes a text; of a long one only the beginning is kept. */
    public void add(long row, char[] buffer, int from, int to) {
        firstRow = total++ == 0 ? row : firstRow;
        String text = new String(buffer, from, Math.min(to - from, SHOWN_LENGTH));
        if (counts.size() < DIFFERENT || counts.containsKey(text)) {
            counts.merge(text, 1L, Long::sum);
        }
        last = text;
        lastRow = row;
    }

    /** Forgets the text taken last if it is from a row that turned out to be none. */
    public void takeBack(long row) {
        if (total > 0 && lastRow == row) {
            total--;
            counts.computeIfPresent(last, (text, count) -> count == 1 ? null : count - 1);
        }
    }

    public long total() {
        return total;
    }

    public long firstRow() {
        return firstRow;
    }

    public String first() {
        return counts.keySet().iterator().next();
    }

    /** The first text of a kind. */
    public Optional<String> first(Predicate<String> chosen) {
        return counts.keySet().stream().filter(chosen).findFirst();
    }

    /** The texts that are counted singly. */
    public Map<String, Long> counts() {
        return counts;
    }

    /** Whether there are so many different texts that not all are counted singly. */
    public boolean isFull() {
        return counts.size() == DIFFERENT;
    }

    /** The most frequent ones, such as {@code '-' (12), 'Unknown' (3) and others}. */
    public String shown() {
        return shown(text -> true);
    }

    /** The most frequent ones of some texts. */
    public String shown(Predicate<String> chosen) {
        List<String> frequent = counts.entrySet().stream()
                .filter(e -> chosen.test(e.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN + 1)
                .map(e -> "'" + e.getKey() + "'" + (e.getValue() > 1 ? " (" + e.getValue() + ")" : ""))
                .toList();
        String first = String.join(", ", frequent.subList(0, Math.min(SHOWN, frequent.size())));
        return frequent.size() > SHOWN ? first + " and others" : first;
    }
}
