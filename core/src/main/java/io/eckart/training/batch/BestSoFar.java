package io.eckart.training.batch;

/** Keeps the parameters with the least held-out error, and decides when the patience is exhausted. */
public final class BestSoFar {
    /** A decrease below this part of the error does not count as progress. */
    private static final double NOTICEABLE = 1e-4;

    /** The length of {@link #numbers}. */
    static final int NUMBERS = 4;

    private final int patience;
    private double[] parameters = new double[0];
    private double error = Double.POSITIVE_INFINITY;
    private int epoch;
    private double noticed = Double.POSITIVE_INFINITY;
    private int noticedEpoch;

    public BestSoFar(int patience) {
        this.patience = patience;
    }

    /** Takes the parameters after an epoch; keeps a copy if they are better. */
    public void offer(int newEpoch, double newError, double[] candidate) {
        if (newError < error) {
            error = newError;
            epoch = newEpoch;
            if (parameters.length != candidate.length) {
                parameters = new double[candidate.length];
            }
            System.arraycopy(candidate, 0, parameters, 0, candidate.length);
        }
        if (newError < noticed * (1 - NOTICEABLE)) {
            noticed = newError;
            noticedEpoch = newEpoch;
        }
    }

    public boolean isExhausted(int newEpoch) {
        return newEpoch - noticedEpoch >= patience;
    }

    /** The epoch at which the patience is exhausted if nothing improves. */
    public int lastEpoch() {
        return (int) Math.min(Integer.MAX_VALUE, (long) noticedEpoch + patience);
    }

    public double[] parameters() {
        return parameters;
    }

    public double error() {
        return error;
    }

    public int epoch() {
        return epoch;
    }

    /** Its state for a checkpoint, in addition to {@link #parameters}. */
    public double[] numbers() {
        return new double[] {error, epoch, noticed, noticedEpoch};
    }

    public void restore(double[] numbers, double[] kept) {
        error = numbers[0];
        epoch = (int) numbers[1];
        noticed = numbers[2];
        noticedEpoch = (int) numbers[3];
        parameters = kept;
    }
}
