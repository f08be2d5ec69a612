package io.eckart.report.result;

import io.eckart.report.Block;
import io.eckart.report.Field;
import io.eckart.report.ImageGrid;
import io.eckart.report.Json;
import io.eckart.report.Link;
import io.eckart.report.RowTable;
import io.eckart.report.Rows;
import io.eckart.report.Sampling;
import io.eckart.task.RowExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Rows to look at: as images where they are, else as a table. */
final class Examples {
    private static final Sampling TAKEN = Sampling.of("/examples/rows", "/examples/of", "evenly taken");

    private Examples() {}

    /** The member of a page's data that the blocks point to. */
    static Map<String, JsonNode> data(Optional<RowExamples> examples) {
        return examples.<Map<String, JsonNode>>map(rows -> Map.of("examples", Json.record(rows)))
                .orElse(Map.of());
    }

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
                String heading = v == 0 ? name : name + ", " + examples.views().get(v);
                fields.add(Field.number("/cells/" + v + "/" + j, heading));
            }
        }
        return new RowTable(title, Rows.of("/examples/rows"), fields, link, sampling, false);
    }
}
