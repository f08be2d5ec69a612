package io.eckart.cli.option;

import io.eckart.cli.UsageException;
import io.eckart.training.PcaSolver;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a solver of PCA. */
public final class SolverArguments {
    @Option(
            names = "--solver",
            paramLabel = "NAME",
            description = "PCA: moments, thin_svd, randomized or regularised_em (default: chosen by shape)")
    private @Nullable String solver;

    public Optional<PcaSolver> solver() {
        if (solver == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(PcaSolver.valueOf(solver.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--solver cannot be '" + solver + "'; it is moments, thin_svd, randomized or regularised_em");
        }
    }
}
