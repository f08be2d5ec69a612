package io.eckart.numerics;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Independent random streams from one seed, one for each named purpose: what one part of a program draws does not change the
 * numbers of another part.
 *
 * <pre>{@code
 * SplittableRandom folds = new RandomStreams(42).stream("folds");
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param seed the user's seed; any value
 */
public record RandomStreams(long seed) {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** The stream of this purpose; the same name gives the same numbers each time. */
    public SplittableRandom stream(String purpose) {
        return new SplittableRandom(mix(seed ^ mix(hash(purpose))));
    }

    /** Streams for the {@code index}-th repetition of something, such as a restart or a fold. */
    public RandomStreams child(String purpose, int index) {
        return new RandomStreams(mix(mix(seed ^ mix(hash(purpose))) + index));
    }

    /** A generator for this purpose that can be set to any position. */
    public Draws draws(String purpose) {
        return new Draws(mix(seed ^ mix(hash(purpose))));
    }

    /** Puts values into random order by the algorithm of Fisher and Yates (Durstenfeld 1964), in place. */
    public static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[other];
            values[other] = value;
        }
    }

    private static long hash(String purpose) {
        long hash = FNV_OFFSET;
        for (byte b : purpose.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        return hash;
    }

    /** Finalizer of SplitMix64 (Steele, Lea and Flood 2014). */
    static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }
}
