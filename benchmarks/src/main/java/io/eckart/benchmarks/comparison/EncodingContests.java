package io.eckart.benchmarks.comparison;

import io.eckart.benchmarks.side.Request;
import java.util.List;

/** Codes of rows by an encoder with one hidden layer of rectifiers, the same weights on every side. */
final class EncodingContests {
    private static final int CALLS = 50_000;
    private static final int CALLS_FROM_PYTHON = 5_000;
    private static final double MICROSECOND = 1e-6;

    /** float32, summed in another order. */
    private static final double TOLERANCE = 1e-4;

    private static final List<PeerProgram> PROGRAMS = List.of(
            new PeerProgram(Library.ONNX_RUNTIME, "io.eckart.benchmarks.onnx.OnnxSide"),
            new PeerProgram(Library.TORCH, "torch_encoding.py"),
            new PeerProgram(Library.SCIKIT_LEARN, "numpy_encoding.py"));

    private EncodingContests() {}

    static Discipline many() {
        return new Discipline(
                "encode",
                "Encoding images through d-256-32",
                "mean squared code",
                TOLERANCE,
                EncodingFolder::images,
                PROGRAMS,
                List.of(Contest.of(
                                "encode through d-256-32",
                                Request.of("eckart"),
                                Rival.of("onnxruntime").target(1.2),
                                Rival.of("onnxruntime-blocks").target(1.2),
                                Rival.of("torch"),
                                Rival.of("numpy"))
                        .countingRows()));
    }

    static Discipline one() {
        return new Discipline(
                "encode-row",
                "Encoding one row through 64-32-8, warm",
                "mean squared code",
                TOLERANCE,
                EncodingFolder::narrow,
                PROGRAMS,
                List.of(Contest.of(
                                "encode one row through 64-32-8",
                                Request.of("eckart-row", CALLS),
                                Rival.of("onnxruntime-row", CALLS).target(5),
                                Rival.of("torch-row", CALLS_FROM_PYTHON),
                                Rival.of("numpy-row", CALLS_FROM_PYTHON))
                        .within(2 * MICROSECOND)));
    }
}
