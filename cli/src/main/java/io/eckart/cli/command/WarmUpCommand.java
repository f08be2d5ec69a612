package io.eckart.cli.command;

import io.eckart.cli.Output;
import io.eckart.study.demo.Demo;
import io.eckart.study.demo.DemoSize;
import io.eckart.task.FitOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Goes once through what people do, in a small way: the run that the start-up cache is recorded from. */
@Command(name = "warm-up", hidden = true, description = "Load what the other commands need.")
final class WarmUpCommand implements Callable<Integer> {
    /** @param out not used: this command says nothing */
    WarmUpCommand(Output out) {}

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("eckart-warm-up");
        try {
            new Demo(folder, DemoSize.SMALL, FitOptions.DEFAULT, false).run();
            String csv = folder.resolve(Demo.SENSORS).toString();
            String model = folder.resolve("warm.safetensors").toString();
            Eckart silent = new Eckart(Output.silent());
            silent.run("fit", csv, "-k", "2", "-o", model, "--json");
            silent.run("encode", model, csv, "-o", folder.resolve("codes.csv").toString());
            silent.run("inspect", model);
            silent.run("--version");
            return 0;
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
