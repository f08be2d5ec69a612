package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.json;
import static io.eckart.cli.SampleFiles.real;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Known numbers of real data, reached by the commands a user would type; made with scikit-learn 1.2.1 and NumPy. */
class RealDataTest {
    @TempDir
    Path folder;

    @Test
    void irisInThreeGroups() {
        Path iris = real("iris/iris.csv.gz");
        JsonNode fit = json("fit", iris, "--label", "label", "--model", "kmeans", "-k", 3, "--restarts", 50);
        assertThat(fit.path("inertia").asDouble()).isCloseTo(78.851441, within(1e-5));
    }

    @Test
    void mnistInThirtyTwoNumbers() {
        Path train = real("mnist/train-images-idx3-ubyte.gz");
        Path test = real("mnist/t10k-images-idx3-ubyte.gz");
        Path model = folder.resolve("mnist.safetensors");
        JsonNode fit = json("fit", train, "--model", "pca", "-k", 32, "--center", "-o", model);
        assertThat(fit.path("error_per_cell").asDouble()).isCloseTo(.017243, within(2e-6));
        assertThat(fit.path("total_energy").asDouble()).isCloseTo(52.725039, within(1e-5));
        assertThat(fit.path("gap").asDouble(1)).isCloseTo(0, within(1e-6));
        assertThat(json("evaluate", model, test).path("error_per_cell").asDouble())
                .isCloseTo(.016828, within(2e-6));
    }

    @Test
    void mnistWithoutCentringReachesItsOptimum() {
        JsonNode fit = json("fit", real("mnist/train-images-idx3-ubyte.gz"), "--model", "pca", "-k", 32);
        assertThat(fit.path("gap").asDouble(1)).isCloseTo(0, within(1e-6));
    }

    @Test
    void titanicWithItsHolesAndTexts() {
        Path titanic = real("titanic/titanic.csv.gz");
        Path model = folder.resolve("titanic.safetensors");
        Path back = folder.resolve("back.csv");
        String[] options = {"--label", "Survived", "--ignore", "PassengerId,Name,Ticket,Cabin", "--scale", "standard"};
        JsonNode fit = json(
                "fit",
                titanic,
                "-k",
                3,
                "-o",
                model,
                options[0],
                options[1],
                options[2],
                options[3],
                options[4],
                options[5]);
        assertThat(fit.path("rows").asInt()).isEqualTo(891);
        assertThat(fit.path("missing_cells").asInt())
                .as("177 ages, 2 ports of 3 features")
                .isEqualTo(177 + 2 * 3);
        done("reconstruct", model, titanic, "-o", back);
        assertThat(SampleFiles.lines(back))
                .hasSize(892)
                .allSatisfy(line -> assertThat(line.split(",", -1)).doesNotContain(""));
    }
}
