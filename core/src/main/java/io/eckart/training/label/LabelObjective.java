package io.eckart.training.label;

import io.eckart.data.Targets;
import io.eckart.network.Dimensions;
import io.eckart.network.LinearHead;
import io.eckart.network.SoftmaxHead;
import io.eckart.network.layer.HeadLoss;
import io.eckart.network.layer.PredictorNetwork;
import io.eckart.network.layer.SoftmaxLoss;
import io.eckart.network.layer.SquaredLoss;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Pass;
import io.eckart.numerics.product.Reals;
import io.eckart.training.batch.BatchObjective;
import java.util.Arrays;

/**
 * The loss of a head's outputs on labelled rows: cross-entropy for classes, squared error for values. The target of a
 * row without a label is the output of the current network for the clean row, sharpened by a temperature for classes and limited to the range
 * of the labels for values; no gradient flows through it. Without the limit nothing holds back outputs that follow themselves: they may grow from step
 * to step until they are far beyond any label.
 *
 * @param network encoder and head
 * @param dimensions of the encoder
 * @param targets the labels of all rows of the data
 * @param dropout the probability with which a hidden unit takes no part in a step
 * @param temperature of the softmax that gives a row without a label its target
 * @param risingEpochs the epochs over which the weight of rows without a label rises from near 0 to 1, because the
 *     outputs mean little before the network has learnt the labels
 * @param frozen whether the encoder stays as it is
 */
record LabelObjective(
        PredictorNetwork network,
        Dimensions dimensions,
        Targets targets,
        double dropout,
        double temperature,
        double risingEpochs,
        boolean frozen)
        implements BatchObjective {

    @Override
    public Form form(Reals parameters, Reals gradient) {
        return network.form(dimensions, dropout, frozen, parameters, gradient);
    }

    @Override
    public int firstMoved() {
        return frozen ? network.headOffset(dimensions) : 0;
    }

    @Override
    public RowLoss rowLoss(Pass pass) {
        return new LabelLoss(pass);
    }

    @Override
    public double inUnits(double loss) {
        return switch (network.head()) {
            case SoftmaxHead softmax -> loss;
            case LinearHead linear -> loss * linear.scale() * linear.scale();
        };
    }

    @Override
    public double yardstick() {
        return switch (network.head()) {
            case SoftmaxHead softmax -> Math.log(softmax.outputs());
            case LinearHead linear -> 1;
        };
    }

    private final class LabelLoss implements RowLoss {
        private final Pass pass;
        private final Reals target;
        private final double[] weights;
        private final int outputs = network.head().outputs();
        private final HeadLoss loss = network.loss();
        private final double[] range = range();
        private double unlabelledWeight = 1;

        LabelLoss(Pass pass) {
            this.pass = pass;
            this.target = pass.output().reals().precision().zeros(pass.output().length());
            this.weights = new double[pass.rows()];
        }

        @Override
        public void beginEpoch(long epoch) {
            unlabelledWeight = Math.min(1, epoch / Math.max(1, risingEpochs));
        }

        @Override
        public boolean needsCleanOutput(int row) {
            return !targets.isKnown(row);
        }

        @Override
        public void cleanOutput() {
            for (int i = 0; i < pass.rows(); i++) {
                int at = i * outputs;
                switch (loss) {
                    case SoftmaxLoss softmax ->
                        softmax.probabilities(pass.output().reals(), at, temperature, target, at);
                    case SquaredLoss _ ->
                        target.set(at, Math.clamp(pass.output().reals().get(at), range[0], range[1]));
                }
            }
        }

        /** The least and the largest value of the labels, in units of the head; for classes none. */
        private double[] range() {
            if (!(targets instanceof Targets.Values values) || !(network.head() instanceof LinearHead head)) {
                return new double[0];
            }
            double[] known = KnownLabels.of(values, KnownLabels.rows(values));
            double least = Arrays.stream(known).min().orElseThrow();
            double most = Arrays.stream(known).max().orElseThrow();
            return new double[] {head.target(least), head.target(most)};
        }

        @Override
        public void target(int i, int row) {
            boolean known = targets.isKnown(row);
            weights[i] = known ? 1 : unlabelledWeight;
            if (!known) {
                return;
            }
            switch (targets) {
                case Targets.Classes classes -> {
                    target.fill(i * outputs, outputs, 0);
                    target.set(i * outputs + classes.of()[row], 1);
                }
                case Targets.Values values -> target.set(i, ((LinearHead) network.head()).target(values.of()[row]));
            }
        }

        @Override
        public double of(double factor) {
            return loss.loss(pass.output(), target, weights, factor, pass.outputGradient());
        }
    }
}
