package io.eckart.numerics.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestSetTest {
    @ParameterizedTest
    @CsvSource({"1,50", "5,5", "7,3", "10,1000", "64,1000"})
    void keepsWhatAFullSortWouldKeepAlsoAmongTies(int capacity, int candidates) {
        SplittableRandom random = new SplittableRandom(capacity);
        // A tenth as many distances as candidates, so that most are tied.
        double[] distances =
                random.ints(candidates, 0, 1 + candidates / 10).asDoubleStream().toArray();
        List<Integer> expected = IntStream.range(0, candidates)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> distances[i]).thenComparing(i -> i))
                .limit(capacity)
                .toList();
        NearestSet set = new NearestSet(capacity);
        for (int round = 0; round < 2; round++) {
            set.clear();
            for (int i = 0; i < candidates; i++) {
                int from = round == 0 ? i : candidates - 1 - i;
                set.offer(distances[from], from);
            }
            set.sort();
            assertThat(IntStream.range(0, set.size()).mapToObj(set::index)).isEqualTo(expected);
            assertThat(set.distance(set.size() - 1)).isEqualTo(distances[expected.getLast()]);
        }
    }

    @Test
    void theBoundIsInfiniteUntilFull() {
        NearestSet set = new NearestSet(2);
        set.offer(3, 0);
        assertThat(set.bound()).isInfinite();
        set.offer(1, 1);
        assertThat(set.bound()).isEqualTo(3);
        set.offer(2, 2);
        assertThat(set.bound()).isEqualTo(2);
    }

    @Test
    void holdsAtLeastOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new NearestSet(0)).withMessageContaining("at least 1");
    }
}
