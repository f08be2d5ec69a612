package io.eckart.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a page, with a title.
 *
 * @param folded whether only the title is seen until somebody opens it: what a first reader does not need
 */
public record Section(String title, List<Block> blocks, boolean folded) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    public static Section of(String title, Block... blocks) {
        return new Section(title, List.of(blocks), false);
    }

    /** The same, shown by its title alone until it is opened. */
    public Section fold() {
        return new Section(title, blocks, true);
    }

    /** The same with more blocks at its end. */
    public Section and(Block... more) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(List.of(more));
        return new Section(title, all, folded);
    }

    /** The same with more blocks at its end, where there is something to show in them. */
    public Section andIf(boolean shown, Block... more) {
        return shown ? and(more) : this;
    }
}
