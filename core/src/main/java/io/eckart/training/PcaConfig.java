package io.eckart.training;

import java.util.Optional;

/**
 * How PCA is to be fitted.
 *
 * @param components how many components to keep
 * @param center whether the mean is removed (in fit, encode and reconstruct alike)
 * @param solver the solver to use; empty: chosen by shape
 */
public record PcaConfig(Components components, boolean center, Optional<PcaSolver> solver) {

    /** How many components to keep. */
    public sealed interface Components {

        /** Exactly k, at least 1. */
        record Fixed(int k) implements Components {
            public Fixed {
                if (k < 1) {
                    throw new IllegalArgumentException("k must be at least 1, got " + k);
                }
            }
        }

        /** The smallest k that keeps this part of the energy, in (0, 1]. */
        record Energy(double part) implements Components {
            public Energy {
                if (!(part > 0 && part <= 1)) {
                    throw new IllegalArgumentException(
                            "the part of the energy to keep must be above 0 and at most 1, got " + part);
                }
            }
        }
    }

    /** k components, the mean not removed, the solver chosen by shape. */
    public static PcaConfig components(int k) {
        return new PcaConfig(new Components.Fixed(k), false, Optional.empty());
    }

    /** As many components as keep this part of the energy. */
    public static PcaConfig keepingEnergy(double part) {
        return new PcaConfig(new Components.Energy(part), false, Optional.empty());
    }

    public PcaConfig centered(boolean centered) {
        return new PcaConfig(components, centered, solver);
    }

    public PcaConfig solvedBy(PcaSolver wanted) {
        return new PcaConfig(components, center, Optional.of(wanted));
    }
}
