package io.eckart.numerics.neighbour;

/**
 * The m nearest of the candidates offered so far, on ties those of smaller index, so the set does not depend on the order in
 * which candidates are offered. A heap with the farthest on top; reused for one query after another.
 */
public final class NearestSet {
    private final double[] distances;
    private final int[] indices;
    private int size;

    /** @throws IllegalArgumentException if {@code capacity} is below 1 */
    public NearestSet(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a set of neighbours holds at least 1, got " + capacity);
        }
        distances = new double[capacity];
        indices = new int[capacity];
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    /** The largest distance kept, which a candidate must not exceed; infinite while there is room. */
    public double bound() {
        return size < distances.length ? Double.POSITIVE_INFINITY : distances[0];
    }

    /**
     * Adds a candidate if it is nearer than one that is kept or there is room.
     *
     * @param distance not NaN
     */
    public void offer(double distance, int index) {
        if (size < distances.length) {
            rise(distance, index);
        } else if (farther(distances[0], indices[0], distance, index)) {
            sink(distance, index, size);
        }
    }

    /** Sorts the candidates kept, nearest first. No candidate may be offered after that until {@link #clear}. */
    public void sort() {
        int kept = size;
        for (int last = kept - 1; last > 0; last--) {
            double distance = distances[last];
            int index = indices[last];
            distances[last] = distances[0];
            indices[last] = indices[0];
            sink(distance, index, last);
        }
    }

    /** The index of the i-th candidate kept. */
    public int index(int i) {
        return indices[i];
    }

    /** The distance of the i-th candidate kept. */
    public double distance(int i) {
        return distances[i];
    }

    private void rise(double distance, int index) {
        int at = size++;
        while (at > 0) {
            int parent = (at - 1) / 2;
            if (!farther(distance, index, distances[parent], indices[parent])) {
                break;
            }
            put(at, distances[parent], indices[parent]);
            at = parent;
        }
        put(at, distance, index);
    }

    private void sink(double distance, int index, int count) {
        int at = 0;
        while (2 * at + 1 < count) {
            int child = 2 * at + 1;
            if (child + 1 < count
                    && farther(distances[child + 1], indices[child + 1], distances[child], indices[child])) {
                child++;
            }
            if (!farther(distances[child], indices[child], distance, index)) {
                break;
            }
            put(at, distances[child], indices[child]);
            at = child;
        }
        put(at, distance, index);
    }

    private void put(int at, double distance, int index) {
        distances[at] = distance;
        indices[at] = index;
    }

    private static boolean farther(double distance, int index, double other, int otherIndex) {
        return distance > other || (distance == other && index > otherIndex);
    }
}
