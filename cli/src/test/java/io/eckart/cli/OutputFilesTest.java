package io.eckart.cli;

import static io.eckart.cli.Console.done;
import static io.eckart.cli.Console.refused;
import static io.eckart.cli.SampleFiles.bytes;
import static io.eckart.cli.SampleFiles.csv;
import static io.eckart.cli.SampleFiles.numbers;
import static io.eckart.cli.SampleFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Outputs appear whole or not at all, and never in place of another file unless that is asked for. */
class OutputFilesTest {
    @TempDir
    Path folder;

    private Path data = Path.of("");
    private Path model = Path.of("");

    @BeforeEach
    void fit() {
        data = csv(folder, "data.csv", numbers(200, 4, 1));
        model = folder.resolve("model.safetensors");
        done("fit", data, "--model", "kmeans", "-k", 2, "-o", model);
    }

    @Test
    void anExistingModelIsReplacedOnlyByForce() {
        byte[] old = bytes(model);
        assertThat(refused(folder, "fit", data, "-o", model)).contains("model.safetensors: exists", "--force");
        assertThat(bytes(model)).isEqualTo(old);
        done("fit", data, "-o", model, "--force");
        assertThat(Console.json("inspect", model).path("model").asString()).isEqualTo("pca");
    }

    @Test
    void theDemonstrationReplacesNothingEither() {
        Path old = text(folder, "digits.csv", "precious");
        assertThat(refused(folder, "demo", "--out", folder)).contains("digits.csv: exists", "--force");
        assertThat(old).hasContent("precious\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"encode", "reconstruct", "predict", "score"})
    void anExistingOutputIsReplacedOnlyByForce(String command) {
        Path old = text(folder, "old.csv", "precious");
        assertThat(refused(folder, command, model, data, "-o", old)).contains("old.csv: exists", "--force");
        assertThat(old).hasContent("precious\n");
        done(command, model, data, "-o", old, "--force");
        assertThat(SampleFiles.lines(old)).hasSize(201);
        assertThat(Console.contents(folder)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/eckart", "/dev/null", "none/deep", "data.csv/below", ""})
    void aPlaceThatCannotBeWrittenTo(String place) {
        Path out = place.isEmpty() ? folder : folder.resolve(place + (place.startsWith("/dev") ? "" : ".csv"));
        assertThat(refused(folder, "fit", data, "-o", out)).startsWith(out + ": ");
        assertThat(refused(folder, "fit", data, "-o", out, "--force")).startsWith(out + ": ");
        String encoding = refused(folder, "encode", model, data, "-o", out);
        assertThat(encoding).startsWith(out + ": ");
    }

    @Test
    void aFolderWithoutPermission() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-x------"));
        assumeTrue(!Files.isWritable(closed), "this user may write everywhere");
        assertThat(refused(folder, "fit", data, "-o", closed.resolve("m")))
                .contains("cannot write in", "choose another");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }

    /** A file system of 128 KiB, where this user may mount one. */
    @Test
    void aFullDiskLeavesNothingBehind() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(call("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.toString()) == 0, "cannot mount");
        try {
            Path rows = csv(folder, "many.csv", numbers(40_000, 4, 2));
            done("fit", data, "-k", 3, "-o", model, "--force");
            Path old = text(disk, "old.csv", "precious");
            for (String command : new String[] {"encode", "reconstruct", "score"}) {
                for (String name : new String[] {"out.csv", "out.csv.gz", "out.npy", "old.csv"}) {
                    assertThat(refused(folder, command, model, rows, "-o", disk.resolve(name), "--force"))
                            .contains(name + ": cannot be written: ", "No space left");
                }
            }
            assertThat(old).hasContent("precious\n");
            Path wide = csv(folder, "wide.csv", numbers(90, 300, 3));
            assertThat(refused(folder, "fit", wide, "-k", 80, "-o", disk.resolve("m.safetensors")))
                    .contains("m.safetensors: cannot be written: ", "No space left");
        } finally {
            assertThatNoException().isThrownBy(() -> call("umount", disk.toString()));
        }
    }

    /** The run goes on without its state, which is the one of the epoch before, and ends with its model. */
    @Test
    void aFullDiskUnderACheckpoint() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(call("mount", "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk.toString()) == 0, "cannot mount");
        try {
            String[] run =
                    ("fit " + data + " --model network -k 2 --hidden 8 --epochs 5 --force -o " + model).split(" ");
            done((Object[]) run);
            String undisturbed = checksum();
            Files.write(disk.resolve("filler"), new byte[126 << 10]);
            List<String> kept = new ArrayList<>(List.of(run));
            kept.addAll(List.of("--checkpoint", disk.resolve("state").toString()));
            Console.Answer answer = Console.run(kept.toArray());
            assertThat(answer.err().strip())
                    .hasLineCount(1)
                    .startsWith("eckart: the state of the run was not saved, and training goes on without: ")
                    .contains("state.safetensors: cannot be written: ", "No space left");
            assertThat(answer.exitCode()).isZero();
            assertThat(checksum()).isEqualTo(undisturbed);
            assertThat(Console.contents(disk).keySet()).noneMatch(file -> file.endsWith(".tmp"));
            Files.delete(disk.resolve("filler"));
            kept.add("--resume");
            done(kept.toArray());
            assertThat(disk.resolve("state").resolve("state.safetensors")).isNotEmptyFile();
            assertThat(checksum()).isEqualTo(undisturbed);
        } finally {
            assertThatNoException().isThrownBy(() -> call("umount", disk.toString()));
        }
    }

    private String checksum() {
        return Console.json("inspect", model).path("tensors_sha256").asString();
    }

    private static int call(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return -1;
        }
        process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
