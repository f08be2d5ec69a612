package io.eckart.report;

import java.util.ArrayList;
import java.util.List;

/** A part of a page, with a title. */
public record Section(String title, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    public static Section of(String title, Block... blocks) {
        return new Section(title, List.of(blocks));
    }

    /** The same with more blocks at its end. */
    public Section and(Block... more) {
        List<Block> all = new ArrayList<>(blocks);
        all.addAll(List.of(more));
        return new Section(title, all);
    }

    /** The same with more blocks at its end, where there is something to show in them. */
    public Section andIf(boolean shown, Block... more) {
        return shown ? and(more) : this;
    }
}
