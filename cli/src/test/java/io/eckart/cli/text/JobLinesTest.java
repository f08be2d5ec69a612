package io.eckart.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.cli.SmallStudy;
import io.eckart.data.Scaling;
import io.eckart.data.Table;
import io.eckart.data.synthetic.SensorTable;
import io.eckart.study.demo.Demo;
import io.eckart.study.demo.DemoSize;
import io.eckart.task.FitOptions;
import io.eckart.task.compare.Comparer;
import io.eckart.task.compare.ComparisonConfig;
import io.eckart.task.explore.Explorer;
import io.eckart.task.fill.Fill;
import io.eckart.task.fill.FillPlan;
import io.eckart.task.fit.Fit;
import io.eckart.task.label.CurveOptions;
import io.eckart.task.label.FineTune;
import io.eckart.task.label.FineTuneOptions;
import io.eckart.task.label.Label;
import io.eckart.task.label.LabelMethod;
import io.eckart.task.label.LabelOptions;
import io.eckart.training.AutoencoderConfig;
import io.eckart.training.FineTuneConfig;
import io.eckart.training.KMeansConfig;
import io.eckart.training.TrainingConfig;
import io.eckart.training.TrainingListener;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of real jobs: every line fits into 80 columns, and no word of it is cut. */
class JobLinesTest {
    private static final int COLUMNS = 79;

    private final ProgressView view = new ProgressView(0);
    private final Set<String> lines = new LinkedHashSet<>();
    private double now;

    /** Each event comes some seconds after the one before, so that times of all sizes are shown. */
    private final TrainingListener listener = event -> {
        view.on(event, now);
        now += 0.7;
        String line = view.line(COLUMNS, now);
        lines.add(line);
        assertThat(line.length()).as(line).isLessThanOrEqualTo(COLUMNS);
        assertThat(words(line)).as(line).isSubsetOf(words(view.line(1000, now)));
    };

    private final FitOptions options = FitOptions.DEFAULT.withThreads(2).withListener(listener);

    private static List<String> words(String line) {
        return List.of(line.replaceAll("\\[[= ]*]", " ").strip().split("[ ,:]+", -1));
    }

    private static Table table() {
        return new SensorTable(150, 8, 3, 0.1, 0.05, 0, 1).generate().table();
    }

    private static Table labelled() {
        Table table = table();
        @Nullable String[] labels = new String[table.rows()];
        Arrays.setAll(labels, i -> i % 4 == 3 ? null : i % 3 == 0 ? "a" : "b");
        return table.withLabels("y", labels);
    }

    private void assertShown(String... starts) {
        for (String start : starts) {
            assertThat(lines).as(start).anyMatch(line -> line.startsWith(start));
        }
        assertThat(view.line(COLUMNS, now)).as("nothing is left").isEmpty();
    }

    @Test
    void label() {
        Label.rows(labelled(), LabelOptions.DEFAULT, options);
        assertShown("label 1 of ", "label 3 of ");
        assertThat(lines).anyMatch(line -> line.contains("autoencoder-softmax, fold 2 of"));
    }

    @Test
    void curve() {
        CurveOptions curve =
                CurveOptions.DEFAULT.withLevels(List.of(3)).withSeeds(2).withMethods(List.of(LabelMethod.FINETUNE));
        Label.curve(labelled(), curve, LabelOptions.DEFAULT, options);
        assertShown("label 1 of 2: 3 labels, draw 1, finetune", "label 2 of 2: 3 labels, draw 2, finetune");
    }

    @Test
    void fill() {
        Fill.auto(table(), FillPlan.DEFAULT, options.withScaling(Scaling.STANDARD));
        assertShown("fill 1 of ", "fill 3 of ");
        assertThat(lines).anyMatch(line -> line.contains("masked, repetition 2"));
    }

    @Test
    void compare() {
        Comparer.compare(labelled(), ComparisonConfig.DEFAULT, options);
        assertShown("compare 1 of ", "compare 4 of ");
        assertThat(lines).anyMatch(line -> line.contains(", fold 2, with gaps"));
    }

    @Test
    void explore() {
        Explorer.explore(labelled(), options);
        assertShown("explore 1 of 6: columns", "explore 5 of 6: map");
    }

    @Test
    void fineTune() {
        Table table = labelled();
        AutoencoderConfig network = AutoencoderConfig.network(2).withTraining(TrainingConfig.DEFAULT.withEpochs(2));
        var model = Fit.autoencoder(table(), network, FitOptions.DEFAULT).model();
        FineTuneConfig config = FineTuneConfig.DEFAULT.withFrozenEpochs(3).withEpochs(3);
        FineTune.of(table, model, config, FineTuneOptions.DEFAULT, options);
        assertShown("fine-tune 1 of 2: check", "fine-tune 2 of 2: the network");
    }

    @Test
    void demo(@TempDir Path folder) {
        new Demo(folder, DemoSize.SMALL, options, false).run();
        assertShown("demo 1 of 5: parameterizations", "demo 2 of 5: damaged digits", "demo 5 of 5: few labels");
    }

    @Test
    void study() {
        SmallStudy.run(listener);
        assertShown("study 1 of 4: designed experiment", "study 3 of 4: claims");
    }

    @Test
    void singleFits() {
        Fit.kMeans(table(), KMeansConfig.clusters(3), options);
        assertThat(lines).anyMatch(line -> line.startsWith("start 2 of "));
        lines.clear();
        Fit.autoencoder(table(), AutoencoderConfig.network(2), options);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("principal components ["))
                .anyMatch(line -> line.matches("epoch 9, error .* left"));
    }
}
