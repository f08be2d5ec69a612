package io.eckart.network.layer;

import io.eckart.network.Dimensions;
import io.eckart.network.Head;
import io.eckart.network.LinearHead;
import io.eckart.network.NetworkEncoder;
import io.eckart.network.SoftmaxHead;
import io.eckart.network.pass.DirectForm;
import io.eckart.network.pass.Form;
import io.eckart.network.pass.Layout;
import io.eckart.numerics.Activation;
import io.eckart.numerics.product.MatrixView;
import io.eckart.numerics.product.Reals;
import io.eckart.numerics.product.Reals64;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The encoder of a general network with a head on its code. The parameters are those of the encoder, with the same names, then
 * those of the head.
 *
 * @param encoder the network whose encoder is used
 * @param head the layer on the code
 */
public record PredictorNetwork(NetworkEncoder encoder, Head head) {
    private static final String WEIGHT = "head.weight";
    private static final String BIAS = "head.bias";

    /** The autoencoder of the encoder. */
    DenseNetwork dense() {
        return new DenseNetwork(encoder);
    }

    /** The loss of the outputs. */
    public HeadLoss loss() {
        return switch (head) {
            case SoftmaxHead softmax -> new SoftmaxLoss(softmax.outputs());
            case LinearHead _ -> new SquaredLoss();
        };
    }

    /** The parameters of the encoder, then those of the head. */
    public Layout layout(Dimensions dimensions) {
        Layout.Builder layout = new Layout.Builder();
        DenseNetwork dense = dense();
        for (int i = 0; i <= dense.codeLayer(); i++) {
            layout.add("weight." + i, dense.width(dimensions, i + 1), dense.width(dimensions, i));
            layout.add("bias." + i, 1, dense.width(dimensions, i + 1));
        }
        if (dimensions.indicator()) {
            layout.add(Layout.INDICATOR, dense.width(dimensions, 1), dimensions.features());
        }
        layout.add(WEIGHT, head.outputs(), dimensions.codeSize());
        return layout.add(BIAS, 1, head.outputs()).build();
    }

    /** Where the parameters of the head begin. */
    public int headOffset(Dimensions dimensions) {
        return layout(dimensions).part(WEIGHT).offset();
    }

    /** The random start of {@link DenseNetwork#start} for the encoder, and a head of zeros, for which all classes are equally probable. */
    public void start(Dimensions dimensions, Reals64 parameters, SplittableRandom random) {
        Reals64 whole = new Reals64(new double[dense().layout(dimensions).length()]);
        dense().start(dimensions, whole, random);
        adopt(dimensions, parameters, dimensions, whole);
    }

    /**
     * Copies the encoder of an autoencoder, and sets the head to zeros. If the autoencoder does not read an indicator, its weights
     * are zero, so that codes do not change.
     *
     * @param parameters of {@link #layout}, overwritten
     * @param fromDimensions of the autoencoder: the same features and code size
     * @param from its parameters
     */
    public void adopt(Dimensions dimensions, Reals64 parameters, Dimensions fromDimensions, Reals64 from) {
        Layout source = dense().layout(fromDimensions);
        for (Layout.Part part : layout(dimensions).parts()) {
            boolean isHead = part.name().equals(WEIGHT) || part.name().equals(BIAS);
            MatrixView given = isHead ? null : source.optional(from, part.name());
            if (given == null) {
                part.in(parameters).fill(0);
            } else {
                part.in(parameters).copy(given);
            }
        }
    }

    /**
     * The weights and passes for batches of rows.
     *
     * @param dropout the probability with which a hidden unit is dropped in a step, in [0, 1)
     * @param frozen whether only the head is trained
     */
    public Form form(Dimensions dimensions, double dropout, boolean frozen, Reals parameters, Reals gradient) {
        Layout layout = layout(dimensions);
        int headLayer = dense().codeLayer() + 1;
        List<DensePass.Plan> plans = dense().plans(layout, headLayer, dropout);
        plans.add(new DensePass.Plan(
                Activation.IDENTITY,
                array -> new DenseLayer.Weights(layout.in(array, WEIGHT), layout.in(array, BIAS)),
                0));
        int firstTrained = frozen ? headLayer : 0;
        return new DirectForm(
                dimensions,
                parameters,
                gradient,
                (rows, weights, passGradient) -> new DensePass(
                        dimensions, rows, plans, headLayer - 1, firstTrained, layout, weights, passGradient));
    }
}
