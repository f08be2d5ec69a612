package io.eckart.network.kind;

import io.eckart.network.Architecture;
import io.eckart.network.FreeEncoder;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.ListaEncoder;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.PinvEncoder;
import io.eckart.network.SharedEncoder;
import io.eckart.network.UnrolledEncoder;
import io.eckart.network.UntiedEncoder;
import io.eckart.network.layer.DenseNetwork;
import io.eckart.network.linear.FreeNetwork;
import io.eckart.network.linear.LinearNetwork;
import io.eckart.network.linear.ListaNetwork;
import io.eckart.network.linear.PinvNetwork;
import io.eckart.network.linear.SharedNetwork;
import io.eckart.network.linear.UnrolledNetwork;
import io.eckart.network.linear.UntiedNetwork;
import io.eckart.network.pass.Network;

/** The network of each kind of architecture. */
public final class Networks {
    private Networks() {}

    public static Network of(Architecture architecture) {
        return switch (architecture) {
            case LinearArchitecture linear -> of(linear);
            case ListaEncoder lista -> new ListaNetwork(lista);
            case NetworkEncoder network -> new DenseNetwork(network);
        };
    }

    public static LinearNetwork of(LinearArchitecture architecture) {
        return switch (architecture) {
            case FreeEncoder free -> new FreeNetwork();
            case PinvEncoder pinv -> new PinvNetwork();
            case SharedEncoder shared -> new SharedNetwork();
            case UnrolledEncoder unrolled -> new UnrolledNetwork(unrolled);
            case UntiedEncoder untied -> new UntiedNetwork(untied);
        };
    }
}
