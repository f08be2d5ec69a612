package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.lines;
import static io.eckart.cli.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Numbers, yes and no, texts and holes in one table: what becomes of them on the way through a model. */
class MixedTableTest {
    private static final String[] COLOURS = {"red", "green", "deep blue"};

    @TempDir
    Path folder;

    /** Three kinds of rows; in each, every column follows from the kind. */
    private Path mixed(String name, boolean holes) {
        String[] lines = new String[61];
        lines[0] = "id,size,heavy,colour,kind";
        for (int i = 0; i < 60; i++) {
            int kind = i % 3;
            String size = holes && i % 10 == 4 ? "" : String.valueOf(0.25 + kind);
            String heavy = holes && i % 10 == 5 ? "NA" : String.valueOf(kind == 2);
            String colour = holes && i % 10 == 6 ? "" : COLOURS[kind];
            lines[i + 1] = "row" + i + "," + size + "," + heavy + "," + colour + "," + "k" + kind;
        }
        return text(folder, name, lines);
    }

    @Test
    void everyTypeComesBackFromAFullCode() {
        Path data = mixed("mixed.csv", false);
        Path model = folder.resolve("m.safetensors");
        JsonNode fit = json("fit", data, "-k", 5, "--label", "kind", "--ignore", "id", "-o", model);
        assertThat(fit.path("features").asInt())
                .as("size, heavy and three colours")
                .isEqualTo(5);
        JsonNode columns = json("inspect", model).path("columns");
        assertThat(columns.path("size").asString()).isEqualTo("number");
        assertThat(columns.path("heavy").asString()).isEqualTo("boolean");
        assertThat(columns.path("colour").asString()).isEqualTo("category");
        Path back = folder.resolve("back.csv");
        done("reconstruct", model, data, "--plain", "-o", back);
        String[] given = lines(data);
        String[] found = lines(back);
        assertThat(found).hasSameSizeAs(given);
        assertThat(found[0]).isEqualTo("size,heavy,colour");
        for (int i = 1; i < given.length; i++) {
            String[] cells = given[i].split(",", -1);
            String[] again = found[i].split(",", -1);
            // Sizes pass through float32 codes; a unit round-off of numbers up to 3 is under 1e-6.
            assertThat(Double.parseDouble(again[0]))
                    .isBetween(Double.parseDouble(cells[1]) - 1e-6, Double.parseDouble(cells[1]) + 1e-6);
            assertThat(again[1] + "," + again[2]).as(given[i]).isEqualTo(cells[2] + "," + cells[3]);
        }
    }

    @Test
    void holesAreFilledFromTheOtherCells() {
        Path data = mixed("holes.csv", true);
        Path model = folder.resolve("m.safetensors");
        JsonNode fit = json("fit", data, "-k", 2, "--label", "kind", "--ignore", "id", "--center", "-o", model);
        assertThat(fit.path("missing_cells").asInt())
                .as("6 sizes, 6 heavy, 6 colours of 3 features")
                .isEqualTo(30);
        assertThat(fit.path("optimum").isNull()).isTrue();
        assertThat(fit.path("gap").isNull()).isTrue();
        assertThat(fit.path("solver").asString()).isEqualTo("regularised_em");
        Path back = folder.resolve("back.csv");
        done("reconstruct", model, data, "--plain", "-o", back);
        String[] truth = lines(mixed("full.csv", false));
        String[] found = lines(back);
        int right = 0;
        for (int i = 1; i < truth.length; i++) {
            String[] cells = truth[i].split(",", -1);
            String[] again = found[i].split(",", -1);
            assertThat(again).as("line " + i + ": " + found[i]).hasSize(3).doesNotContain("");
            right += again[1].equals(cells[2]) && again[2].equals(cells[3]) ? 1 : 0;
        }
        assertThat(right).as("rows whose texts are right, of 60").isEqualTo(60);
    }

    @Test
    void kMeansFindsTheKindsDespiteTheHoles() {
        Path data = mixed("holes.csv", true);
        Path model = folder.resolve("m.safetensors");
        Path clusters = folder.resolve("clusters.csv");
        done("fit", data, "--model", "kmeans", "-k", 3, "--label", "kind", "--ignore", "id", "-o", model);
        done("predict", model, data, "--plain", "-o", clusters);
        String[] found = lines(clusters);
        for (int i = 1; i <= 60; i++) {
            assertThat(found[i]).as("row " + i).isEqualTo(found[1 + (i - 1) % 3]);
        }
        assertThat(java.util.Set.of(found[1], found[2], found[3])).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void typesOverrideWhatIsInferred() {
        Path data = text(folder, "codes.csv", "a,zip", "1,10", "2,20", "4,10", "3,30", "5,20");
        assertThat(json("fit", data, "-k", 1).path("features").asInt()).isEqualTo(2);
        JsonNode fit = json("fit", data, "-k", 1, "--types", "zip=category");
        assertThat(fit.path("features").asInt()).as("a and three levels").isEqualTo(4);
        assertThat(json("fit", data, "-k", 1, "--types", "zip=ignored")
                        .path("features")
                        .asInt())
                .isEqualTo(1);
        Path model = folder.resolve("m.safetensors");
        done("fit", data, "-k", 2, "--types", "zip=category", "-o", model);
        Path other = text(folder, "other.csv", "a,zip", "1,10", "2,40");
        assertThat(refused(folder, "encode", model, other, "-o", folder.resolve("out.csv")))
                .contains("other.csv: row 3, column 'zip': '40'");
    }

    @Test
    void theLabelIsNeverAFeature() {
        Path labelled = text(folder, "labelled.csv", "a,b,y", "1,2,0", "2,1,1", "3,5,0", "4,4,1");
        Path plain = text(folder, "plain.csv", "a,b", "1,2", "2,1", "3,5", "4,4");
        assertThat(json("fit", labelled, "-k", 1, "--label", "y").path("optimum"))
                .isEqualTo(json("fit", plain, "-k", 1).path("optimum"));
        Path model = folder.resolve("m.safetensors");
        done("fit", labelled, "-k", 1, "--label", "y", "-o", model);
        assertThat(json("evaluate", model, plain).path("error_per_cell"))
                .as("data without the label column")
                .isEqualTo(json("evaluate", model, labelled).path("error_per_cell"));
    }

    @Test
    void aTableWithoutHeaderIsRead() {
        Path data = text(folder, "bare.csv", "1,2", "2,1", "3,5", "4,4");
        assertThat(json("fit", data, "-k", 1).path("rows").asInt()).isEqualTo(4);
        assertThat(json("fit", data, "-k", 1, "--header", "yes").path("rows").asInt())
                .isEqualTo(3);
        Path semicolons = text(folder, "semi.csv", "a;b", "1;2", "2;?", "3;5");
        assertThat(json("fit", semicolons, "-k", 1, "--delimiter", ";", "--missing", "?")
                        .path("missing_cells")
                        .asInt())
                .isEqualTo(1);
    }
}
