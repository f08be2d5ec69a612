package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Request;
import java.util.List;

/**
 * Training on batches: float32, Adam with a learning rate of 0.001, an epoch after one that warms up; both sides standardise the rows
 * alike, start with weights of the same distribution and report the loss of the timed epoch.
 */
final class NetworkContests {
    private static final int EPOCHS = 1;

    /** So that the loss has come near its floor, where random starts differ less. */
    private static final int EPOCHS_OF_SMALL = 5;

    private static final int DEPTH = 10;
    private static final int CODE = 32;
    private static final int BATCH = 256;

    /** Two random starts and orders of the rows do not end alike. */
    private static final double TOLERANCE = 0.1;

    private NetworkContests() {}

    static Discipline train() {
        return new Discipline(
                "train",
                "Training epochs of networks on images",
                "loss per row",
                TOLERANCE,
                ImageData::in,
                List.of(
                        new PeerProgram(Library.TORCH, "torch_training.py"),
                        new PeerProgram(Library.DJL, "io.eckart.benchmarks.djl.DjlSide")),
                List.of(
                        training("relu", "256-64-256", 256, EPOCHS, 1.3, 1.1),
                        training("gelu", "256-64-256", 256, EPOCHS, 1.3, 1.1),
                        training("relu", "32", 128, EPOCHS, 2, 1.5)));
    }

    static Discipline trainSmall() {
        return new Discipline(
                "train-small",
                "Training epochs of a small network on narrow rows",
                "loss per row",
                TOLERANCE,
                SmallRows::in,
                List.of(
                        new PeerProgram(Library.TORCH, "torch_training.py"),
                        new PeerProgram(Library.DJL, "io.eckart.benchmarks.djl.DjlSide")),
                List.of(
                        training("relu", "32-8-32", 64, EPOCHS_OF_SMALL, 15, 5),
                        training("gelu", "32-8-32", 64, EPOCHS_OF_SMALL, 15, 5)));
    }

    /**
     * The contest of one network.
     *
     * @param activation after all layers but the code's and the last
     * @param inner the widths between the row and its reconstruction, the code in the middle
     */
    private static Contest training(
            String activation, String inner, int batch, int epochs, double eager, double compiled) {
        boolean curved = inner.contains("-");
        return Contest.of(
                        "training epoch d-" + inner + "-d, " + (curved ? activation + ", " : "") + "batch " + batch,
                        Request.of("network", inner, batch, epochs, activation),
                        Rival.of("torch-eager", inner, batch, epochs, activation)
                                .target(eager),
                        Rival.of("torch-compile", inner, batch, epochs, activation)
                                .target(compiled),
                        Rival.of("djl-pytorch", inner, batch, epochs, activation))
                .countingRows();
    }

    static Discipline unrolled() {
        return new Discipline(
                "unrolled",
                "Training epochs of an unrolled autoencoder, T = 10, k = 32",
                "loss per row",
                TOLERANCE,
                ImageData::in,
                List.of(new PeerProgram(Library.TORCH, "torch_unrolled.py")),
                List.of(unrolled("no masks", 0, 6), unrolled("another mask in each row", 0.3, 1.3)));
    }

    private static Contest unrolled(String masks, double hidden, double target) {
        return Contest.of(
                        "unrolled training epoch, batch 256, " + masks,
                        Request.of("unrolled", DEPTH, CODE, BATCH, hidden, EPOCHS),
                        Rival.of("torch-loop", DEPTH, CODE, BATCH, hidden, EPOCHS)
                                .target(target),
                        Rival.of("torch-loop-compile", DEPTH, CODE, BATCH, hidden, EPOCHS))
                .countingRows();
    }
}
