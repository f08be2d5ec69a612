package io.eckart.study;

import io.eckart.network.Architecture;
import io.eckart.network.FreeEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.SizedNetwork;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.numerics.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** How encoder and decoder depend on what is learnt: the first factor of the study. */
public enum Parameterization {
    FREE("P1 free", 0),
    PINV("P2 pinv", 0),
    SHARED("P3 shared", 0),
    UNROLLED_1("P4 T=1", 1),
    UNROLLED_3("P4 T=3", 3),
    UNROLLED_10("P4 T=10", 10),
    UNROLLED_30("P4 T=30", 30),
    UNTIED("untied T=3", 3),
    NETWORK("network", 0);

    private final String label;
    private final int depth;

    Parameterization(String label, int depth) {
        this.label = label;
        this.depth = depth;
    }

    /** For people and files. */
    public String label() {
        return label;
    }

    /** T, where there is one. */
    public OptionalInt depth() {
        return depth == 0 ? OptionalInt.empty() : OptionalInt.of(depth);
    }

    /** Whether it is linear without biases, so that moments say all about it. */
    public boolean isLinear() {
        return this != NETWORK;
    }

    /** Whether it is P4, at any depth. */
    public boolean isUnrolled() {
        return unrolled().contains(this);
    }

    /** P4 at every depth, shallow ones first. */
    public static List<Parameterization> unrolled() {
        return Arrays.stream(values()).filter(p -> p.label.startsWith("P4")).toList();
    }

    /** Whether the size of its start can be chosen: BA of P2 is a projection at any, and a network has the usual one. */
    public boolean hasStarts() {
        return this != PINV && this != NETWORK;
    }

    /** The starts it is trained from. */
    public List<Start> starts() {
        return hasStarts() ? List.of(Start.values()) : List.of(Start.LARGE);
    }

    /** P1 to P3. */
    public static List<Parameterization> direct() {
        return List.of(FREE, PINV, SHARED);
    }

    /**
     * How it is built. The step of P4 is 1/T: only eta s^2 matters, s being learnt, and so B has about the same size at every
     * depth, and one learning rate suits all.
     */
    public Architecture architecture(int features, int codeSize) {
        return switch (this) {
            case FREE -> new FreeEncoder();
            case PINV -> new PinvEncoder();
            case SHARED -> new SharedEncoder();
            case UNROLLED_1, UNROLLED_3, UNROLLED_10, UNROLLED_30 -> new UnrolledEncoder(depth, 1.0 / depth, true);
            case UNTIED -> new UntiedEncoder(depth, false);
            case NETWORK -> new SizedNetwork(Activation.RELU, false).of(features, codeSize);
        };
    }
}
