package io.eckart.study.judgement;

import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Measurements that were never made: each name has the value a test wants. */
public final class Answers extends AbstractMap<String, Double> {
    private final ToDoubleFunction<String> value;

    private Answers(ToDoubleFunction<String> value) {
        this.value = value;
    }

    /** Three seeds that agree. */
    public static SeedRuns of(ToDoubleFunction<String> value) {
        List<Map<String, Double>> runs = IntStream.range(0, 3)
                .mapToObj(seed -> (Map<String, Double>) new Answers(value))
                .toList();
        return new SeedRuns(runs);
    }

    @Override
    public Double get(Object name) {
        return value.applyAsDouble((String) name);
    }

    @Override
    public Set<Entry<String, Double>> entrySet() {
        return Set.of();
    }
}
