package io.eckart.training.batch;

import io.eckart.network.pass.GradientTerm;
import io.eckart.network.pass.Pass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gradient of a batch, summed tile by tile: a tile is some rows of a matrix of weights, summed over all shares of the batch in
 * their order. A tile is small enough to be still in cache when the parameters move along it. The tiles depend on the matrices
 * alone, so the sums are the same for any number of threads.
 */
final class GradientTiles {
    /** 256 KiB of float32. */
    private static final int ENTRIES = 1 << 16;

    private final List<List<Tile>> groups = new ArrayList<>();

    /**
     * A part of the gradient.
     *
     * @param offset where it begins among the weights
     * @param length the number of weights
     */
    record Tile(int offset, int length, List<GradientTerm.Sum> sums) {

        /** Sets this part of the gradient to its sum over the batch. */
        void sum() {
            sums.getFirst().set();
            for (int i = 1; i < sums.size(); i++) {
                sums.get(i).add();
            }
        }
    }

    /** @param passes of the shares, whose terms add to the same array */
    GradientTiles(List<Pass> passes) {
        Map<Integer, List<GradientTerm>> matrices = new LinkedHashMap<>();
        for (Pass pass : passes) {
            for (GradientTerm term : pass.terms()) {
                matrices.computeIfAbsent(term.to().offset(), offset -> new ArrayList<>())
                        .add(term);
            }
        }
        matrices.values().forEach(this::cut);
    }

    private void cut(List<GradientTerm> terms) {
        int rows = terms.getFirst().to().rows();
        int columns = terms.getFirst().to().columns();
        int offset = terms.getFirst().to().offset();
        int count = Math.clamp(Math.ceilDiv(rows * columns, ENTRIES), 1, rows);
        for (int i = 0; i < count; i++) {
            int from = (int) ((long) rows * i / count);
            int to = (int) ((long) rows * (i + 1) / count);
            List<GradientTerm.Sum> sums =
                    terms.stream().map(term -> term.rows(from, to)).toList();
            add(new Tile(offset + from * columns, (to - from) * columns, sums));
        }
    }

    /** Groups small tiles, so that a small network is one group and needs no meeting of threads. */
    private void add(Tile tile) {
        boolean fits = !groups.isEmpty() && length(groups.getLast()) + tile.length() <= ENTRIES;
        if (!fits) {
            groups.add(new ArrayList<>());
        }
        groups.getLast().add(tile);
    }

    private static int length(List<Tile> group) {
        return group.stream().mapToInt(Tile::length).sum();
    }

    /** The number of groups of tiles; each group is the work of one thread. */
    int count() {
        return groups.size();
    }

    List<Tile> group(int index) {
        return groups.get(index);
    }
}
