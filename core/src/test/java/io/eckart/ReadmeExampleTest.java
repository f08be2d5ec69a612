package io.eckart;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.data.Table;
import io.eckart.data.file.Tables;
import io.eckart.data.format.ReadOptions;
import io.eckart.model.Pca;
import io.eckart.model.fitted.FittedModel;
import io.eckart.numerics.FloatMatrix;
import io.eckart.task.FitOptions;
import io.eckart.task.fit.Controls;
import io.eckart.task.fit.Fit;
import io.eckart.task.fit.Fitted;
import io.eckart.task.fit.FittedAutoencoder;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.PcaConfig;
import io.eckart.training.PcaFit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in README.md is the code between the two markers here: it compiles, runs and is the same text. */
class ReadmeExampleTest {
    private static final Path SOURCE =
            SourceTree.ROOT.resolve("core", "src", "test", "java", "io", "eckart", "ReadmeExampleTest.java");
    private static final Pattern REGION = Pattern.compile("(?ms)^ *// README\\n(.*?)^ *// README\\n");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

    private static double example(Path data, Path file) {
        // README
        Table table = Tables.read(data, ReadOptions.DEFAULT.withLabel("species"));
        Fitted<Pca, PcaFit> fitted = Fit.pca(table, PcaConfig.keepingEnergy(0.95), FitOptions.DEFAULT);
        FloatMatrix codes = fitted.model().encode(table); // n x k
        double explained = fitted.evaluation().energyExplained(); // measured over the rows
        fitted.model().save(file, false); // FittedModel.load(file) reads it back
        FittedAutoencoder network = Fit.autoencoder(table, AutoencoderConfig.network(1), FitOptions.DEFAULT);
        Controls.Contrast clean = network.controls().clean(); // its error, PCA's, the column means', its own untrained
        // README
        assertThat(clean.model()).isLessThan(clean.columnMean());
        assertThat(codes.rows()).isEqualTo(table.rows());
        return explained;
    }

    @Test
    void readmeShowsTheCodeThatRunsHere() {
        String shown = find(FENCE, SourceTree.read(SourceTree.ROOT.resolve("README.md")));
        String run = find(REGION, SourceTree.read(SOURCE)).stripTrailing().stripIndent() + "\n";
        assertThat(shown).isEqualTo(run);
    }

    @Test
    void theExampleRuns(@TempDir Path folder) throws IOException {
        Path data = Files.writeString(folder.resolve("data.csv"), "a,b,species\n1,2,x\n2,4.1,y\n5,10,y\n");
        Path file = folder.resolve("model.safetensors");
        assertThat(example(data, file)).isGreaterThan(0.95);
        assertThat(FittedModel.load(file).model()).isInstanceOf(Pca.class);
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("a match of %s", pattern).isTrue();
        return matcher.group(1);
    }
}
