package io.eckart.report.result;

import io.eckart.report.Block;
import io.eckart.report.Field;
import io.eckart.report.ImageGrid;
import io.eckart.report.Link;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.task.RowExamples;
import java.util.ArrayList;
import java.util.List;

/** Rows to look at: as images where they are, else as a table. */
final class Examples {
    private static final Sampling TAKEN = Sampling.of("/examples/rows", "/examples/of", "evenly taken");

    private Examples() {}

    static Block block(String title, Link link, RowExamples examples) {
        return block(title, link, examples, TAKEN);
    }

    /** The same, saying which rows they are. */
    static Block block(String title, Link link, RowExamples examples, Sampling sampling) {
        if (examples.image() != null) {
            return new ImageGrid(title, "/examples", link, sampling);
        }
        List<Field> fields = new ArrayList<>(List.of(Field.count("/row", "row"), Field.text("/label", "label")));
        int views = examples.views().size();
        for (int j = 0; j < examples.columns().size(); j++) {
            for (int v = 0; v < views; v++) {
                String name = examples.columns().get(j);
                String title1 = v == 0 ? name : name + ", " + examples.views().get(v);
                fields.add(Field.number("/cells/" + v + "/" + j, title1));
            }
        }
        return new RowTable(title, Rows.of("/examples/rows"), fields, link, sampling);
    }
}
