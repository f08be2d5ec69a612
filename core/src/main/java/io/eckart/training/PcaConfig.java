package io.eckart.training;

import java.util.Optional;

/**
 * How PCA is fitted. Each {@code with} method returns a changed copy:
 *
 * <pre>{@code
 * PcaConfig.components(3).withCenter(true)
 * }</pre>
 *
 * @param components the number of components to keep
 * @param center whether the mean is removed (in fit, encode and reconstruct alike)
 * @param solver the solver to use; empty: chosen by shape
 */
public record PcaConfig(Components components, boolean center, Optional<PcaSolver> solver) {

    /** The number of components to keep. */
    public sealed interface Components {

        /** Exactly k, at least 1. */
        record Fixed(int k) implements Components {
            public Fixed {
                SettingCheck.require(k >= 1, "k must be at least 1", k);
            }
        }

        /** The smallest k that keeps this part of the energy, in (0, 1]. */
        record Energy(double part) implements Components {
            public Energy {
                SettingCheck.require(
                        part > 0 && part <= 1, "the part of the energy to keep must be above 0 and at most 1", part);
            }
        }
    }

    /** k components, the mean not removed, the solver chosen by shape. */
    public static PcaConfig components(int k) {
        return new PcaConfig(new Components.Fixed(k), false, Optional.empty());
    }

    /** The smallest number of components that keeps this part of the energy. */
    public static PcaConfig keepingEnergy(double part) {
        return new PcaConfig(new Components.Energy(part), false, Optional.empty());
    }

    public PcaConfig withCenter(boolean removesMean) {
        return new PcaConfig(components, removesMean, solver);
    }

    public PcaConfig withSolver(PcaSolver method) {
        return new PcaConfig(components, center, Optional.of(method));
    }
}
