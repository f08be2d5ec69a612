package io.eckart.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

    private static long[] draw(SplittableRandom random) {
        return random.longs(1000).toArray();
    }

    @Test
    void sameSeedAndPurposeGiveTheSameNumbers() {
        RandomStreams streams = new RandomStreams(7);
        assertThat(draw(streams.stream("noise"))).isEqualTo(draw(new RandomStreams(7).stream("noise")));
        streams.stream("split").nextLong();
        assertThat(draw(streams.stream("noise"))).isEqualTo(draw(new RandomStreams(7).stream("noise")));
        assertThat(draw(streams.child("restart", 3).stream("start")))
                .isEqualTo(draw(new RandomStreams(7).child("restart", 3).stream("start")));
    }

    /** Published values: the first output of SplitMix64 for the seed 1234567, and FNV-1a (64 bits) of "foobar". */
    @Test
    void theFunctionsAreThoseTheyAreNamedAfter() {
        assertThat(RandomStreams.mix(1234567 + 0x9e3779b97f4a7c15L)).isEqualTo(6457827717110365317L);
        long seed = RandomStreams.mix(7 ^ RandomStreams.mix(0x85944171f73967e8L));
        assertThat(draw(new RandomStreams(7).stream("foobar"))).isEqualTo(draw(new SplittableRandom(seed)));
    }

    @Test
    void seedsPurposesAndChildrenStartDifferentStreams() {
        Set<Long> first = new HashSet<>();
        int count = 0;
        for (long seed : new long[] {0, 1, 2, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            RandomStreams streams = new RandomStreams(seed);
            for (String purpose : new String[] {"", "a", "b", "ab", "ba", "noise", "Noise"}) {
                first.add(streams.stream(purpose).nextLong());
                count++;
                for (int i = 0; i < 5; i++) {
                    first.add(streams.child(purpose, i).stream("start").nextLong());
                    count++;
                }
            }
        }
        assertThat(first).hasSize(count);
    }

    @Test
    void streamsOfNeighbouringSeedsAndPurposesAreNotCorrelated() {
        int n = 20_000;
        SplittableRandom[] streams = {
            new RandomStreams(1).stream("a"),
            new RandomStreams(2).stream("a"),
            new RandomStreams(1).stream("b"),
            new RandomStreams(1).child("a", 0).stream("a"),
            new RandomStreams(1).child("a", 1).stream("a")
        };
        double[][] draws = new double[streams.length][];
        for (int i = 0; i < streams.length; i++) {
            draws[i] = streams[i].doubles(n, -1, 1).toArray();
        }
        for (int i = 0; i < streams.length; i++) {
            for (int j = 0; j < i; j++) {
                double correlation = 0;
                for (int p = 0; p < n; p++) {
                    correlation += 3 * draws[i][p] * draws[j][p] / n;
                }
                // Five standard errors of a correlation over 20,000 pairs, 1 / sqrt(n) each.
                assertThat(correlation).as("streams %d and %d", i, j).isCloseTo(0, within(5 / Math.sqrt(n)));
            }
        }
    }
}
