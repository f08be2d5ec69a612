package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.lines;
import static io.eckart.cli.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From a network without labels to a predictor, by the commands a user types. */
class FineTuneCommandTest {
    @TempDir
    Path folder;

    /** Rows of two groups; every fifth is labelled, with a word or a number. */
    private Path table(String name, boolean numbers) {
        SplittableRandom random = new SplittableRandom(3);
        String[] lines = new String[301];
        lines[0] = "a,b,c,kind";
        for (int i = 0; i < 300; i++) {
            double z = (i % 2 == 0 ? -2 : 2) + 0.5 * random.nextGaussian();
            String label = numbers ? String.valueOf(10.5 + 3 * z) : i % 2 == 0 ? "low" : "high";
            lines[i + 1] = z + 0.3 * random.nextGaussian() + "," + (1 - z) + "," + random.nextGaussian() + ","
                    + (i % 5 == 0 ? label : "");
        }
        return text(folder, name, lines);
    }

    private Path pretrained(Path data) {
        Path model = folder.resolve("pretrained.safetensors");
        done("fit", data, "--label", "kind", "--model", "network", "-k", 2, "--epochs", 3, "-o", model);
        return model;
    }

    @Test
    void classesAreLearntCheckedAndPredicted() {
        Path data = table("rows.csv", false);
        Path model = folder.resolve("predictor.safetensors");
        JsonNode tuned = json(
                "fine-tune",
                pretrained(data),
                data,
                "--label",
                "kind",
                "-o",
                model,
                "--frozen-epochs",
                40,
                "--epochs",
                40,
                "--batch",
                16);
        assertThat(tuned.path("labelled_rows").asInt()).isEqualTo(60);
        assertThat(tuned.path("labels_are").asString()).isEqualTo("classes");
        assertThat(tuned.path("check").path("judged_rows").asInt()).isEqualTo(12);
        assertThat(tuned.path("check").path("errors")).hasSize(5);
        assertThat(tuned.path("check").path("errors").get(0).path("error").asDouble(1))
                .isZero();
        assertThat(json("inspect", model).path("classes")).hasSize(2);
        Path predicted = folder.resolve("labels.csv");
        done("predict", model, data, "--plain", "-o", predicted);
        String[] answers = lines(predicted);
        assertThat(answers[0]).isEqualTo("kind,probability");
        int right = 0;
        for (int i = 0; i < 300; i++) {
            right += answers[i + 1].startsWith(i % 2 == 0 ? "low," : "high,") ? 1 : 0;
        }
        assertThat(right).isGreaterThan(295);
    }

    @Test
    void valuesAreLearntAndPredicted() {
        Path data = table("rows.csv", true);
        Path model = folder.resolve("predictor.safetensors");
        JsonNode tuned = json(
                "fine-tune", pretrained(data), data, "--label", "kind", "-o", model, "--epochs", 60, "--batch", 16);
        assertThat(tuned.path("labels_are").asString()).isEqualTo("values");
        JsonNode errors = tuned.path("check").path("errors");
        double network = errors.get(0).path("error").asDouble();
        assertThat(errors.get(4).path("name").asString()).isEqualTo("the mean");
        assertThat(network).isLessThan(errors.get(4).path("error").asDouble() / 2);
        Path predicted = folder.resolve("values.csv");
        done("predict", model, data, "--plain", "-o", predicted);
        assertThat(lines(predicted)[0]).isEqualTo("kind");
        assertThat(Double.parseDouble(lines(predicted)[1])).isBetween(-5.0, 10.5);
    }

    @Test
    void layersMayBePretrainedOneByOne() {
        Path data = table("rows.csv", false);
        Path model = folder.resolve("stacked.safetensors");
        done(
                "fit",
                data,
                "--label",
                "kind",
                "--model",
                "network",
                "--hidden",
                "8,4",
                "-k",
                2,
                "--epochs",
                3,
                "--pretrain",
                "stacked",
                "-o",
                model);
        assertThat(json("inspect", model)
                        .path("provenance")
                        .path("configuration")
                        .path("start")
                        .asString())
                .startsWith("stacked: layer 1 (3 to 8)");
    }

    @Test
    void whatCannotBeIsRefused() {
        Path data = table("rows.csv", false);
        Path model = pretrained(data);
        Path out = folder.resolve("out.safetensors");
        Path blind = folder.resolve("blind.safetensors");
        done("fit", data, "--ignore", "kind", "--model", "network", "-k", 2, "--epochs", 1, "-o", blind);
        assertThat(refused(folder, "fine-tune", blind, data, "-o", out)).contains("rows.csv", "--label");
        Path pca = folder.resolve("pca.safetensors");
        done("fit", data, "--label", "kind", "-k", 2, "-o", pca);
        assertThat(refused(folder, "fine-tune", pca, data, "--label", "kind", "-o", out))
                .contains("a pca model cannot be fine-tuned", "--model network");
        assertThat(refused(folder, "fine-tune", model, data, "--label", "kind", "-o", out, "--temperature", 1))
                .contains("--temperature goes with --companions");
        assertThat(refused(folder, "fine-tune", model, data, "--label", "kind", "-o", out, "--dropout", 1))
                .contains("dropout must be at least 0 and below 1");
        assertThat(refused(folder, "fine-tune", model, data, "--label", "kind", "-o", out, "--task", "regression"))
                .contains("rows.csv", "'kind'", "not a number");
        Path one = text(folder, "one.csv", "a,b,c,kind", "1,2,3,x", "2,3,4,x", "4,5,6,");
        assertThat(refused(folder, "fine-tune", model, one, "--label", "kind", "-o", out))
                .contains("one class only");
        assertThat(refused(folder, "predict", model, data, "-o", folder.resolve("p.csv")))
                .contains("does not predict");
        assertThat(refused(folder, "fit", data, "--model", "free", "-k", 2, "--pretrain", "stacked"))
                .contains("--pretrain goes with --model network");
    }
}
