package io.eckart.data.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Distinct texts, numbered in the order of their addition; lookups in parts of a character array allocate nothing. */
public final class TextSet {
    private static final int FREE = -1;

    private final List<String> texts = new ArrayList<>();
    private int[] slots = new int[16];

    public TextSet() {
        Arrays.fill(slots, FREE);
    }

    public static TextSet of(Iterable<String> texts) {
        TextSet set = new TextSet();
        for (String text : texts) {
            set.add(text.toCharArray(), 0, text.length());
        }
        return set;
    }

    public int size() {
        return texts.size();
    }

    public String get(int index) {
        return texts.get(index);
    }

    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** The number of the text from {@code from} (included) to {@code to} (excluded), -1 if there is none. */
    public int indexOf(char[] buffer, int from, int to) {
        return slots[slot(buffer, from, to)];
    }

    /** The number of this text; it is added if it is new. */
    public int add(char[] buffer, int from, int to) {
        int slot = slot(buffer, from, to);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        slots[slot] = texts.size();
        texts.add(new String(buffer, from, to - from));
        if (texts.size() * 2 > slots.length) {
            grow();
        }
        return texts.size() - 1;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        Arrays.fill(slots, FREE);
        for (int i = 0; i < texts.size(); i++) {
            char[] text = texts.get(i).toCharArray();
            slots[slot(text, 0, text.length)] = i;
        }
    }

    private int slot(char[] buffer, int from, int to) {
        int mask = slots.length - 1;
        int slot = hash(buffer, from, to) & mask;
        while (slots[slot] != FREE && !same(texts.get(slots[slot]), buffer, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int hash(char[] buffer, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + buffer[i];
        }
        return hash ^ (hash >>> 16);
    }

    private static boolean same(String text, char[] buffer, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != buffer[i]) {
                return false;
            }
        }
        return true;
    }
}
