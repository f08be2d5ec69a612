package io.eckart.study.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Passes on values of several threads in the order of their indices: each waits for those before it. */
final class InOrder<T> {
    private final Consumer<T> sink;
    private final Map<Integer, T> waiting = new HashMap<>();
    private final List<T> all = new ArrayList<>();
    private int next;
    private int brought;

    /** @param sink receives each value once all before it are there */
    InOrder(Consumer<T> sink) {
        this.sink = sink;
    }

    /** Adds a value; returns the number of values added so far. */
    synchronized int put(int index, T value) {
        waiting.put(index, value);
        for (T ready = waiting.remove(next); ready != null; ready = waiting.remove(++next)) {
            all.add(ready);
            sink.accept(ready);
        }
        return ++brought;
    }

    /** The values passed on so far. */
    synchronized List<T> all() {
        return List.copyOf(all);
    }
}
