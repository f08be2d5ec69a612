package io.eckart.model;

import io.eckart.training.TrainingConfig;
import org.junit.jupiter.api.Nested;

/** Every kind of autoencoder does what every model must. */
class AutoencoderConformanceTest {
    /** A run on moments ends at 1e-9 of the energy: cells of 5 in norm are then within 2e-4. */
    private static final double MOMENTS_SAMPLE = 2e-4;

    @Nested
    class Free extends AutoencoderConformance {
        Free() {
            super("free");
        }

        @Override
        double oneSampleTolerance() {
            return MOMENTS_SAMPLE;
        }
    }

    @Nested
    class Pinv extends AutoencoderConformance {
        Pinv() {
            super("pinv");
        }

        @Override
        double oneSampleTolerance() {
            return MOMENTS_SAMPLE;
        }
    }

    @Nested
    class Shared extends AutoencoderConformance {
        Shared() {
            super("shared");
        }

        @Override
        double oneSampleTolerance() {
            return MOMENTS_SAMPLE;
        }
    }

    @Nested
    class Unrolled extends AutoencoderConformance {
        Unrolled() {
            super("unrolled");
        }

        @Override
        double oneSampleTolerance() {
            return MOMENTS_SAMPLE;
        }
    }

    @Nested
    class Untied extends AutoencoderConformance {
        Untied() {
            super("untied");
        }

        @Override
        double oneSampleTolerance() {
            return MOMENTS_SAMPLE;
        }
    }

    @Nested
    class UntiedPerLayer extends AutoencoderConformance {
        UntiedPerLayer() {
            super("untied-per-layer");
        }

        @Override
        double oneSampleTolerance() {
            return MOMENTS_SAMPLE;
        }
    }

    @Nested
    class Lista extends AutoencoderConformance {
        Lista() {
            super("lista");
        }

        @Override
        TrainingConfig enough() {
            return TrainingConfig.DEFAULT.withLearningRate(0.01);
        }

        /** The penalty shortens a code by a = 0.02 of the scale, 3.5; half of it is left for the end of the run. */
        @Override
        double oneSampleTolerance() {
            return 0.1;
        }
    }

    /** Centred, a single sample is the origin, at which a network of rectifiers starts and stays. */
    @Nested
    class Network extends AutoencoderConformance {
        Network() {
            super("network");
        }
    }

    @Nested
    class NetworkTied extends AutoencoderConformance {
        NetworkTied() {
            super("network-tied");
        }
    }

    @Nested
    class NetworkGelu extends AutoencoderConformance {
        NetworkGelu() {
            super("network-gelu");
        }
    }
}
