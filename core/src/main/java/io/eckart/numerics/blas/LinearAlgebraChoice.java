package io.eckart.numerics.blas;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which provider of linear algebra is in use.
 *
 * @param provider the provider, or null if the requested one is not available
 * @param failure why the bundled native library is not in use, or null if it is, or was not requested
 */
record LinearAlgebraChoice(
        @Nullable LinearAlgebra provider, @Nullable RuntimeException failure) {
    private static final Logger LOG = LoggerFactory.getLogger(LinearAlgebra.class);
    private static final LinearAlgebraChoice CHOSEN = atStart();

    /** @throws IllegalStateException if the provider named by the property is not available */
    static LinearAlgebra get() {
        if (CHOSEN.provider == null) {
            throw new IllegalStateException(
                    CHOSEN.failure == null ? "no provider" : CHOSEN.failure.getMessage(), CHOSEN.failure);
        }
        return CHOSEN.provider;
    }

    private static LinearAlgebraChoice atStart() {
        LinearAlgebraChoice choice;
        try {
            choice = choose(System.getProperty(LinearAlgebra.PROPERTY), OpenBlas::bundled);
        } catch (IllegalStateException wantedButMissing) {
            // Kept and thrown at every use: an exception from a static initializer would be an Error, and only once.
            return new LinearAlgebraChoice(null, wantedButMissing);
        }
        choice.log();
        return choice;
    }

    private void log() {
        if (provider == null) {
            return;
        }
        if (failure != null) {
            LOG.warn(
                    "linear algebra runs on {}, which is several times slower: {}",
                    provider.description(),
                    failure.getMessage());
        } else {
            LOG.info("linear algebra runs on {}", provider.description());
        }
    }

    /**
     * The provider for a value of {@link LinearAlgebra#PROPERTY}, or the default one for null or a blank value.
     *
     * @param bundled opens the OpenBLAS that comes with the program
     * @throws IllegalStateException if the provider named by the property is not available
     */
    static LinearAlgebraChoice choose(@Nullable String property, Supplier<LinearAlgebra> bundled) {
        String wanted = property == null ? "" : property.strip();
        return switch (wanted) {
            case "" -> firstOf(bundled);
            case "openblas" -> forced(bundled, "openblas");
            case "netlib" -> forced(Netlib::create, "netlib");
            default -> {
                Path library = existing(wanted);
                yield forced(() -> OpenBlas.at(library), wanted);
            }
        };
    }

    private static LinearAlgebraChoice firstOf(Supplier<LinearAlgebra> bundled) {
        try {
            return new LinearAlgebraChoice(bundled.get(), null);
        } catch (IllegalStateException e) {
            return new LinearAlgebraChoice(Netlib.create(), e);
        }
    }

    private static LinearAlgebraChoice forced(Supplier<LinearAlgebra> provider, String wanted) {
        try {
            return new LinearAlgebraChoice(provider.get(), null);
        } catch (IllegalStateException e) {
            throw unavailable(wanted, e.getMessage(), e);
        }
    }

    private static Path existing(String wanted) {
        try {
            Path path = Path.of(wanted);
            if (Files.isRegularFile(path)) {
                return path.toAbsolutePath();
            }
        } catch (InvalidPathException e) {
            throw unavailable(wanted, "it is neither a provider's name nor a path", e);
        }
        throw unavailable(wanted, "it is neither a provider's name nor an existing file", null);
    }

    private static IllegalStateException unavailable(
            String wanted, @Nullable String reason, @Nullable Throwable cause) {
        return new IllegalStateException(
                "the linear algebra asked for with -D" + LinearAlgebra.PROPERTY + "=" + wanted + " cannot be had: "
                        + reason
                        + ". Take openblas, netlib, the path of a library with CBLAS and LAPACK in it, or leave"
                        + " the property out",
                cause);
    }
}
