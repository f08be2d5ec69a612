package io.eckart.network.linear;

import io.eckart.network.Architecture;
import io.eckart.network.FreeEncoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.ListaEncoder;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.numerics.Activation;
import java.util.ArrayList;
import java.util.List;

/** One of each kind, and the variants that have formulas of their own. */
public final class EveryArchitecture {
    static final UnrolledEncoder UNROLLED = new UnrolledEncoder(5, 0.7, true);

    private EveryArchitecture() {}

    public static List<LinearArchitecture> linear() {
        return List.of(
                new FreeEncoder(),
                new PinvEncoder(),
                new SharedEncoder(),
                new UnrolledEncoder(1, 0.3, true),
                UNROLLED,
                new UntiedEncoder(4, false),
                new UntiedEncoder(3, true));
    }

    public static List<Architecture> all() {
        List<Architecture> all = new ArrayList<>(linear());
        all.add(new ListaEncoder(4, 0.05));
        all.add(new ListaEncoder(3, 0));
        for (Activation activation : Activation.values()) {
            all.add(NetworkEncoder.mirrored(List.of(6), activation, false));
        }
        all.add(NetworkEncoder.mirrored(List.of(), Activation.RELU, false));
        all.add(NetworkEncoder.mirrored(List.of(7, 6), Activation.TANH, true));
        all.add(new NetworkEncoder(List.of(7, 6), List.of(5), Activation.GELU, false));
        return all;
    }
}
