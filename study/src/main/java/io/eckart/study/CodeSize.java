package io.eckart.study;

import java.util.Arrays;
import java.util.List;

/** The code size k in relation to the number of features d and the intrinsic dimension d' of the data. */
public enum CodeSize {
    BELOW("k < d'", true),
    INTRINSIC("k = d'", false),
    BETWEEN("d' < k < d", true),
    EQUAL("k = d", true),
    DOUBLE("k = 2 d", true);

    private final String label;
    private final boolean crossed;

    CodeSize(String label, boolean crossed) {
        this.label = label;
        this.crossed = crossed;
    }

    /** For people and files. */
    public String label() {
        return label;
    }

    /** Whether it is crossed with all other factors; the rest is run with fewer. */
    public boolean isCrossed() {
        return crossed;
    }

    /** The levels that are crossed. */
    public static List<CodeSize> crossed() {
        return Arrays.stream(values()).filter(CodeSize::isCrossed).toList();
    }

    /**
     * k.
     *
     * @param intrinsic d', from 1 to d - 2
     */
    public int of(int intrinsic, int features) {
        return switch (this) {
            case BELOW -> Math.max(1, intrinsic / 2);
            case INTRINSIC -> intrinsic;
            case BETWEEN -> (intrinsic + features) / 2;
            case EQUAL -> features;
            case DOUBLE -> 2 * features;
        };
    }
}
