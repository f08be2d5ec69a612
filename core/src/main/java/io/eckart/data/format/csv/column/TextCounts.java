package io.eckart.data.format.csv.column;

import io.eckart.data.format.TextSet;
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

    private final TextSet texts = new TextSet();
    private final long[] counts = new long[DIFFERENT];
    private long total;
    private long firstRow;

    /** Takes a text; of a long one only the beginning is kept. */
    public void add(long row, char[] buffer, int from, int to) {
        firstRow = total++ == 0 ? row : firstRow;
        int end = Math.min(to, from + SHOWN_LENGTH);
        int index = texts.size() < DIFFERENT ? texts.add(buffer, from, end) : texts.indexOf(buffer, from, end);
        if (index >= 0) {
            counts[index]++;
        }
    }

    public long total() {
        return total;
    }

    public long firstRow() {
        return firstRow;
    }

    public String first() {
        return counts().keySet().iterator().next();
    }

    /** The first text of a kind. */
    public Optional<String> first(Predicate<String> chosen) {
        return counts().keySet().stream().filter(chosen).findFirst();
    }

    /** The texts that are counted singly. */
    public Map<String, Long> counts() {
        Map<String, Long> byText = new LinkedHashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            if (counts[i] > 0) {
                byText.put(texts.get(i), counts[i]);
            }
        }
        return byText;
    }

    /** Whether there are so many different texts that not all are counted singly. */
    public boolean isFull() {
        return texts.size() == DIFFERENT;
    }

    /** The most frequent ones, such as {@code '-' (12), 'Unknown' (3) and others}. */
    public String shown() {
        return shown(text -> true);
    }

    /** The most frequent ones of some texts. */
    public String shown(Predicate<String> chosen) {
        List<String> frequent = counts().entrySet().stream()
                .filter(e -> chosen.test(e.getKey()))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN + 1)
                .map(e -> "'" + e.getKey() + "'" + (e.getValue() > 1 ? " (" + e.getValue() + ")" : ""))
                .toList();
        String first = String.join(", ", frequent.subList(0, Math.min(SHOWN, frequent.size())));
        return frequent.size() > SHOWN ? first + " and others" : first;
    }
}
