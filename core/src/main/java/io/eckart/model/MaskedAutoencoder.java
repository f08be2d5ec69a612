package io.eckart.model;

import io.eckart.numerics.FloatMatrix;
import io.eckart.numerics.Workers;
import java.util.List;

/**
 * Masked autoencoders that correct a normal distribution. A network reads a row whose missing cells are replaced by their
 * conditional means, together with the indicator of missing cells, and estimates what the conditional means leave
 * unexplained; it learns this from observed cells that are hidden from it. A missing cell is filled with
 *
 * <pre>
 *   E[x_m | x_o] + (1/S) sum_s g_s(f_s(row, indicator))_m
 * </pre>
 *
 * over S networks that differ in their random start and masks. A network that has learnt nothing adds 0, and the result is
 * that of the normal distribution. Immutable and safe for use by several threads.
 */
public final class MaskedAutoencoder implements Model, Filler {
    private final Gaussian prior;
    private final List<Autoencoder> networks;

    /**
     * @param prior the normal distribution
     * @param networks at least one, each with the prior as its estimate
     * @throws IllegalArgumentException if sizes do not agree or a network has another estimate
     */
    public MaskedAutoencoder(Gaussian prior, List<Autoencoder> networks) {
        this.prior = prior;
        this.networks = List.copyOf(networks);
        boolean valid = networks.stream()
                .allMatch(network -> network.parameters().estimate().orElse(null) == prior
                        && network.dimensions().indicator());
        if (networks.isEmpty() || !valid) {
            throw new IllegalArgumentException(
                    "a masked autoencoder needs networks that read the indicator of missing cells and"
                            + " their conditional means, got " + networks.size());
        }
    }

    @Override
    public String kind() {
        return "masked";
    }

    @Override
    public int features() {
        return prior.features();
    }

    @Override
    public int codeSize() {
        return networks.getFirst().codeSize();
    }

    public Gaussian prior() {
        return prior;
    }

    public List<Autoencoder> networks() {
        return networks;
    }

    @Override
    public FloatMatrix fill(FloatMatrix rows, Workers workers) {
        FloatMatrix filled = prior.fill(rows, workers);
        double[] residuals = new double[filled.values().length];
        for (Autoencoder network : networks) {
            float[] origin = network.origin();
            float[] answer = network.reconstruct(rows, workers).values();
            for (int i = 0; i < answer.length; i++) {
                residuals[i] += (double) answer[i] - origin[i % origin.length];
            }
        }
        for (int i = 0; i < residuals.length; i++) {
            if (Float.isNaN(rows.values()[i])) {
                filled.values()[i] += (float) (residuals[i] / networks.size());
            }
        }
        return filled;
    }
}
