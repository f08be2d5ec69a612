package io.eckart.study.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Hands on what several threads bring, in the order of its numbers: each waits here for those before it. */
final class InOrder<T> {
    private final Consumer<T> sink;
    private final Map<Integer, T> waiting = new HashMap<>();
    private final List<T> all = new ArrayList<>();
    private int next;
    private int brought;

    /** @param sink hears each when all before it are there */
    InOrder(Consumer<T> sink) {
        this.sink = sink;
    }

    /** Brings one; says how many were brought so far. */
    synchronized int put(int index, T value) {
        waiting.put(index, value);
        for (T ready = waiting.remove(next); ready != null; ready = waiting.remove(++next)) {
            all.add(ready);
            sink.accept(ready);
        }
        return ++brought;
    }

    /** What was handed on. */
    synchronized List<T> all() {
        return List.copyOf(all);
    }
}
