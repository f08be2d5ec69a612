package io.eckart.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final long SEED = 73;
    private static final int COUNT = 100_000;

    /** Five standard errors of a mean of {@link #COUNT} numbers of this deviation. */
    private static double error(double deviation) {
        return 5 * deviation / Math.sqrt(COUNT);
    }

    private static Draws draws() {
        return new RandomStreams(SEED).draws("test");
    }

    @Test
    void theSamePlaceGivesTheSameNumbersWhateverWasDrawnBefore() {
        Draws one = draws();
        Draws other = draws();
        one.setTo(3, 7, 1);
        double[] first = one.doubles(20).toArray();
        other.setTo(9, 9, 9);
        other.nextGaussian();
        other.setTo(3, 7, 1);
        assertThat(other.doubles(20).toArray()).as("seed %d", SEED).containsExactly(first);
    }

    @Test
    void otherPlacesPurposesAndSeedsGiveOtherNumbers() {
        Set<Long> seen = new HashSet<>();
        Draws draws = draws();
        for (int epoch = 0; epoch < 12; epoch++) {
            for (int batch = 0; batch < 12; batch++) {
                for (int share = 0; share < 12; share++) {
                    draws.setTo(epoch, batch, share);
                    for (int i = 0; i < 5; i++) {
                        assertThat(seen.add(draws.nextLong()))
                                .as("epoch %d, batch %d, share %d, seed %d", epoch, batch, share, SEED)
                                .isTrue();
                    }
                }
            }
        }
        Draws purpose = new RandomStreams(SEED).draws("other");
        purpose.setTo(0, 0, 0);
        assertThat(seen.add(purpose.nextLong())).isTrue();
        Draws seed = new RandomStreams(SEED + 1).draws("test");
        seed.setTo(0, 0, 0);
        assertThat(seen.add(seed.nextLong())).isTrue();
    }

    @Test
    void aBoundDecidesAsTheProbabilityDoes() {
        for (float probability : new float[] {0, Float.MIN_VALUE, 0x1p-24f, 0.3f, 0.5f, 0.9999999f, 1}) {
            Draws one = draws();
            Draws other = draws();
            for (int i = 0; i < 1000; i++) {
                assertThat(other.isBelow(Draws.bound(probability)))
                        .as("draw %d with probability %s, seed %d", i, probability, SEED)
                        .isEqualTo(one.nextBoolean(probability) ? -1 : 0);
            }
        }
    }

    @Test
    void numbersAreUniformOverTheUnitInterval() {
        Draws draws = draws();
        draws.setTo(1, 2, 3);
        int[] cells = new int[20];
        double previous = 0.5;
        double product = 0;
        for (int i = 0; i < COUNT; i++) {
            double value = draws.nextDouble();
            cells[(int) (20 * value)]++;
            product += (value - 0.5) * (previous - 0.5);
            previous = value;
        }
        double square = 0;
        for (int cell : cells) {
            square += Math.pow(cell - COUNT / 20.0, 2) / (COUNT / 20.0);
        }
        // Chi squared of 19 degrees of freedom is above 50 once in 10,000 seeds.
        assertThat(square).as("chi squared, seed %d", SEED).isLessThan(50);
        assertThat(product / COUNT).as("covariance of neighbours").isCloseTo(0, within(error(1.0 / 12)));
    }

    @Test
    void firstNumbersOfNeighbouringPlacesAreIndependent() {
        Draws draws = draws();
        double mean = 0;
        double product = 0;
        double previous = 0.5;
        for (int i = 0; i < COUNT; i++) {
            draws.setTo(1 + i / 1000, i % 1000 / 4, i % 4);
            double value = draws.nextDouble();
            mean += value / COUNT;
            product += (value - 0.5) * (previous - 0.5) / COUNT;
            previous = value;
        }
        assertThat(mean).as("seed %d", SEED).isCloseTo(0.5, within(error(Math.sqrt(1.0 / 12))));
        assertThat(product).as("seed %d", SEED).isCloseTo(0, within(error(1.0 / 12)));
    }

    @Test
    void gaussianNumbersHaveTheirFourMoments() {
        Draws draws = draws();
        draws.setTo(5, 5, 5);
        double[] moments = new double[5];
        for (int i = 0; i < COUNT; i++) {
            double value = draws.nextGaussian();
            for (int p = 1; p <= 4; p++) {
                moments[p] += Math.pow(value, p) / COUNT;
            }
        }
        // Variances of z, z^2, z^3, z^4: 1, 2, 15, 96.
        assertThat(moments[1]).as("seed %d", SEED).isCloseTo(0, within(error(1)));
        assertThat(moments[2]).as("seed %d", SEED).isCloseTo(1, within(error(Math.sqrt(2))));
        assertThat(moments[3]).as("seed %d", SEED).isCloseTo(0, within(error(Math.sqrt(15))));
        assertThat(moments[4]).as("seed %d", SEED).isCloseTo(3, within(error(Math.sqrt(96))));
    }

    @Test
    void aDecisionHasItsProbability() {
        Draws draws = draws();
        for (float p : new float[] {0, 0.01f, 0.3f, 0.5f, 0.97f, 1}) {
            draws.setTo(0, 0, 1);
            int hits = 0;
            for (int i = 0; i < COUNT; i++) {
                hits += draws.nextBoolean(p) ? 1 : 0;
            }
            assertThat(hits / (double) COUNT)
                    .as("probability %g, seed %d", p, SEED)
                    .isCloseTo(p, within(error(Math.sqrt(p * (1 - p))) + 1e-12));
        }
    }
}
