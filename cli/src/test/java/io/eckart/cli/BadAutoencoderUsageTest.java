package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static io.eckart.cli.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options of autoencoders without sense are refused in one line that says what would make sense. */
class BadAutoencoderUsageTest {
    @TempDir
    Path folder;

    /** Every autoencoder here has {@code -k 2}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            network --epochs 0                    | epochs must be at least 1, got 0
            network --epochs many                 | --epochs; 'many'; eckart fit --help
            network --batch 0                     | the batch must have at least 1 row, got 0
            network --learning-rate 0             | the learning rate must be above 0 and finite, got 0.0
            network --learning-rate NaN           | the learning rate must be above 0 and finite, got NaN
            network --learning-rate Infinity      | the learning rate must be above 0 and finite, got Infinity
            network --schedule linear             | --schedule cannot be 'linear'; constant or cosine
            network --warm-up 1                   | the warm-up must be at least 0 and below 1, got 1.0
            network --optimizer sgd --momentum 1  | the momentum must be at least 0 and below 1, got 1.0
            network --weight-decay -1             | the weight decay must be at least 0 and below 1, got -1.0
            network --clip 0                      | the largest gradient must be above 0, got 0.0
            network --start zero                  | --start cannot be 'zero'; pca, random
            network --held-out 1                  | the held-out part must be at least 0 and below 1, got 1.0
            network --patience 0                  | the patience must be at least 1, got 0
            network --objective rows              | --objective cannot be 'rows'; moments, batches
            network --optimizer newton            | --optimizer cannot be 'newton'; lbfgs, gd, adam, sgd
            network --hidden 0                    | hidden layers must have at least 1 unit, got [0]
            network --hidden 8,x                  | --hidden must be whole numbers with commas between them; '8,x'
            network --hidden 8 --decoder ,        | --decoder must be whole numbers with commas between them
            network --decoder 8                   | --decoder goes with --hidden
            network --activation swish            | --activation cannot be 'swish'; relu, gelu, tanh
            network --tied --hidden 8 --decoder 4 | tied weights need a mirrored decoder
            network --hidden none --activation tanh | --activation goes with hidden layers
            network --activation tanh --start pca | --start pca: no network with this activation
            unrolled --depth 0                    | the depth must be at least 1, got 0
            unrolled --step 0                     | the step must be above 0 and finite, got 0.0
            unrolled --step big                   | --step must be a number or auto, got 'big'
            untied --depth -1                     | the depth must be at least 1, got -1
            lista --sparsity -1                   | the sparsity must be at least 0 and finite, got -1.0
            network --depth 3                     | --depth goes with --model lista or unrolled or untied
            free --depth 3                        | --depth goes with --model lista or unrolled or untied
            untied --step 1                       | --step goes with --model unrolled
            lista --per-layer                     | --per-layer goes with --model untied
            pinv --sparsity 1                     | --sparsity goes with --model lista
            shared --hidden 8                     | --hidden goes with --model network
            free --decoder 8                      | --decoder goes with --model network
            free --activation tanh                | --activation goes with --model network
            free --tied                           | --tied goes with --model network
            free --start random                   | --start goes with training on batches
            network --bias                        | --bias goes with --model free
            network --center                      | --center: networks remove the mean anyway
            free --solver moments                 | --solver goes with --model pca
            free --energy 0.9                     | --energy goes with -k auto
            free --restarts 3                     | --restarts goes with --model kmeans
            free --max-iterations 3               | --max-iterations goes with --model kmeans
            pca --depth 3                         | --depth goes with --model lista or unrolled or untied
            pca --corrupt mask:0.1                | --corrupt goes with --model network or another autoencoder
            kmeans --epochs 3                     | --epochs goes with --model network or another autoencoder
            network --progress loud               | --progress cannot be 'loud'; auto, bar, json or none
            autoencoder                           | --model cannot be 'autoencoder'; pca or kmeans; network, free, pinv, shared, unrolled, untied, lista
            network --objective moments           | moments determine the error of linear models only; network; --objective batches
            lista --objective moments             | moments determine the error of linear models only; lista; --objective batches
            network --optimizer lbfgs             | --optimizer lbfgs works on second moments; adam, sgd or gd
            free --objective batches --optimizer lbfgs | --optimizer lbfgs works on second moments
            free --objective moments --optimizer adam  | --optimizer adam and sgd work on batches; lbfgs or gd
            free --objective moments --optimizer sgd   | --optimizer adam and sgd work on batches; lbfgs or gd
            free --batch 8                        | --batch goes with training on batches; --objective batches
            free --objective moments --schedule constant | --schedule goes with training on batches
            pinv --warm-up 0.1                    | --warm-up goes with training on batches
            shared --momentum 0.5                 | --momentum goes with training on batches
            unrolled --weight-decay 0.1           | --weight-decay goes with training on batches
            untied --clip 1                       | --clip goes with training on batches
            free --checkpoint state               | --checkpoint goes with training on batches; gives the same bits
            free --learning-rate 0.1              | --learning-rate goes with --optimizer gd; L-BFGS finds its own steps
            network --momentum 0.5                | --momentum goes with --optimizer sgd
            network --optimizer gd --batch 8      | --batch goes with --optimizer adam or sgd
            network --optimizer gd --schedule constant | --schedule goes with --optimizer adam or sgd
            network --held-out 0 --patience 3     | --patience goes with held-out rows
            network --resume                      | --resume needs the folder of the run: give --checkpoint DIR
            network --corrupt salt:0.1            | a corruption is none, gaussian:S, mask:P; got 'salt:0.1'
            network --corrupt gaussian            | a corruption is none, gaussian:S, mask:P; got 'gaussian'
            network --corrupt gaussian:x          | a corruption is none, gaussian:S, mask:P; got 'gaussian:x'
            network --corrupt gaussian:NaN        | a corruption is none, gaussian:S, mask:P; got 'gaussian:NaN'
            network --corrupt gaussian:1,gaussian:2 | a corruption is none, gaussian:S, mask:P; got 'gaussian:1,gaussian:2'
            network --corrupt gaussian:-1         | the noise must be at least 0 and finite, got -1.0
            network --corrupt mask:1              | the probability of hidden cells must be at least 0 and below 1, got 1.0
            network --corrupt x*none              | the weight of a task must be a number, got 'x*none'
            network --corrupt 0*none              | tasks need weights above 0
            network --corrupt none+               | a corruption is none, gaussian:S, mask:P
            """)
    void fitRefusesOptionsWithoutSense(String options, String expected) {
        List<Object> args = args("data.csv");
        args.addAll(List.of("-k", 2, "--model"));
        args.addAll(List.of(options.split(" ", -1)));
        assertThat(refused(folder, args.toArray())).contains(expected.split("; ", -1));
    }

    private List<Object> args(String name) {
        List<Object> args = new ArrayList<>(List.of("fit", csv(folder, name, numbers(12, 4, 1))));
        args.addAll(List.of("-o", folder.resolve("model.safetensors")));
        return args;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --model lista -k auto      | lista needs a code size
            --model free -k 0          | k must be at least 1, got 0
            --model lista -k x         | -k must be a whole number
            """)
    void theCodeSizeIsGiven(String options, String expected) {
        List<Object> args = args("data.csv");
        args.addAll(List.of(options.split(" ", -1)));
        assertThat(refused(folder, args.toArray())).contains(expected);
    }

    @Test
    void momentsNeedEveryCell() {
        Path data = text(folder, "holes.csv", "a,b", "1,2", "3,", "2,2", "4,1");
        assertThat(refused(folder, "fit", data, "--model", "free", "-k", 1, "--objective", "moments"))
                .contains("holes.csv: cells are missing", "--objective batches");
    }

    @Test
    void aFolderOfAnotherRun() throws IOException {
        Path data = csv(folder, "data.csv", numbers(12, 4, 1));
        Path state = folder.resolve("state");
        Object[] run = {"fit", data, "--model", "network", "-k", 2, "--epochs", 2, "--checkpoint", state};
        done(run);
        assertThat(refused(folder, run)).contains("state.safetensors: holds the state of a run", "--resume");
        assertThat(refused(folder, and(run, "--resume", "--seed", 1)))
                .contains("is the state of another run: seed 0 there, 1 here")
                .doesNotContain("epochs");
        assertThat(refused(folder, and(run, "--resume", "--batch", 5, "--corrupt", "mask:0.2")))
                .contains("batch 16 there, 5 here", "corrupt none there, mask:0.2 here");
        csv(folder, "data.csv", numbers(12, 4, 2));
        assertThat(refused(folder, and(run, "--resume"))).contains("is the state of another run: data ");
        Path file = state.resolve("state.safetensors");
        Files.write(file, new byte[] {1, 2, 3});
        assertThat(refused(folder, and(run, "--resume")))
                .contains("state.safetensors: ", "remove it to start again")
                .doesNotContain("fit -o");
    }

    private static Object[] and(Object[] args, Object... more) {
        List<Object> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(more));
        return all.toArray();
    }

    @Test
    void aFileIsNoFolderForCheckpoints() {
        Path data = csv(folder, "data.csv", numbers(12, 4, 1));
        assertThat(refused(folder, "fit", data, "--model", "network", "-k", 2, "--checkpoint", data))
                .contains("cannot be a folder for checkpoints");
    }

    @Test
    void evaluateRefusesWhatHasNoEffect() {
        Path data = csv(folder, "data.csv", numbers(12, 4, 1));
        Path model = folder.resolve("model.safetensors");
        done("fit", data, "-k", 2, "-o", model);
        assertThat(refused(folder, "evaluate", model, data, "--seed", 3)).contains("--seed goes with --corrupt");
        assertThat(refused(folder, "evaluate", model, data, "--corrupt", "mask:2"))
                .contains("the probability of hidden cells must be at least 0 and below 1, got 2.0");
        assertThat(refused(folder, "evaluate", model, data, "--corrupt", "none + mask:0.1"))
                .contains("a corruption is none, gaussian:S, mask:P");
    }
}
