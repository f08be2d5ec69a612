package io.eckart.numerics;

import java.util.random.RandomGenerator;

/**
 * Random numbers that can be set to any place without allocating: SplitMix64 (Steele, Lea and Flood 2014). A training step
 * sets it by the numbers of its epoch, batch and share of rows, so that what is drawn depends on neither threads nor on where
 * a run was resumed.
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

    /** Starts the stream of this place. */
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

    /** The bound with which {@link #isBelow} is as likely as this, and decides as {@link #nextBoolean} does. */
    public static int bound(float probability) {
        return (int) Math.ceil(probability / (double) UNIT);
    }

    /** All bits set where {@link #nextBoolean} would be true, else none. */
    public int isBelow(int bound) {
        return ((int) (nextLong() >>> 40) - bound) >> 31;
    }
}
