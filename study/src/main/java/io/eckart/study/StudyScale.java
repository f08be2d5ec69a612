package io.eckart.study;

/** How much time a study may take. */
public enum StudyScale {
    /** Under two minutes on two cores. */
    QUICK(5),
    /** Under forty. */
    FULL(10);

    private final int seeds;

    StudyScale(int seeds) {
        this.seeds = seeds;
    }

    /** The number of seeds over which every number is averaged. */
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
