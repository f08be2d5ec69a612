package io.eckart.cli;

import static io.eckart.cli.Console.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LabelCommandTest {
    @TempDir
    Path folder;

    /** Two groups; the label column in the middle, texts as nobody would print them. */
    private Path table() {
        return SampleFiles.text(
                folder,
                "table.csv",
                "id;a;kind;b;\"a note\"",
                "r1;1.50;\"x y\";0.10;\"q;1\"",
                "r2;1.40;;0.2;",
                "r3;1.45;x y;+0.1;k",
                "",
                "r4; 9.0 ;z;7e0;k",
                "r5;9.1;NaN;7.2;k",
                "r6;9.2;z;;k",
                "r7;9.15;?;7.1;\"say \"\"so\"\"\"");
    }

    @Test
    void onlyEmptyLabelsAreWrittenAndTheRestComesBackToTheByte() {
        Path out = folder.resolve("out.csv");
        JsonNode answer = JsonMapper.shared()
                .readTree(fromFewLabels(
                        "label",
                        table(),
                        "--label",
                        "kind",
                        "--model",
                        "nearest",
                        "--ignore",
                        "id,a note",
                        "-o",
                        out,
                        "--json"));
        assertThat(answer.path("rows_labelled").asInt()).isEqualTo(3);
        assertThat(answer.path("labels").asInt()).isEqualTo(4);
        // One neighbour of two classes: (1 + 1/2) / 2.
        assertThat(SampleFiles.lines(out))
                .containsExactly(
                        "id;a;kind;b;\"a note\";kind_probability",
                        "r1;1.50;\"x y\";0.10;\"q;1\";",
                        "r2;1.40;x y;0.2;;0.75",
                        "r3;1.45;x y;+0.1;k;",
                        "",
                        "r4; 9.0 ;z;7e0;k;",
                        "r5;9.1;z;7.2;k;0.75",
                        "r6;9.2;z;;k;",
                        "r7;9.15;z;7.1;\"say \"\"so\"\"\";0.75");
    }

    @Test
    void aModelIsSavedAndPredictsTheSameLabels() {
        Path out = folder.resolve("out.csv");
        Path model = folder.resolve("kinds.safetensors");
        Path predicted = folder.resolve("predicted.csv");
        fromFewLabels(
                "label",
                table(),
                "--label",
                "kind",
                "--model",
                "softmax",
                "--ignore",
                "id,a note",
                "-o",
                out,
                "--save",
                model);
        Console.done("predict", model, table(), "--plain", "-o", predicted);
        assertThat(SampleFiles.lines(predicted)[2]).startsWith("x y,0.");
        assertThat(SampleFiles.lines(predicted)[5]).startsWith("z,0.");
        assertThat(Console.done("inspect", model)).contains("pipeline_classifier", "x y, z");
    }

    /** What is printed where the labels are so few that no method is certain to be better than the control. */
    private static String fromFewLabels(Object... args) {
        Console.Answer answer = Console.run(args);
        assertThat(answer.exitCode()).as(answer.err()).isZero();
        assertThat(answer.err().lines()).singleElement().asString().contains("not better", "too few labels");
        return answer.out();
    }

    /** Two classes that mostly depend on a; an identifier and 80 labels of 120 rows. */
    private Path noisy() {
        SplittableRandom random = new SplittableRandom(11);
        String[] lines = new String[121];
        lines[0] = "patient_id,a,b,kind";
        for (int i = 0; i < 120; i++) {
            double a = random.nextGaussian();
            String kind =
                    a + 0.4 * random.nextGaussian() > 0 ? "ill, and more words than a terminal has room for" : "well";
            lines[i + 1] =
                    "P" + (1000 + i) + "," + a + "," + random.nextGaussian() + "," + (i < 80 ? '"' + kind + '"' : "");
        }
        return SampleFiles.text(folder, "noisy.csv", lines);
    }

    @Test
    void theTablesHaveHeadingsAndFitTheTerminal() {
        String printed = Console.done("label", noisy(), "--label", "kind", "--budget", "0.01");
        assertThat(printed.lines().toList())
                .anyMatch(line -> line.matches("method +error +std. error +gain over constant"))
                .anyMatch(line -> line.matches("constant +[0-9.]+ % +[0-9.]+ %"))
                .anyMatch(line -> line.matches("class +labels given +predicted +recall"))
                .anyMatch(line -> line.startsWith("probabilities"))
                .allMatch(line -> line.length() <= 80);
        assertThat(printed).contains("constant: the control, always the commonest class");
    }

    @Test
    void whatIsPrintedIsInTheJsonWithTheRowsToCheck() {
        JsonNode json = Console.json("label", noisy(), "--label", "kind", "--model", "softmax", "--ridge", "1e-4");
        assertThat(json.path("comparison")).hasSize(2);
        assertThat(json.at("/comparison/1/gain").isNumber()).isTrue();
        assertThat(json.at("/calibration/status").asString()).isIn("calibrated", "not_needed");
        assertThat(json.at("/calibration/rows").asInt()).isEqualTo(80);
        assertThat(json.at("/calibration/after/reliability").size()).isPositive();
        assertThat(json.at("/rows_to_check/kept/0").asString()).isEqualTo("patient_id");
        JsonNode row = json.at("/rows_to_check/rows/0");
        assertThat(row.at("/kept/0").asString())
                .isEqualTo("P" + (999 + row.path("row").asInt()));
        assertThat(row.path("cells")).hasSize(2);
    }

    /** Of 80 labels the probabilities are calibrated, and the model gives those of the file. */
    @ParameterizedTest
    @ValueSource(strings = {"softmax", "nearest"})
    void calibratedProbabilitiesAreThoseOfTheModel(String method) {
        Path out = folder.resolve("out.csv");
        Path model = folder.resolve("kinds.safetensors");
        Path predicted = folder.resolve("predicted.csv");
        Path table = noisy();
        assertThat(Console.done("label", table, "--label", "kind", "--model", method, "-o", out, "--save", model))
                .containsPattern("model written +" + Pattern.quote(model.toString()));
        Console.done("predict", model, table, "--plain", "-o", predicted);
        assertThat(Console.done("inspect", model)).contains("temperature");
        String[] labelled = SampleFiles.lines(out);
        String[] given = SampleFiles.lines(predicted);
        for (int row = 81; row <= 120; row++) {
            // The one file has float32 texts, the other float64 ones.
            assertThat((float) lastCell(labelled[row])).isEqualTo((float) lastCell(given[row]));
        }
    }

    private static double lastCell(String line) {
        return Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
    }

    @Test
    void labelsOfImagesStandInAFileOfTheirOwn() {
        byte[] images = new byte[16 + 6 * 4];
        System.arraycopy(new byte[] {0, 0, 8, 3, 0, 0, 0, 6, 0, 0, 0, 2, 0, 0, 0, 2}, 0, images, 0, 16);
        for (int i = 0; i < 24; i++) {
            images[16 + i] = (byte) (i / 4 % 2 == 0 ? 20 + i : 200 + i);
        }
        Path data = SampleFiles.bytes(folder, "images.idx", images);
        Path labels = SampleFiles.text(folder, "labels.csv", "digit", "zero", "one", "NA", "NA", "zero", "one");
        Path out = folder.resolve("out.csv");
        fromFewLabels("label", data, "--labels", labels, "--model", "nearest", "-o", out);
        assertThat(SampleFiles.lines(out))
                .containsExactly("label_probability,label", ",zero", ",one", "0.75,zero", "0.75,one", ",zero", ",one");
        Path few = SampleFiles.text(folder, "few.csv", "digit", "zero", "one");
        assertThat(refused(folder, "label", data, "--labels", few)).contains("2 labels for 6 rows");
    }

    @Test
    void whatCannotBeDoneIsRefusedBeforeAnythingIsWritten() {
        Path out = folder.resolve("out.csv");
        Path full = SampleFiles.text(folder, "full.csv", "a,y", "1,u", "2,v");
        Path one = SampleFiles.text(folder, "one.csv", "a,y", "1,u", "2,u", "3,");
        Path taken = SampleFiles.text(folder, "taken.csv", "a,y,y_probability", "1,u,1", "2,v,2", "3,,3");
        assertThat(refused(folder, "label", full, "-o", out)).contains("--label");
        assertThat(refused(folder, "label", full, "--label", "y", "-o", out)).contains("nothing to label", "--curve");
        assertThat(refused(folder, "label", one, "--label", "y", "-o", out)).contains("one class only, 'u'");
        assertThat(refused(folder, "label", taken, "--label", "y", "--model", "nearest", "-o", out))
                .contains("'y_probability' already");
        assertThat(refused(folder, "label", full, "--label", "y", "--model", "magic"))
                .contains("magic", "spread");
        assertThat(refused(folder, "label", full, "--label", "y", "--task", "guess"))
                .contains("classification");
        assertThat(refused(folder, "label", full, "--label", "y", "--model", "spread", "--save", out))
                .contains("no model");
        assertThat(refused(folder, "label", full, "--label", "y", "--seeds", "3"))
                .contains("--curve");
        assertThat(refused(folder, "label", full, "--label", "y", "--curve", "--seeds", "1"))
                .contains("at least 2");
        assertThat(refused(folder, "label", full, "--label", "y", "--curve")).contains("smallest class has 1");
        assertThat(refused(folder, "label", full, "--label", "y", "--ridge", "0"))
                .contains("above 0");
    }
}
