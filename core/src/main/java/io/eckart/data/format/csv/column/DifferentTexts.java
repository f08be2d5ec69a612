package io.eckart.data.format.csv.column;

import java.util.HashSet;
import java.util.Set;

/** Whether texts are all different, as the first ones show; these are kept as hashes of 64 bits. */
final class DifferentTexts {
    private static final int COMPARED = 1000;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Set<Long> hashes = new HashSet<>();
    private boolean repeated;
    private boolean comparing = true;

    void add(char[] buffer, int from, int to) {
        if (comparing) {
            repeated = !hashes.add(hash(buffer, from, to));
            comparing = !repeated && hashes.size() < COMPARED;
        }
    }

    boolean areDifferent() {
        return !repeated;
    }

    /** FNV-1a of the characters. */
    private static long hash(char[] buffer, int from, int to) {
        long hash = FNV_BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ buffer[i]) * FNV_PRIME;
        }
        return hash;
    }
}
