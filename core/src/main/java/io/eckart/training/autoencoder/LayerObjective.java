package io.eckart.training.autoencoder;

import io.eckart.network.layer.StackedLayer;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.Reals;
import io.eckart.training.batch.BatchObjective;
import io.eckart.training.batch.ReconstructionObjective;

/** The squared error of one layer that reconstructs the clean output of the layer below from a corrupted copy. */
record LayerObjective(StackedLayer layer, double scale) implements BatchObjective {

    @Override
    public Form form(Reals parameters, Reals gradient) {
        return layer.form(parameters, gradient);
    }

    @Override
    public RowLoss rowLoss(Pass pass) {
        return ReconstructionObjective.squaredError(pass);
    }

    @Override
    public double inUnits(double loss) {
        return loss * scale * scale;
    }

    @Override
    public double yardstick() {
        return layer.inputs();
    }
}
