package io.eckart.report.result;

import io.eckart.model.fitted.EckartVersion;
import io.eckart.numerics.blas.LinearAlgebra;
import io.eckart.report.Origin;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** Origins of results of this process. */
public final class Origins {
    private Origins() {}

    /**
     * A result of now, with the version and the linear algebra provider in use.
     *
     * @param command that gives it again, or in words what made it
     * @param seed of all randomness; empty for results without any
     * @param threads worker threads
     */
    public static Origin now(String command, OptionalLong seed, int threads) {
        return new Origin(
                command,
                EckartVersion.current(),
                seed.isPresent() ? String.valueOf(seed.getAsLong()) : "",
                threads,
                LinearAlgebra.get().description(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }
}
