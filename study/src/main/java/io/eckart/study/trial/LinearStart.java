package io.eckart.study.trial;

import io.eckart.network.Dimensions;
import io.eckart.network.LinearArchitecture;
import io.eckart.network.PinvEncoder;
import io.eckart.network.kind.Networks;
import io.eckart.network.linear.LinearNetwork;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals64;
import io.eckart.numerics.statistics.ThinSvd;
import io.eckart.study.Start;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Random starts of a chosen size: all weights of the usual start times one factor, so that the largest singular value of BA is that of
 * the start. C of P3 and learnt step sizes stay; so does the start of P2, whose BA does not change with the size of B.
 */
final class LinearStart {
    /** Halvings of the range of the factor: to rounding. */
    private static final int HALVINGS = 50;

    /** Small enough for a start of P4 that is too small by rounding alone. */
    private static final double GROWTH = 1.1;

    private static final Set<String> KEPT = Set.of("inner", "steps");

    private final LinearNetwork network;
    private final Dimensions dimensions;
    private final double[] usual;

    private LinearStart(LinearArchitecture architecture, Dimensions dimensions, SplittableRandom random) {
        this.network = Networks.of(architecture);
        this.dimensions = dimensions;
        Reals64 values = new Reals64(new double[network.layout(dimensions).length()]);
        network.start(dimensions, values, random);
        this.usual = values.values();
    }

    static double[] of(LinearArchitecture architecture, Dimensions dimensions, Start start, SplittableRandom random) {
        LinearStart plain = new LinearStart(architecture, dimensions, random);
        return architecture instanceof PinvEncoder ? plain.usual : plain.sized(start.size());
    }

    private double[] sized(double size) {
        double low = 0;
        double high = 1;
        while (largest(times(high)) < size) {
            low = high;
            high *= GROWTH;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (largest(times(middle)) < size) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return times(high);
    }

    private double[] times(double factor) {
        double[] scaled = usual.clone();
        List<Layout.Part> weights = network.layout(dimensions).parts().stream()
                .filter(part -> !KEPT.contains(part.name()))
                .toList();
        for (Layout.Part part : weights) {
            for (int i = part.offset(); i < part.offset() + part.length(); i++) {
                scaled[i] *= factor;
            }
        }
        return scaled;
    }

    private double largest(double[] parameters) {
        MatrixView map =
                MatrixView.of(LinearMap.of(network, dimensions, parameters).matrix());
        return ThinSvd.of(map.toDouble()).singularValues()[0];
    }
}
