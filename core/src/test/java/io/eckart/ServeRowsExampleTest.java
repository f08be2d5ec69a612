package io.eckart;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.model.Encoder;
import io.eckart.model.RowEncoder;
import io.eckart.model.fitted.FittedModel;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.Fit;
import io.eckart.training.PcaConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/how-to/serve-rows.md is the code between the two markers here. */
class ServeRowsExampleTest {

    private static float[] example(Path file, Table table) {
        // SHOWN
        FittedModel<?> fitted = FittedModel.load(file);
        RowEncoder encoder = ((Encoder) fitted.model()).rowEncoder(); // one for each thread
        float[] row = fitted.encoding().encode(table).copyRows(0, 1).values(); // d features
        float[] code = new float[fitted.model().codeSize()];
        encoder.encode(row, code);
        // SHOWN
        return code;
    }

    @Test
    void whatIsShownRunsAndGivesTheCodeOfTheBatch(@TempDir Path folder) throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n2,4.1\n5,10\n");
        Path file = folder.resolve("model.safetensors");
        Table table = Tables.read(data, ReadOptions.DEFAULT);
        var fitted = Fit.pca(table, PcaConfig.keepingEnergy(0.95), FitOptions.DEFAULT);
        fitted.model().save(file, false);
        assertThat(example(file, table))
                .isEqualTo(fitted.model().encode(table).copyRows(0, 1).values());
        String source =
                SourceTree.read(SourceTree.ROOT.resolve("core/src/test/java/io/eckart/ServeRowsExampleTest.java"));
        String shown =
                source.split("// SHOWN\n", -1)[1].lines().map(String::strip).reduce("", (a, b) -> a + b + "\n");
        String page = SourceTree.read(SourceTree.ROOT.resolve("docs/how-to/serve-rows.md"));
        assertThat(page).contains("```java\n" + shown.replaceFirst("\n$", "") + "```");
    }
}
