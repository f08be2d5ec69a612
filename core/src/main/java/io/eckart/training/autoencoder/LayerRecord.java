package io.eckart.training.autoencoder;

/**
 * The pre-training of one layer. Errors are squared, per row of what the layer reads, in its units.
 *
 * @param layer counted from 1 at the row
 * @param inputs the width it reads
 * @param outputs the width it gives
 * @param energy the error of reconstructing every row by the mean row
 * @param untrained the error of the first epoch's start
 * @param trained the error of the parameters kept
 */
record LayerRecord(int layer, int inputs, int outputs, double energy, double untrained, double trained) {

    @Override
    public String toString() {
        return "layer " + layer + " (" + inputs + " to " + outputs + ") " + (float) untrained + " to " + (float) trained
                + ", by its mean " + (float) energy;
    }
}
