package io.eckart;

import static org.assertj.core.api.Assertions.assertThat;

import io.eckart.numerics.blas.LinearAlgebra;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project outside of this one can use: on the module path what is exported and no more, on the class path too. */
class WallTest {
    private static final String MODULE = "module outside { requires io.eckart.core; }\n";

    private static final String PROGRAM = """
            package outside;

            import io.eckart.data.Table;
            import io.eckart.data.file.Tables;
            import io.eckart.data.format.ReadOptions;
            import io.eckart.model.fitted.FittedModel;
            import io.eckart.network.UnrolledEncoder;
            import io.eckart.task.FitOptions;
            import io.eckart.task.fill.Fill;
            import io.eckart.task.fill.FillPlan;
            import io.eckart.task.fit.Fit;
            import io.eckart.training.AutoencoderConfig;
            import io.eckart.training.PcaConfig;
            import java.nio.file.Path;

            class Program {
                public static void main(String[] args) {
                    Table table = Tables.read(Path.of(args[0]), ReadOptions.DEFAULT);
                    var pca = Fit.pca(table, PcaConfig.components(1), FitOptions.DEFAULT);
                    var filled = Fill.auto(table, FillPlan.DEFAULT, FitOptions.DEFAULT).model().fill(table);
                    AutoencoderConfig config = AutoencoderConfig.of(UnrolledEncoder.automatic(3), 1);
                    var unrolled = Fit.autoencoder(filled, config, FitOptions.DEFAULT).fitted().model();
                    unrolled.save(Path.of(args[1]), false);
                    FittedModel<?> loaded = FittedModel.load(Path.of(args[1]));
                    System.out.println(pca.model().provenance().numerics());
                    System.out.println(filled.rows() + " " + filled.isMissing(2, 1) + " " + loaded.model().kind());
                }
            }
            """;

    private static final String INTRUDER =
            "package outside;\n\nclass Program {\n    io.eckart.training.pca.PcaTrainer trainer;\n}\n";

    /** The jars that the published artifact brings. */
    private static final Pattern BROUGHT = Pattern.compile(
            "(arpack_combined_all|blas|commons-(numbers|rng|statistics)-[a-z-]+|fastcsv|fastdoubleparser|jackson-[a-z]+"
                    + "|jspecify|lapack|openblas|slf4j-api)-[0-9].*\\.jar");

    @TempDir
    private Path folder;

    @Test
    void aModuleUsesWhatIsExported() throws IOException, InterruptedException {
        assertThat(compile(PROGRAM, "--module-path", path())).isEmpty();
        String path = path() + File.pathSeparator + folder.resolve("classes");
        assertThat(run(
                        "--module-path",
                        path,
                        "--enable-native-access=io.eckart.core",
                        "--module",
                        "outside/outside.Program"))
                .contains(LinearAlgebra.get().description(), "4 false unrolled");
    }

    @Test
    void aModuleCannotUseTheRest() throws IOException {
        assertThat(compile(INTRUDER, "--module-path", path()))
                .contains(
                        "package io.eckart.training.pca is declared in module io.eckart.core, which does not export it");
    }

    @Test
    void theClassPathWorksToo() throws IOException, InterruptedException {
        assertThat(compile(PROGRAM, "--class-path", path())).isEmpty();
        String path = path() + File.pathSeparator + folder.resolve("classes");
        assertThat(run("--class-path", path, "--enable-native-access=ALL-UNNAMED", "outside.Program"))
                .contains(LinearAlgebra.get().description(), "4 false unrolled");
    }

    /** The core's classes and the jars that it brings. */
    private static String path() {
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Path.of(entry).endsWith("classes")
                        || BROUGHT.matcher(Path.of(entry).getFileName().toString())
                                .matches())
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(path).contains("fastcsv", "openblas", "classes");
        return path;
    }

    private Path source(String name, String text) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        return Files.writeString(sources.resolve(name), text);
    }

    /** What the compiler has to say, with warnings of every kind but those about automatic modules. */
    private String compile(String program, String pathOption, String path) throws IOException {
        source("Program.java", program);
        if (pathOption.equals("--module-path")) {
            source("module-info.java", MODULE);
        }
        List<String> options = new ArrayList<>(List.of("-Xlint:all,-requires-automatic", pathOption, path));
        options.addAll(List.of("-d", folder.resolve("classes").toString()));
        if (pathOption.equals("--module-path")) {
            options.addAll(List.of("--class-path", ""));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.list(folder.resolve("sources"))) {
            compiler.getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources.toList()))
                    .call();
        }
        return said.toString();
    }

    private String run(String... options) throws IOException, InterruptedException {
        Path data = Files.writeString(folder.resolve("data.csv"), "a,b\n1,2\n2,4.1\n3,\n5,10\n");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(data.toString(), folder.resolve("model").toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }
}
