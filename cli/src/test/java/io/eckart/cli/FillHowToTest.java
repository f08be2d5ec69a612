package io.eckart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.task.FitOptions;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java of docs/how-to/fill-missing-cells.md runs and does what is said of it. */
class FillHowToTest {
    private static final Path ROOT = Path.of(System.getProperty("eckart.root", ".."));
    private static final Path PAGE = ROOT.resolve("docs/how-to/fill-missing-cells.md");
    private static final Path SOURCE = ROOT.resolve("cli/src/test/java/io/eckart/cli/FillHowToTest.java");

    @TempDir
    private Path folder;

    private static Table example(Path data) {
        // HOW-TO
        Table table = Tables.read(data, ReadOptions.DEFAULT);
        Fill.Choice choice = Fill.auto(table, FillPlan.DEFAULT, FitOptions.DEFAULT.withScaling(Scaling.STANDARD));
        Table filled = choice.model().fill(table); // fills tables with rows never seen as well
        // HOW-TO
        return filled;
    }

    @Test
    void theJavaRunsAndIsWhatThePageShows() throws IOException {
        Path people = folder.resolve("people.csv");
        Console.done("sample", "people", "--rows", 60, "-o", people);
        Table filled = example(people);
        for (int i = 0; i < filled.rows(); i++) {
            for (int j = 0; j < filled.width(); j++) {
                assertThat(filled.isMissing(i, j)).isFalse();
            }
        }
        Matcher run =
                Pattern.compile("(?ms)^ *// HOW-TO\\n(.*?)^ *// HOW-TO\\n").matcher(Files.readString(SOURCE));
        assertThat(run.find()).isTrue();
        assertThat(Files.readString(PAGE)).contains(run.group(1).stripTrailing().stripIndent());
    }
}
