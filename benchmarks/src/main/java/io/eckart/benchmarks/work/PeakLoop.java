package io.eckart.benchmarks.work;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Fused multiply-adds of whole registers, ten of them independent, which keeps two units with a latency of four or five cycles busy.
 * Needs the module {@code jdk.incubator.vector}: of a plain loop the compiler makes slower code.
 */
final class PeakLoop {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 10;

    /** Operations of a repeat, a multiplication and an addition being two. */
    static final int OPERATIONS = 2 * CHAINS * SPECIES.length();

    /** Short enough that the compiled loop takes over at the next call. */
    private static final int INNER = 100_000;

    private PeakLoop() {}

    /**
     * Runs the loop.
     *
     * @param repeats a multiple of 100,000
     * @return the sum of what was computed, above 0
     */
    static float run(int repeats) {
        float sum = 0;
        for (int done = 0; done < repeats; done += INNER) {
            sum += chains();
        }
        return sum;
    }

    private static float chains() {
        FloatVector x = FloatVector.broadcast(SPECIES, 0.01f);
        FloatVector y = FloatVector.broadcast(SPECIES, 0.02f);
        FloatVector a = x;
        FloatVector b = x;
        FloatVector c = x;
        FloatVector d = x;
        FloatVector e = x;
        FloatVector f = x;
        FloatVector g = x;
        FloatVector h = x;
        FloatVector i = x;
        FloatVector j = x;
        for (int r = 0; r < INNER; r++) {
            a = x.fma(y, a);
            b = x.fma(y, b);
            c = x.fma(y, c);
            d = x.fma(y, d);
            e = x.fma(y, e);
            f = x.fma(y, f);
            g = x.fma(y, g);
            h = x.fma(y, h);
            i = x.fma(y, i);
            j = x.fma(y, j);
        }
        FloatVector sum =
                a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j);
        return sum.reduceLanes(VectorOperators.ADD);
    }
}
