package io.eckart.report.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Table;
import io.eckart.model.Pca;
import io.eckart.report.Json;
import io.eckart.report.Origin;
import io.eckart.report.ReportWriter;
import io.eckart.task.FitOptions;
import io.eckart.task.RowExamples;
import io.eckart.task.clean.ModelExamples;
import io.eckart.task.explore.Exploration;
import io.eckart.task.explore.Explorer;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.Fitted;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The example in docs/how-to/report.md is the code between the two markers here: it compiles, runs and is the same text. */
class ReportExampleTest {
    private static final Path ROOT = Path.of(System.getProperty("eckart.root", ".."));
    private static final Pattern REGION = Pattern.compile("(?ms)^ *// EXAMPLE\\n(.*?)^ *// EXAMPLE\\n");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    private static String example(Table table, Path folder) {
        // EXAMPLE
        Fitted<Pca, PcaFit> fitted = Fit.pca(table, PcaConfig.components(1), FitOptions.DEFAULT);
        String json = Json.text(FitJson.pca(fitted)); // what fit --json prints
        Origin origin = Origins.now("my program", OptionalLong.of(0), 1);
        Optional<RowExamples> rows = ModelExamples.reconstructions(table, fitted.model(), 0); // some rows to look at
        ReportWriter.write(FitPage.pca(fitted, rows, origin), folder.resolve("fit.html"), false);
        Exploration found = Explorer.explore(table, FitOptions.DEFAULT);
        ReportWriter.write(ExplorationPage.of(found, origin), folder.resolve("explore.html"), false);
        // EXAMPLE
        return json;
    }

    @Test
    void thePageShowsTheCodeThatRunsHere() throws IOException {
        String shown = find(FENCE, Files.readString(ROOT.resolve("docs/how-to/report.md")));
        Path source = ROOT.resolve("report/src/test/java/io/eckart/report/result/ReportExampleTest.java");
        String run = find(REGION, Files.readString(source)).stripTrailing().stripIndent() + "\n";
        assertThat(shown).isEqualTo(run);
    }

    @Test
    void theExampleRuns(@TempDir Path folder) throws IOException {
        String json = example(Samples.groups(40), folder);
        assertThat(JsonMapper.shared().readTree(json).path("k").intValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("fit.html"))).contains("Fit of pca", "my program");
        assertThat(Files.readString(folder.resolve("explore.html"))).contains("What is in the data");
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("a match of %s", pattern).isTrue();
        return matcher.group(1);
    }
}
