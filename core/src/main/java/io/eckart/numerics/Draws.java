package io.eckart.numerics;

import java.util.random.RandomGenerator;

/**
 * A random generator that can be set to any position without allocating: SplitMix64 (Steele, Lea and Flood 2014). A training
 * step sets it by the numbers of its epoch, batch and share of rows, so the numbers depend neither on threads nor on where a run
 * was resumed.
 *
 * <p>Not thread-safe: one for each thread, from {@link RandomStreams#draws}.
 */
public final class Draws implements RandomGenerator {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final float UNIT = 0x1p-24f;

    private final long key;
    private long state;

    Draws(long key) {
        this.key = key;
        this.state = key;
    }

    /** Starts the stream of this position. */
    public void setTo(long epoch, long batch, long share) {
        state = RandomStreams.mix(RandomStreams.mix(RandomStreams.mix(key + epoch) + batch) + share);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return RandomStreams.mix(state);
    }

    /** True with this probability. */
    public boolean nextBoolean(float probability) {
        return (nextLong() >>> 40) * UNIT < probability;
    }

    /** The bound for which {@link #isBelow} decides as {@link #nextBoolean} does for this probability. */
    public static int bound(float probability) {
        return (int) Math.ceil(probability / (double) UNIT);
    }

    /** -1 (all bits set) where {@link #nextBoolean} would be true, else 0. */
    public int isBelow(int bound) {
        return ((int) (nextLong() >>> 40) - bound) >> 31;
    }
}
