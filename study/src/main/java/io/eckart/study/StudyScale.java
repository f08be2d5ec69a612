package io.eckart.study;

/** How much time a study may take. */
public enum StudyScale {
    /** Under two minutes on two cores. */
    QUICK(3),
    /** Under forty. */
    FULL(10);

    private final int seeds;

    StudyScale(int seeds) {
        this.seeds = seeds;
    }

    /** How many seeds every number is the mean of. */
    public int seeds() {
        return seeds;
    }

    /** The number that belongs to this scale. */
    public int choose(int quick, int full) {
        return switch (this) {
            case QUICK -> quick;
            case FULL -> full;
        };
    }
}
